// The passing state of the window: which room, which case, which dialog. Facts of the desk are not here.
import { createContext, useContext } from 'react';
import type { ActivityId, CaseId } from '../electron/contract/ids.ts';
import type { CaseRow, Team } from '../electron/contract/shapes.ts';
import type { TriageAction } from '../electron/core/words/case.ts';

export type Room = 'day' | 'queue' | 'board' | 'outbox' | 'settings';
export type Tab = 'compose' | 'case' | 'activity';
export type Dialog =
  | { readonly kind: 'team'; readonly action: 'escalate' | 'assign' }
  | { readonly kind: 'time' }
  | { readonly kind: 'release' }
  | { readonly kind: 'help' }
  | { readonly kind: 'import' };

export interface DeskUi {
  readonly practice: boolean;
  readonly room: Room;
  readonly go: (room: Room) => void;
  readonly tab: Tab;
  readonly showTab: (tab: Tab) => void;
  readonly dialog: Dialog | null;
  readonly ask: (dialog: Dialog | null) => void;
  readonly paletteOpen: boolean;
  readonly setPaletteOpen: (open: boolean) => void;
  readonly search: string;
  readonly setSearch: (search: string) => void;
  readonly filter: 'undecided' | 'all';
  readonly setFilter: (filter: 'undecided' | 'all') => void;
  /** The cases in the order on screen. */
  readonly cases: readonly CaseRow[];
  readonly selected: CaseRow | null;
  readonly select: (id: CaseRow['id']) => void;
  readonly move: (by: number) => void;
  readonly teams: readonly Team[];
  readonly act: (action: TriageAction, team?: string) => void;
  readonly queueTicket: () => void;
  /** Takes the newest act back, or the one named. */
  readonly undo: (id?: ActivityId | null) => void;
  /** Shows a case in the queue, wherever one is. */
  readonly openCase: (id: CaseId) => void;
  /** The desk's own time, UTC ms: practice may have moved it. */
  readonly now: () => number;
  readonly reviewRelease: () => void;
  /** Sends the step of the ladder that waits: of the selected case in a list, else the first. */
  readonly sendFollowUp: () => void;
  readonly advanceClock: (minutes: number) => void;
  readonly syncNow: () => void;
  readonly copyText: () => void;
  readonly exportCsv: () => void;
  readonly toggleScheme: () => void;
}

export const DeskUiContext = createContext<DeskUi | null>(null);

export function useDeskUi(): DeskUi {
  const ui = useContext(DeskUiContext);
  if (ui === null) throw new Error('used outside the desk');
  return ui;
}
