// Rows on their way into a file. Every cell, the title and the name of the file are judged; what is found personal is masked
// in its cell and told, and nothing that was not judged can be written: a file takes no other text.
import { stringify } from 'csv-stringify/sync';
import type { FileText, ScrubbedText } from '../domain/pii.ts';
import { type PiiCheckContext, scrubWords } from '../scrub/pii-check.ts';
import { wordsOfFile } from './file-words.ts';

export interface SheetToJudge {
  readonly title: string;
  readonly heads: readonly string[];
  /** Cells in the order of the heads, and what is known of the case they tell of. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly context: PiiCheckContext }[];
}

export interface JudgedSheet {
  readonly title: ScrubbedText;
  /** For the name of the file: small letters, figures and dashes. */
  readonly name: ScrubbedText;
  readonly cells: readonly (readonly ScrubbedText[])[];
  /** Columns in which cells were masked, and how many. */
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

/** Of a text that speaks of all rows. */
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

/** Data with every word in it judged. */
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

/** A file made of data, every word in it judged by `judge` before `render` sees it. */
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

/** A file read back from the store, all words of which were judged anew. @throws RangeError where one was not */
export function fileOfJudged(path: string, text: string, judged: ReadonlyMap<string, ScrubbedText>): FileText {
  if (!wordsOfFile(path, text).every((word) => judged.has(word))) throw new RangeError('a word was not judged');
  return asFile(text);
}

/** Data as JSON, every word in it judged by `judge`. */
export function jsonFile(data: unknown, judge: (word: string) => ScrubbedText): FileText {
  return renderFile(data, judge, (words) => `${JSON.stringify(words, null, 2)}\n`);
}

function slug(title: string): string {
  const words = title.toLowerCase().match(/[a-z\d]+/g) ?? ['tier3'];
  return words.join('-').slice(0, LONGEST_NAME);
}

/** Cells as CSV, with a mark by which spreadsheet programs know UTF-8, and no cell that they would take for a formula. */
export function csvText(cells: readonly (readonly (string | number)[])[]): string {
  const rows = stringify(
    cells.map((row) => [...row]),
    {
      escape_formulas: true,
      record_delimiter: 'windows',
      // A negative number begins as a formula does, and is none.
      cast: { number: (value) => ({ value: String(value), escape_formulas: false }) },
    },
  );
  return `\uFEFF${rows}`;
}

export function sheetFile({ cells }: JudgedSheet): FileText {
  return asFile(csvText(cells));
}

/** A head, a number, a time or a hash that the desk itself made: no words of anybody, so nothing to judge, and never masked. */
export interface OwnFact {
  readonly own: string;
}

export function factsFile(cells: readonly (readonly (ScrubbedText | OwnFact)[])[]): FileText {
  return asFile(csvText(cells.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.own)))));
}
