// The rows of the screen in view, read from what is shown, so that every list of the desk prints the same way.

import { type CaseId, caseId } from '../../electron/core/domain/ids.ts';

export interface ShownRow {
  readonly cells: readonly string[];
  /** The case it is about, where it is about one. */
  readonly caseId?: CaseId | undefined;
}

export interface ShownRows {
  readonly heads: readonly string[];
  readonly rows: readonly ShownRow[];
}

const HEADS = '.ticket-heads > *, #cases thead th, .room thead th';
const ROWS = '#cases [role=option], #cases tbody tr:not(.section), #cases dl > div';
/** What only the screen needs: keys, buttons, screen reader text. */
const LEFT_OUT = '.kbd, kbd, button, .visually-hidden, svg, [aria-hidden=true].dot, .row-actions';
const MOST_CELLS = 20;
const LONGEST = 2_000;

export function shownRows(): ShownRows {
  const heads = [...document.querySelectorAll(HEADS)].map(wordsOf);
  const all = [...document.querySelectorAll<HTMLElement>(ROWS)]
    .map((row) => ({
      cells: [...row.children].map(wordsOf).slice(0, MOST_CELLS),
      caseId: caseId.safeParse(row.dataset.case).data,
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const isUsed = (column: number) => all.some(({ cells }) => (cells[column] ?? '') !== '');
  const used = (cells: readonly string[]) => cells.filter((_, column) => isUsed(column));
  const fits = all.every(({ cells }) => cells.length >= heads.length);
  return { heads: fits ? used(heads) : [], rows: all.map((row) => ({ ...row, cells: used(row.cells) })) };
}

function wordsOf(element: Element): string {
  // A number that is shortened on screen is printed in full.
  if (element instanceof HTMLElement && element.dataset.reference !== undefined) return element.dataset.reference;
  if (element.matches(LEFT_OUT)) return '';
  const copy = document.importNode(element, true);
  // The key of a command is what a page of keys is about.
  const keys = copy.querySelector('.visually-hidden')?.textContent ?? '';
  for (const one of copy.querySelectorAll(LEFT_OUT)) one.remove();
  const words = (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
  return (words === '' && copy.tagName === 'DD' ? keys : words).slice(0, LONGEST);
}
