// A message that cannot be read, cell by cell, so that a person can mend it; and the message that mended cells make.
import { z } from 'zod';
import { fieldOf } from '../domain/records.ts';
import type { RejectedLine } from './incoming-case.ts';

type Cells = NonNullable<RejectedLine['line']>;

/** What was added to say where a message stood. */
const place = z.object({ day: z.string(), row: z.int() });
/** Texts, whatever they look like. */
const AS_WRITTEN: ReadonlySet<string> = new Set(['ts', 'text', 'thread_ts']);

/** Where a message stands: the day's file of its export and its row there, or its row in a list of one file. */
export function placeOf(given: unknown, row: number): Pick<RejectedLine, 'row' | 'part'> {
  const told = place.safeParse(fieldOf(given, 'place'));
  return told.success ? { row: told.data.row, part: `day ${told.data.day}` } : { row };
}

export function rejectMessage(given: unknown, row: number, column: string, reason: string): RejectedLine {
  return { ...placeOf(given, row), column, reason, line: cellsOf(given, column) };
}

function cellsOf(given: unknown, column: string): Cells {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return [{ name: column, value: JSON.stringify(given) }];
  const cells = Object.entries(given)
    .filter(([name]) => name !== 'place')
    .map(([name, value]) => ({ name, value: typeof value === 'string' ? value : JSON.stringify(value) }));
  return cells.some(({ name }) => name === column) ? cells : [...cells, { name: column, value: '' }];
}

/** A cell that was emptied is left out: a reply without `thread_ts` is a message of its own. */
export function messageOfCells(cells: Cells): unknown {
  const told = cells.filter(({ value }) => value.trim() !== '');
  return Object.fromEntries(told.map(({ name, value }) => [name, AS_WRITTEN.has(name) ? value : unwritten(value)]));
}

function unwritten(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
