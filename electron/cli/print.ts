// What a command prints: JSON for scripts, a table on a terminal, tab-separated lines in a pipe.
import { styleText } from 'node:util';
import type { DeskOptions } from './options.ts';

// A cell comes from people's reports: a terminal must never obey it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/g;

/** One line without control characters, so that no text of a report can control the terminal or break a row. */
export function plainCell(text: string): string {
  return text.replace(CONTROL, ' ');
}

/** `value` with --json, else the text. */
export function print({ json }: DeskOptions, value: unknown, words: () => string): void {
  console.log(json ? JSON.stringify(value) : words());
}

/** Rows as a table fitted to the width of the terminal, or separated by tabs for a script. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const clean = rows.map((row) => row.map(plainCell));
  if (!process.stdout.isTTY) return clean.map((row) => row.join('\t')).join('\n');
  const widths = head.map((title, column) => Math.max(title.length, ...clean.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .slice(0, process.stdout.columns)
      .trimEnd();
  return [styleText('bold', line(head)), ...clean.map(line)].join('\n');
}
