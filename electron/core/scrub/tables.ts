// Tables in a text: a head that names the columns, and rows below with as many cells. Tabs, bars, semicolons, commas.
import type { Finding } from '../domain/pii.ts';
import type { Detector } from './detector.ts';
import { meaningOf } from './fields.ts';

const SEPARATORS = ['\t', '|', ';', ',', ' / '] as const;
const MOST_COLUMNS = 40;
const LONGEST_LINE = 2000;

interface Cell {
  readonly start: number;
  readonly text: string;
}

export const findInTables: Detector = ({ text }) => {
  if (!text.includes('\n')) return [];
  const findings: Finding[] = [];
  let head: { separator: string; columns: readonly ReturnType<typeof meaningOf>[] } | null = null;
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end === -1 ? text.length : end);
    const cells = head === null || line.length > LONGEST_LINE ? [] : split(line, head.separator);
    if (head !== null && (cells.length === head.columns.length || isRule(line))) {
      for (const [at, cell] of cells.entries()) {
        const meaning = head.columns[at] ?? null;
        if (meaning === null || !meaning.shape.test(cell.text)) continue;
        const start = from + cell.start;
        findings.push({
          start,
          end: start + cell.text.length,
          type: meaning.type,
          confidence: 0.85,
          detector: 'column',
        });
      }
    } else head = line.length > LONGEST_LINE ? null : headOf(line);
    from = end === -1 ? text.length : end + 1;
  }
  return findings;
};

/** A line of short words without a digit, two of which at least name a column. */
function headOf(line: string): { separator: string; columns: readonly ReturnType<typeof meaningOf>[] } | null {
  if (/\d{3}/.test(line)) return null;
  for (const separator of SEPARATORS) {
    const cells = split(line, separator);
    if (cells.length < 2 || cells.length > MOST_COLUMNS || cells.some((cell) => cell.text.length > 30)) continue;
    const columns = cells.map((cell) => meaningOf(/^name$/i.test(cell.text) ? 'full name' : cell.text));
    if (columns.filter((column) => column !== null).length >= 2) return { separator, columns };
  }
  return null;
}

/** The line under a head: "-----+-----", "|---|---|". */
function isRule(line: string): boolean {
  return /^[\s|+=:-]+$/.test(line);
}

function split(line: string, separator: string): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  for (const cell of line.split(separator)) {
    const text = cell.replace(/^["'\s]+|["'\s]+$/g, '');
    cells.push({ start: at + cell.indexOf(text), text });
    at += cell.length + separator.length;
  }
  return cells;
}
