// Makes files of checked text only. Every cell, the title and the file name are checked for PII; findings are masked in
// their cells and reported. Nothing else can be written: `FileText` is made here.
import { stringify } from 'csv-stringify/sync';
import type { FileText, ScrubbedText } from '../domain/pii.ts';
import { type PiiCheckContext, scrubWords } from '../scrub/pii-check.ts';
import { wordsOfFile } from './file-words.ts';

export interface SheetToJudge {
  readonly title: string;
  readonly heads: readonly string[];
  /** Cells in the order of the headings, and the context of their case. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly context: PiiCheckContext }[];
}

export interface JudgedSheet {
  readonly title: ScrubbedText;
  /** For the file name: lowercase letters, digits and hyphens. */
  readonly name: ScrubbedText;
  readonly cells: readonly (readonly ScrubbedText[])[];
  /** Columns with masked cells, and how many. */
  readonly masked: readonly MaskedColumn[];
}

export interface MaskedColumn {
  readonly column: string;
  readonly cells: number;
}

const LONGEST_NAME = 60;

const asFile = (text: string) => text as FileText;

export function judgeSheet({ title, heads, rows }: SheetToJudge): JudgedSheet {
  const counts = new Map<string, number>();
  const count = (column: string) => counts.set(column, (counts.get(column) ?? 0) + 1);
  const judge = (words: string, context: PiiCheckContext, column: string): ScrubbedText => {
    const { text, masked } = scrubWords(words, context);
    if (masked) count(column);
    return text;
  };
  const everybody = allOf(rows.map((row) => row.context));
  const judgedTitle = judge(title, everybody, 'Title');
  const cells = rows.map(({ cells: words, context }) => words.map((word, at) => judge(word, context, heads[at] ?? '')));
  const { text: name } = scrubWords(slug(judgedTitle), everybody);
  const judgedHeads = heads.map((head) => judge(head, {}, head));
  return {
    title: judgedTitle,
    name,
    cells: [judgedHeads, ...cells],
    masked: [...counts].map(([column, n]) => ({ column, cells: n })),
  };
}

/** The context of a text about all rows. */
function allOf(contexts: readonly PiiCheckContext[]): PiiCheckContext {
  const [first = {}] = contexts;
  return {
    cleared: contexts.flatMap((one) => one.cleared ?? []),
    people: contexts.flatMap((one) => one.people ?? []),
    known: contexts.flatMap((one) => one.known ?? []),
    records: contexts.flatMap((one) => one.records ?? []),
    logins: first.logins ?? [],
    rules: first.rules ?? [],
  };
}

/** Data with every string in it checked. */
export type Judged<T> = T extends string
  ? ScrubbedText
  : T extends readonly (infer E)[]
    ? Judged<E>[]
    : T extends object
      ? { [K in keyof T]: Judged<T[K]> }
      : T;

export function judgeWords<T>(data: T, judge: (word: string) => ScrubbedText): Judged<T> {
  return judged(data, judge) as Judged<T>;
}

/** Makes a file of data. `judge` checks every string before `render` gets it. */
export function renderFile<T>(data: T, judge: (word: string) => ScrubbedText, render: (judged: T) => string): FileText {
  return asFile(render(judged(data, judge) as T));
}

function judged(value: unknown, judge: (word: string) => ScrubbedText): unknown {
  if (typeof value === 'string') return judge(value);
  if (Array.isArray(value)) return value.map((one) => judged(one, judge));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      judge(key);
      return [key, judged(one, judge)];
    }),
  );
}

/** A file read back from the store, after all of its texts were checked again. @throws RangeError if one was not */
export function fileOfJudged(path: string, text: string, judged: ReadonlyMap<string, ScrubbedText>): FileText {
  if (!wordsOfFile(path, text).every((word) => judged.has(word))) throw new RangeError('a word was not judged');
  return asFile(text);
}

/** Data as JSON, with every string checked by `judge`. */
export function jsonFile(data: unknown, judge: (word: string) => ScrubbedText): FileText {
  return renderFile(data, judge, (words) => `${JSON.stringify(words, null, 2)}\n`);
}

function slug(title: string): string {
  const words = title.toLowerCase().match(/[a-z\d]+/g) ?? ['tier3'];
  return words.join('-').slice(0, LONGEST_NAME);
}

/** Cells as CSV with a UTF-8 byte order mark for spreadsheet programs, and formulas escaped. */
export function csvText(cells: readonly (readonly (string | number)[])[]): string {
  const rows = stringify(
    cells.map((row) => [...row]),
    {
      escape_formulas: true,
      record_delimiter: 'windows',
      // A negative number begins like a formula.
      cast: { number: (value) => ({ value: String(value), escape_formulas: false }) },
    },
  );
  return `\uFEFF${rows}`;
}

export function sheetFile({ cells }: JudgedSheet): FileText {
  return asFile(csvText(cells));
}

/** A heading, number, time or hash made by the desk itself: not checked, and never masked. */
export interface OwnFact {
  readonly own: string;
}

export function factsFile(cells: readonly (readonly (ScrubbedText | OwnFact)[])[]): FileText {
  return asFile(csvText(cells.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.own)))));
}
