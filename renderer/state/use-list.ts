// The current list: what it shows, which case is chosen, which ones are marked. A case that was just decided may leave
// the list but stays chosen, so that its ticket can be queued and its undo is visible.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaseRow } from '../../electron/contract/schemas.ts';
import type { CaseId } from '../../electron/core/domain/ids.ts';
import { call } from '../bridge/bridge.ts';
import { prefetchCase, useCall } from '../bridge/queries.ts';
import { toastError } from '../components/toast.tsx';
import { holdKeys } from './held-keys.ts';
import { FIRST_QUERY, type ListQuery, nameOfOrder, orderOf } from './list-query.ts';
import { type Pages, usePages } from './use-pages.ts';
import { useStored } from './use-stored.ts';

export type Lanes = 'none' | 'team' | 'time';
/** How many a cell of the board shows; the rest is counted. */
const MOST_CARDS = 40;
const PREFETCH_MS = 60;
const MOST_MARKED = 5_000;

export interface CaseList extends Pages {
  readonly query: ListQuery;
  readonly change: (part: Partial<ListQuery>) => void;
  readonly lanes: Lanes;
  readonly setLanes: (lanes: Lanes) => void;
  readonly board: ReturnType<typeof useBoard>;
  /** Index of the chosen case; its last index if it has left the list. */
  readonly at: number;
  readonly selected: CaseRow | null;
  readonly select: (row: CaseRow, at?: number) => void;
  readonly move: (by: number) => void;
  /** Keeps the shown case chosen, even if an act may take it off the list. */
  readonly hold: () => void;
  readonly marked: ReadonlySet<CaseId>;
  readonly toggleMark: (row?: CaseRow) => void;
  /** Marks from the chosen case up to an index. */
  readonly markTo: (at: number) => void;
  readonly markAll: () => void;
  /** Marks these, and no others. */
  readonly mark: (ids: ReadonlySet<CaseId>) => void;
  readonly clearMarks: () => void;
  /** Takes these marks off, unless others were made meanwhile. */
  readonly unmark: (acted: ReadonlySet<CaseId>) => void;
  /** What an act applies to: the marked cases, or the chosen one. */
  readonly targets: readonly CaseId[];
  /** Chooses a case in the current list, else among all; if its row is known, it is chosen at once. No mark is kept. */
  readonly reveal: (id: CaseId, row?: CaseRow) => void;
  /** Of a case that is not in the desk anymore: back to what was open before it was revealed, or the first of the list. */
  readonly letGo: (id: CaseId) => void;
  /** Chooses a case in the current list, with its marks, else among all. */
  readonly find: (id: CaseId) => void;
  /** Shows all cases, chooses the first of these and marks them. */
  readonly revealMarked: (ids: readonly CaseId[]) => void;
}

interface Chosen {
  readonly row: CaseRow;
  readonly at: number;
}

const NOTHING: ReadonlySet<CaseId> = new Set();
const ALL: ListQuery = { ...FIRST_QUERY, filter: {} };

export function useList(onBoard: boolean): CaseList {
  const [order, keepOrder] = useStored('queue-group', nameOfOrder(FIRST_QUERY));
  const [query, setQuery] = useState<ListQuery>(() => {
    const { group, reversed } = orderOf(order);
    return { ...FIRST_QUERY, group, reversed };
  });
  const [lanes, setLanes] = useState<Lanes>('none');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  /** The case being searched for: until it is found none is chosen, so that no key acts on another one. */
  const [awaited, setAwaited] = useState<CaseId | null>(null);
  const latest = useRef<CaseId | null>(null);
  /** What was open before a case was revealed, as long as the list was not changed since. */
  const cameFrom = useRef<{ readonly id: CaseId; readonly query: ListQuery; readonly chosen: Chosen | null } | null>(
    null,
  );
  const [marked, setMarked] = useState(NOTHING);
  const wanted = query;
  const pages = usePages(wanted, chosen?.at ?? 0);
  const board = useBoard(onBoard, wanted, lanes);
  const rows: Pick<Pages, 'rowAt' | 'findLoaded' | 'total' | 'isBehind'> = onBoard ? board : pages;

  const found = chosen === null ? 0 : rows.findLoaded(chosen.row.id);
  const shown = useRef<CaseRow | null>(null);
  const placed = found === null ? chosen?.row : (rows.rowAt(found) ?? chosen?.row);
  // While another list is loading, the shown case stays the chosen one.
  const here = chosen === null && pages.isBehind && !onBoard ? shown.current : (placed ?? null);
  const selected = awaited !== null && here?.id !== awaited ? null : here;
  shown.current = selected;
  const at = found ?? Math.min(chosen?.at ?? 0, Math.max(0, rows.total - 1));
  const hasLeft = found === null;
  if (selected !== null && found !== null && chosen !== null && (chosen.row !== selected || chosen.at !== found))
    setChosen({ row: selected, at: found });

  const next = rows.rowAt(hasLeft ? at : at + 1)?.id;
  const before = rows.rowAt(at - 1)?.id;
  useEffect(() => {
    // A moment later, so that what is on screen is loaded first.
    const timer = setTimeout(() => {
      for (const id of [next, before]) if (id !== undefined) prefetchCase(id);
    }, PREFETCH_MS);
    return () => clearTimeout(timer);
  }, [next, before]);

  const select = (row: CaseRow, place = rows.findLoaded(row.id) ?? at) => setChosen({ row, at: place });
  const move = (by: number) => {
    const to = Math.max(0, Math.min(rows.total - 1, hasLeft && by > 0 ? at + by - 1 : at + by));
    const row = rows.rowAt(to);
    if (row !== undefined) setChosen({ row, at: to });
    // Moved faster than rows come in: the keys that follow are meant for the row to come.
    else if (rows.total > 0) holdKeys(pages.load(to).then((one) => one && setChosen({ row: one, at: to })));
  };

  const change = useCallback(
    (part: Partial<ListQuery>) => {
      const { group, reversed = false } = part;
      if (group !== undefined) keepOrder(nameOfOrder({ group, reversed }));
      setQuery((old) => ({ ...old, ...part }));
      setChosen(null);
      latest.current = null;
      cameFrom.current = null;
      setAwaited(null);
      setMarked(NOTHING);
    },
    [keepOrder],
  );

  const add = (ids: readonly CaseId[]) => setMarked((old) => new Set([...old, ...ids]));
  const markBetween = (from: number, to: number) => {
    const loaded = Array.from({ length: to - from }, (_, index) => rows.rowAt(from + index)?.id).filter(
      (id) => id !== undefined,
    );
    if (loaded.length === to - from) add(loaded);
    // What is done next is done with all of them.
    else
      holdKeys(
        call('cases.ids', { ...wanted, from, to: Math.min(to, from + MOST_MARKED) }).then(({ ids }) => add(ids)),
      );
  };
  /** Chooses a case in the first of these lists that has it, and shows that list; the last one in any case. */
  async function seek(id: CaseId, lists: readonly ListQuery[], row?: CaseRow): Promise<void> {
    cameFrom.current = { id, query, chosen };
    setChosen(row === undefined ? null : { row, at: 0 });
    setAwaited(id);
    latest.current = id;
    try {
      for (const [at, wanted] of lists.entries()) {
        if (wanted !== query) {
          setQuery(wanted);
          setMarked(NOTHING);
        }
        const place = await placeOf(wanted, id);
        if (latest.current !== id) return; // something else was requested in the meantime
        if (place === null && at < lists.length - 1) continue;
        setChosen(place);
        setAwaited(null);
        return;
      }
    } catch (error) {
      setAwaited(null);
      toastError(error);
    }
  }
  function reveal(id: CaseId, row?: CaseRow): void {
    setMarked(NOTHING);
    holdKeys(seek(id, [query, ALL], row));
  }
  const letGo = useCallback((id: CaseId) => {
    const before = cameFrom.current?.id === id ? cameFrom.current : null;
    cameFrom.current = null;
    if (before !== null) setQuery(before.query);
    setChosen((now) => (now?.row.id === id ? (before?.chosen ?? null) : now));
  }, []);
  function find(id: CaseId): void {
    if (selected?.id !== id) holdKeys(seek(id, [query, ALL]));
  }
  return {
    ...pages,
    ...rows,
    query,
    change,
    lanes,
    setLanes,
    board,
    at,
    selected,
    select,
    move,
    hold: () => {
      if (selected !== null) select(selected);
    },
    marked,
    toggleMark: (row = selected ?? undefined) => {
      if (row === undefined) return;
      const rest = new Set(marked);
      if (!rest.delete(row.id)) rest.add(row.id);
      setMarked(rest);
    },
    markTo: (to) => {
      markBetween(Math.min(at, to), Math.max(at, to) + 1);
      const row = rows.rowAt(to);
      if (row !== undefined) setChosen({ row, at: to });
    },
    markAll: () => markBetween(0, Math.min(rows.total, MOST_MARKED)),
    mark: setMarked,
    clearMarks: () => setMarked(NOTHING),
    unmark: (acted) => setMarked((now) => (now === acted ? NOTHING : now)),
    targets: marked.size > 0 ? [...marked] : selected === null ? [] : [selected.id],
    reveal,
    letGo,
    find,
    revealMarked: (ids) => {
      const [first] = ids;
      if (first === undefined) return;
      holdKeys(seek(first, [ALL]));
      setMarked(new Set(ids));
    },
  };
}

async function placeOf(query: ListQuery, id: CaseId): Promise<Chosen | null> {
  const { at } = await call('cases.place', { ...query, id });
  if (at === null) return null;
  const { cases } = await call('cases.list', { ...query, from: at, count: 1 });
  const row = cases[0];
  return row === undefined ? null : { row, at };
}

/** The board as one list: column by column, top to bottom, lane after lane. */
function useBoard(isShown: boolean, { filter, search }: ListQuery, lanes: Lanes) {
  // The board has a column per status, so a filter by status would leave empty columns.
  const { status: _, ...rest } = filter;
  const read = useCall('cases.board', { filter: rest, search, lanes, most: MOST_CARDS }, isShown);
  const { data } = read;
  const rows = data?.lanes.flatMap((lane) => lane.columns.flatMap((column) => column.cases)) ?? [];
  return {
    lanes: data?.lanes ?? [],
    isBehind: read.isPending || read.isPlaceholderData,
    total: rows.length,
    rowAt: (at: number): CaseRow | undefined => rows[at],
    findLoaded: (id: string) => {
      const at = rows.findIndex((row) => row.id === id);
      return at === -1 ? null : at;
    },
  };
}
