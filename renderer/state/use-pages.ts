// The rows of a list in pages: only those in view and around the chosen case are fetched.
import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Output } from '../../electron/contract/calls.ts';
import type { CaseRow } from '../../electron/contract/schemas.ts';
import { CLOCK_MS, queryClient } from '../bridge/queries.ts';
import { read } from '../bridge/reads.ts';
import type { ListQuery } from './list-query.ts';

const PAGE = 50;
type Page = Output<'cases.list'>;

export interface Pages {
  readonly total: number;
  readonly groups: Page['groups'];
  readonly counts: Page['counts'] | undefined;
  readonly isLoaded: boolean;
  /** The rows shown are from the previous list, or from an earlier reading of this one. */
  readonly isBehind: boolean;
  readonly rowAt: (at: number) => CaseRow | undefined;
  /** The index of a case among the loaded rows; null if it is not there. */
  readonly findLoaded: (id: string) => number | null;
  /** Fetches the row of a position that is not loaded. */
  readonly load: (at: number) => Promise<CaseRow | undefined>;
  /** Reports which rows are in view. */
  readonly show: (from: number, to: number) => void;
}

export function usePages(query: ListQuery, chosen: number): Pages {
  const [view, setView] = useState({ first: 0, last: 0 });
  const pages = useMemo(() => {
    const around = [Math.floor(Math.max(0, chosen - 2) / PAGE), Math.floor((chosen + 2) / PAGE)];
    const inView = Array.from({ length: view.last - view.first + 1 }, (_, index) => view.first + index);
    return [...new Set([0, ...around, ...inView])].sort((a, b) => a - b);
  }, [view, chosen]);
  const pageOf = (page: number) => {
    const input = { ...query, from: page * PAGE, count: PAGE };
    return { queryKey: ['cases.list', input] as const, queryFn: () => read('cases.list', input) };
  };
  const results = useQueries({ queries: pages.map((page) => ({ ...pageOf(page), refetchInterval: CLOCK_MS })) });
  const fresh = results[0]?.data;
  // Read before it was changed, and shown again: what is first in it may not be for long.
  const isEarlier = results[0]?.isFetching === true && !results[0].isFetchedAfterMount;
  const rows = new Map(pages.map((page, index) => [page, results[index]?.data?.cases]));
  // Until the first page of another list has loaded, the previous list stays on screen: nothing flickers, no key press
  // is lost.
  const held = useRef<{ first: Page; rows: typeof rows } | null>(null);
  if (fresh !== undefined) held.current = { first: fresh, rows };
  const first = fresh ?? held.current?.first;
  const loaded = fresh === undefined ? (held.current?.rows ?? rows) : rows;
  const show = useCallback((from: number, to: number) => {
    const [nextFirst, nextLast] = [Math.floor(Math.max(0, from) / PAGE), Math.floor(Math.max(0, to) / PAGE)];
    setView((before) =>
      before.first === nextFirst && before.last === nextLast ? before : { first: nextFirst, last: nextLast },
    );
  }, []);
  return {
    total: first?.total ?? 0,
    groups: first?.groups ?? NONE,
    counts: first?.counts,
    isLoaded: first !== undefined,
    isBehind: (fresh === undefined || isEarlier) && first !== undefined,
    rowAt: (at) => loaded.get(Math.floor(at / PAGE))?.[at % PAGE],
    findLoaded: (id) => {
      for (const [page, rows] of loaded) {
        const index = rows?.findIndex((row) => row.id === id) ?? -1;
        if (index !== -1) return page * PAGE + index;
      }
      return null;
    },
    load: async (at) => (await queryClient.fetchQuery(pageOf(Math.floor(at / PAGE)))).cases[at % PAGE],
    show,
  };
}

const NONE: Page['groups'] = [];
