// The draft of a ticket as typed in this window: saved a moment later, based on the draft it was made from. If another
// window changed the same text in the meantime, that version stays, and what was typed here is kept and shown next to
// it.
import { useSyncExternalStore } from 'react';
import type { TicketDraft } from '../../electron/contract/schemas.ts';
import type { ActivityId, CaseId } from '../../electron/core/domain/ids.ts';
import { call } from '../bridge/bridge.ts';
import { queryClient } from '../bridge/queries.ts';
import { toastError } from '../components/toast.tsx';
import { Keeper } from './keeper.ts';

interface DraftText {
  readonly title: string;
  readonly body: string;
}

/** Text typed here that did not become the draft. */
export interface Displaced extends DraftText {
  readonly keptId: ActivityId;
}

interface Held {
  /** Null if the desk's own draft is shown. */
  readonly words: DraftText | null;
  readonly displaced: Displaced | null;
}

class HeldDraft {
  state: Held = { words: null, displaced: null };
  /** The draft that the typed text is based on. */
  private was: DraftText = { title: '', body: '' };
  /** Being saved; no answer yet. */
  private sent: DraftText | null = null;
  private readonly caseId: CaseId;
  private readonly listeners = new Set<() => void>();
  readonly keeper = new Keeper({
    isKept: () => this.state.words === null,
    keep: (pageGoes) => this.keep(pageGoes),
    onFail: toastError,
  });

  constructor(caseId: CaseId) {
    this.caseId = caseId;
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) void this.leave();
    };
  };

  set(change: Partial<Held>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  type(words: DraftText, shown: DraftText): void {
    if (this.state.words === null) this.was = { title: shown.title, body: shown.body };
    this.set({ words });
    this.keeper.soon();
  }

  private async keep(pageGoes: boolean): Promise<void> {
    const { words } = this.state;
    if (words === null) return;
    // A page that goes may take with it what is on its way.
    const sent = pageGoes ? (this.sent ?? undefined) : undefined;
    this.sent = words;
    try {
      const input = { caseId: this.caseId, ...words, was: this.was, sent };
      const { keptId, ...draft } = await call('tickets.edit', input);
      const isNewest = this.state.words === words;
      queryClient.setQueryData<TicketDraft>(['tickets.draft', { id: this.caseId }], draft);
      if (keptId === null) this.was = words;
      this.set({ ...(isNewest && { words: null }), ...(keptId !== null && { displaced: { ...words, keptId } }) });
    } finally {
      this.sent = null;
    }
  }

  /** Nobody is viewing it any more: it is saved, and dropped unless there is something to choose. */
  private async leave(): Promise<void> {
    await this.keeper.now();
    if (this.listeners.size > 0 || !this.keeper.isKept || this.state.displaced !== null) return;
    this.keeper.end();
    drafts.delete(this.caseId);
  }
}

const drafts = new Map<CaseId, HeldDraft>();

function heldDraft(caseId: CaseId): HeldDraft {
  const held = drafts.get(caseId) ?? new HeldDraft(caseId);
  drafts.set(caseId, held);
  return held;
}

/** Whether what was typed into the tickets of these cases is saved. */
export const areDraftsKept = (ids: readonly CaseId[]) => ids.every((id) => drafts.get(id)?.keeper.isKept ?? true);

export const NOT_KEPT = 'What was typed could not be saved yet. Try again in a moment.';

/** A locked window does not hold what the store has. */
export function forgetKeptDrafts(): void {
  for (const [caseId, { keeper }] of drafts)
    if (keeper.isKept) {
      keeper.end();
      drafts.delete(caseId);
    }
}

export interface DraftWords {
  readonly shown: DraftText;
  readonly displaced: Displaced | null;
  readonly change: (part: Partial<DraftText>) => void;
  /** Resolves once what was typed is saved. @throws if it could not be */
  readonly saveNow: () => Promise<void>;
  /** Removes the text that did not become the draft from the form; it stays with the case. */
  readonly forgetDisplaced: () => void;
}

export function useDraftWords(caseId: CaseId, draft: TicketDraft): DraftWords {
  const held = heldDraft(caseId);
  const { words, displaced } = useSyncExternalStore(held.listen, () => held.state);
  const shown = words ?? draft;
  return {
    shown,
    displaced,
    change: (part) => held.type({ title: shown.title, body: shown.body, ...part }, draft),
    saveNow: async () => {
      await held.keeper.now();
      if (!held.keeper.isKept) throw new Error(NOT_KEPT);
    },
    forgetDisplaced: () => held.set({ displaced: null }),
  };
}
