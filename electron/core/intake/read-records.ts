// Records of JSON to rows of cells: a list, one record a line, or a list within an answer ("records", "result", "value").

import { fieldOf } from '../domain/records.ts';
import { FileProblem } from './file-problem.ts';
import type { Sheet } from './sheet.ts';

const MOST_NAMES = 1_000;

/** True for what begins as JSON. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:\[\s*[[{]|\[\s*\]|\{\s*")/.test(text.slice(0, 1_000));
}

/** @throws FileProblem with the line that cannot be read */
export function readRecords(text: string): Sheet {
  const records = recordsOf(text).map(flat);
  const names = new Set<string>();
  for (const record of records) for (const name of record.keys()) if (names.size < MOST_NAMES) names.add(name);
  const header = [...names];
  return { rows: [header, ...records.map((record) => header.map((name) => record.get(name) ?? ''))] };
}

function recordsOf(text: string): unknown[] {
  const whole = parse(text);
  if (Array.isArray(whole)) return whole;
  if (typeof whole === 'object' && whole !== null) {
    const list = Object.values(whole).find(Array.isArray);
    return list ?? [whole];
  }
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const record = parse(line);
    if (record === undefined)
      throw new FileProblem(`Line ${index + 1} is not readable JSON: it is damaged or cut off. Export the file again.`);
    return [record];
  });
}

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
  if (typeof record === 'object' && record !== null && !Array.isArray(record))
    for (const [name, value] of Object.entries(record)) values.set(name, inWords(value));
  return values;
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (typeof value !== 'object') return String(value);
  const shown = ['display_value', 'displayValue', 'name', 'value'].map((name) => fieldOf(value, name));
  return inWords(shown.find((one) => one !== undefined && one !== null));
}
