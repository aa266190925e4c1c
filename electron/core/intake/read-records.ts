// Records of JSON to rows of cells: a list, one record a line, or a list within an answer ("records", "result", "value").

import { fieldOf } from '../domain/records.ts';
import { FileProblem } from './file-problem.ts';
import type { Sheet } from './sheet.ts';

const MOST_NAMES = 1_000;

/** True for what begins as JSON. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:\[\s*[[{]|\[\s*\]|\{\s*")/.test(text.slice(0, 1_000));
}

/** A line of several that is no record is a damaged row. @throws FileProblem with the line that cannot be read, where most are such */
export function readRecords(text: string): Sheet {
  const { list, damaged } = recordsOf(text);
  const records = list.map(flat);
  const names = new Set<string>();
  for (const record of records) for (const name of record.keys()) if (names.size < MOST_NAMES) names.add(name);
  const header = [...names];
  return {
    rows: [header, ...records.map((record) => header.map((name) => record.get(name) ?? ''))],
    damaged: damaged.map(({ row, line, words }) => ({
      ...{ row, column: 'the whole row', reason: `Line ${line} ${NO_RECORD} Mend it, or export the file again.` },
      line: [...header.map((name) => ({ name, value: '' })), { name: 'Line', value: words }],
    })),
  };
}

const NO_RECORD = 'is not readable JSON: it is damaged or cut off.';

interface DamagedLine {
  /** In the table, whose header is row 1. */
  readonly row: number;
  readonly line: number;
  readonly words: string;
}

function recordsOf(text: string): { readonly list: readonly unknown[]; readonly damaged: readonly DamagedLine[] } {
  const whole = parse(text);
  if (Array.isArray(whole)) return { list: whole, damaged: [] };
  if (isObject(whole)) return { list: Object.values(whole).find(Array.isArray) ?? [whole], damaged: [] };
  const list: unknown[] = [];
  const damaged: DamagedLine[] = [];
  for (const [index, words] of text.split(/\r?\n/).entries()) {
    if (words.trim() === '') continue;
    const record = parse(words);
    list.push(record);
    if (!isObject(record)) damaged.push({ row: list.length + 1, line: index + 1, words });
  }
  const [first] = damaged;
  if (first !== undefined && damaged.length * 2 > list.length)
    throw new FileProblem(`Line ${first.line} ${NO_RECORD} Export the file again.`);
  return { list, damaged };
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Name → value in words; of an object its display value, of a list all of it. */
function flat(record: unknown): Map<string, string> {
  const values = new Map<string, string>();
  if (isObject(record)) for (const [name, value] of Object.entries(record)) values.set(name, inWords(value));
  return values;
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (typeof value !== 'object') return String(value);
  const shown = ['display_value', 'displayValue', 'name', 'value'].map((name) => fieldOf(value, name));
  return inWords(shown.find((one) => one !== undefined && one !== null));
}
