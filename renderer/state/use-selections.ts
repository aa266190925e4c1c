// Undo gives back what was selected when the act was done, as mail programs do: the marked cases, or the chosen one.
import { useRef } from 'react';
import type { ActId, CaseId } from '../../electron/core/domain/ids.ts';
import type { CaseList } from './use-list.ts';

/** Acts that are remembered: older ones are undone without selecting anything. */
const MOST = 50;

type Selection = Pick<CaseList, 'query' | 'marked' | 'selected' | 'at'>;

export interface Selections {
  /** What is selected now, to be kept under the act that is about to be done with it. */
  readonly take: () => (act: ActId | null) => void;
  /** Selects what was selected for an undone act, unless another list or selection was chosen while it was undone. */
  readonly toGiveBack: () => (act: ActId | null) => void;
  /** Before the list moves on with an act: goes back if nothing came of it, unless something else was chosen since. */
  readonly toComeBack: () => () => void;
  /**
   * Takes the marks off with the act on them, so that the next key means what is selected. What it returns puts on again
   * those the act left as they were, or all, unless the list was changed or others were marked since.
   */
  readonly takeMarks: () => (left?: readonly CaseId[]) => void;
}

export function useSelections(list: CaseList): Selections {
  const current = useRef(list);
  current.current = list;
  const kept = useRef(new Map<ActId, Selection>());
  return {
    take: () => {
      const { query, marked, selected, at } = list;
      return (act) => {
        if (act === null) return;
        const [oldest] = kept.current.keys();
        if (kept.current.size >= MOST && oldest !== undefined) kept.current.delete(oldest);
        kept.current.set(act, { query, marked, selected, at });
      };
    },
    toGiveBack: () => {
      const { query, marked, selected } = current.current;
      return (act) => {
        const before = act === null ? undefined : kept.current.get(act);
        const now = current.current;
        const isElsewhere = now.marked !== marked || now.selected?.id !== selected?.id;
        if (before?.query !== query || now.query !== query || isElsewhere || marked.size > 0) return;
        now.mark(before.marked);
        if (before.selected !== null) now.select(before.selected, before.at);
      };
    },
    toComeBack: () => {
      const { query, selected, at } = list;
      if (selected === null) return () => {};
      const next = list.rowAt(list.findLoaded(selected.id) === null ? at : at + 1)?.id;
      return () => {
        const now = current.current;
        if (now.query === query && now.marked.size === 0 && now.selected?.id === next) now.select(selected, at);
      };
    },
    takeMarks: () => {
      const { query, marked } = list;
      list.clearMarks();
      return (left) => {
        const now = current.current;
        if (now.query === query && now.marked.size === 0) now.mark(left === undefined ? marked : new Set(left));
      };
    },
  };
}
