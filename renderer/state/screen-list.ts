// The rows of the current screen if it does not list cases: the window's keys move through them and act on them.
import { useEffect, useLayoutEffect, useState } from 'react';

export interface ScreenList {
  readonly move: (by: number) => void;
  readonly open: () => void;
  /** Further actions, by the id of their command. */
  readonly acts: Readonly<Record<string, () => void>>;
}

let shown: ScreenList | null = null;

/** Null if the screen has no rows of its own. */
export function screenList(): ScreenList | null {
  return shown;
}

/** Connects a screen's rows to the keys while the screen is shown. */
export function useScreenList(list: ScreenList): void {
  useLayoutEffect(() => {
    shown = list;
    return () => {
      if (shown === list) shown = null;
    };
  });
}

interface Place {
  readonly key: string;
  readonly at: number;
}

/** The last position on each screen, for coming back to it. */
const places = new Map<string, Place>();

/** Chooses a row of a screen that is not shown yet. */
export function chooseOn(name: string, key: string): void {
  places.set(name, { key, at: 0 });
}

export interface Cursor<R> {
  readonly row: R | null;
  readonly at: number;
  readonly move: (by: number) => void;
  readonly choose: (row: R) => void;
}

/**
 * Chooses one of some rows. When the chosen one disappears, the one that takes its place is chosen; `name` remembers
 * the position.
 */
export function useCursor<R extends { readonly key: string }>(name: string, rows: readonly R[]): Cursor<R> {
  const [place, setPlace] = useState<Place>(places.get(name) ?? { key: '', at: 0 });
  const found = rows.findIndex(({ key }) => key === place.key);
  const at = found === -1 ? Math.max(0, Math.min(place.at, rows.length - 1)) : found;
  const row = rows[at] ?? null;
  const key = row?.key ?? '';
  useEffect(() => {
    if (key === '') return;
    // Until someone moves, the first row is meant, whichever that is.
    setPlace((before) => (before.key === '' || (before.key === key && before.at === at) ? before : { key, at }));
    document.getElementById(rowId(key))?.scrollIntoView({ block: 'nearest' });
  }, [key, at]);
  useEffect(() => void places.set(name, place), [name, place]);
  const goTo = (to: number) => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (next !== undefined) setPlace({ key: next.key, at: rows.indexOf(next) });
  };
  return { row, at, move: (by) => goTo(at + by), choose: (one) => goTo(rows.indexOf(one)) };
}

/** The id of a row's element. */
export function rowId(key: string): string {
  return `row-${key.replace(/\W+/g, '-')}`;
}
