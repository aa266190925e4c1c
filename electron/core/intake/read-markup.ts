// Tables written as markup, to rows of cells: pages and XML that reports save as .xls, OpenDocument, and records of XML.
import { Parser } from 'htmlparser2';
import type { Sheet } from './sheet.ts';

const TABLE = /^(?:table|worksheet)$/;
const ROW = /^(?:tr|row|table-row)$/;
const CELL = /^(?:td|th|cell|table-cell|covered-table-cell)$/;
const NO_TEXT = /^(?:script|style|head|annotation|comment|phoneticrun)$/;
const LINE = /^(?:br|p|div|li|line-break)$/;
const MOST_REPEATED = 1_000;

/** True for what begins as a page or as XML. */
export function looksLikeMarkup(text: string): boolean {
  return /^\s*<(?:\?xml|!doctype|html|table|head|meta|style|ss:|workbook|xml|[a-z_][\w:-]*>)/i.test(
    text.slice(0, 1_000),
  );
}

/** The tables of a text, in order; of XML without tables its records, one element a record and one a value. */
export function readMarkup(text: string): Sheet[] {
  const isXml = /^\s*<\?xml/i.test(text.slice(0, 200)) && !/<html/i.test(text.slice(0, 2_000));
  const tables = readTables(text, isXml);
  return tables.length > 0 || !isXml ? tables : [{ rows: readRecords(text) }];
}

function readTables(text: string, xmlMode: boolean): Sheet[] {
  const sheets: string[][][] = [];
  let rows: string[][] | null = null;
  let cells: string[] | null = null;
  let words: string[] | null = null;
  /** Stands in a cell for what follows it: columns it spans, or is repeated in. */
  let repeat = 1;
  let span = 1;
  let date: string | null = null;
  let silent = 0;
  let rowRepeat = 1;
  let depth = 0;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const tag = localName(name);
        const attribute = (wanted: string) => attributeOf(attributes, wanted);
        if (NO_TEXT.test(tag)) silent += 1;
        else if (TABLE.test(tag)) {
          // The table of a worksheet is the worksheet itself; one within a cell is a part of its text.
          if (depth === 0) {
            rows = [];
            sheets.push(rows);
          }
          depth += 1;
        } else if (ROW.test(tag) && rows !== null && depth <= 2 && words === null) {
          cells = [];
          rowRepeat = countOf(attribute('number-rows-repeated'));
          const index = Number(attribute('index') ?? 0);
          while (index > 0 && rows.length < Math.min(index - 1, rows.length + MOST_REPEATED)) rows.push([]);
        } else if (CELL.test(tag) && cells !== null && words === null) {
          const index = Number(attribute('index') ?? 0);
          while (index > 0 && index <= MOST_REPEATED && cells.length < index - 1) cells.push('');
          words = [];
          repeat = countOf(attribute('number-columns-repeated'));
          span = countOf(attribute('colspan')) + countOf(attribute('mergeacross'), 0);
          date = attribute('date-value');
        } else if (LINE.test(tag) && words !== null && words.length > 0) words.push('\n');
        else if (tag === 's' && words !== null) words.push(' '.repeat(countOf(attribute('c'))));
      },
      ontext(text) {
        if (silent === 0) words?.push(text);
      },
      onclosetag(name) {
        const tag = localName(name);
        if (NO_TEXT.test(tag)) silent -= 1;
        else if (TABLE.test(tag)) {
          depth -= 1;
          if (depth === 0) rows = null;
        } else if (CELL.test(tag) && words !== null && cells !== null) {
          const value = date ?? tidy(words.join(''));
          for (let copy = 0; copy < repeat; copy += 1) cells.push(value);
          for (let more = 1; more < span; more += 1) cells.push('');
          words = null;
        } else if (ROW.test(tag) && cells !== null && words === null) {
          for (let copy = 0; copy < rowRepeat; copy += 1) rows?.push(withoutEnd(cells));
          cells = null;
        }
      },
    },
    { xmlMode, decodeEntities: true },
  );
  parser.end(text);
  return sheets.map((found) => ({ rows: found }));
}

/** Each child of the root is a record, each of its children a value; the first row names them. */
function readRecords(text: string): string[][] {
  const names: string[] = [];
  const records: Map<string, string>[] = [];
  const path: string[] = [];
  const parser = new Parser(
    {
      onopentag(name) {
        path.push(name);
        if (path.length === 2) records.push(new Map());
        if (path.length === 3 && !names.includes(name) && names.length < MOST_REPEATED) names.push(name);
      },
      ontext(words) {
        const [, , name] = path;
        const record = records.at(-1);
        if (name !== undefined) record?.set(name, (record.get(name) ?? '') + words);
      },
      onclosetag() {
        path.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return [names, ...records.map((record) => names.map((name) => record.get(name) ?? ''))];
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function attributeOf(attributes: Readonly<Record<string, string>>, wanted: string): string | null {
  for (const [name, value] of Object.entries(attributes)) if (localName(name) === wanted) return value;
  return null;
}

function countOf(value: string | null, usual = 1): number {
  const count = value === null ? usual : Number(value);
  return Number.isInteger(count) && count >= 0 && count <= MOST_REPEATED ? count : usual;
}

function tidy(text: string): string {
  return text.replace(/[ \t\u00A0]*\n[ \t\u00A0]*/g, '\n').trim();
}

/** A sheet ends with cells nobody filled. */
function withoutEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}
