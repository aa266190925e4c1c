// The transient state of the window: which screen, which list, which dialog. The desk's data is not here.
import { createContext, useContext } from 'react';
import type { Input } from '../electron/contract/calls.ts';
import type { WaitingStep } from '../electron/contract/day-schemas.ts';
import type { SavedView } from '../electron/contract/queue-calls.ts';
import type { CaseRow, OutboxEntry, Team } from '../electron/contract/schemas.ts';
import type { TriageAction } from '../electron/core/domain/case.ts';
import type { ActId, CaseId, TemplateId } from '../electron/core/domain/ids.ts';
import type { PiiType } from '../electron/core/domain/pii.ts';
import type { ChosenFile, FileResult } from './screens/import/files.ts';
import type { CaseList } from './state/use-list.ts';

export const SCREEN_NAMES = {
  day: 'My day',
  queue: 'Queue',
  replies: 'Replies',
  tickets: 'Tickets',
  board: 'Board',
  trends: 'Trends',
  reports: 'Reports',
  outbox: 'Outbox',
  settings: 'Settings',
  help: 'Help',
} as const;
export type ScreenName = keyof typeof SCREEN_NAMES;
export type Tab = 'compose' | 'case' | 'activity';
export type Dialog =
  | { readonly kind: 'team'; readonly action: 'escalate' | 'assign' }
  /** For the given cases, with a label for them; else for the marked or chosen one. */
  | { readonly kind: 'time'; readonly caseIds?: readonly CaseId[]; readonly who?: string }
  | { readonly kind: 'snooze' }
  | { readonly kind: 'tag' }
  | { readonly kind: 'problem' }
  | { readonly kind: 'answer' }
  | { readonly kind: 'trend-merge'; readonly id: string }
  | { readonly kind: 'trend-name'; readonly id: string; readonly title: string }
  /** Cases that become a trend of their own, by name. */
  | { readonly kind: 'trend-split'; readonly caseIds: readonly CaseId[]; readonly title: string }
  | { readonly kind: 'trend-move'; readonly caseIds: readonly CaseId[]; readonly from: string }
  /** A preview of a trend's ticket. */
  | { readonly kind: 'trend-ticket'; readonly id: string }
  | { readonly kind: 'filter' }
  | { readonly kind: 'save-view' }
  | { readonly kind: 'log' }
  /** `why` it was opened instead of an undo, and the act that is undone with Enter. */
  | { readonly kind: 'undo'; readonly why?: string; readonly first?: ActId }
  | { readonly kind: 'release' }
  /** Dropped files; otherwise they are chosen in the dialog. With results, it shows what came of them. */
  | {
      readonly kind: 'import';
      readonly files?: readonly File[];
      /** A file the desk was started with. */
      readonly onDisk?: ChosenFile;
      readonly results?: readonly FileResult[];
    }
  /** Escalation steps with the text they would send, to be read and edited first. */
  | { readonly kind: 'follow-up'; readonly steps: readonly WaitingStep[] }
  /** Text to insert into an answer. */
  | { readonly kind: 'saved-reply'; readonly caseId: CaseId; readonly put: (text: string) => void }
  /** The text of an outbox entry. */
  | { readonly kind: 'entry'; readonly entry: OutboxEntry }
  /** Which of two values to keep. */
  | { readonly kind: 'choose'; readonly entry: OutboxEntry }
  /** The reports of a period as they would be published. */
  | { readonly kind: 'publish'; readonly spans: { readonly period?: string; readonly baseline?: string } }
  /** Changes the ticket of a case. */
  | { readonly kind: 'ticket'; readonly caseId: CaseId }
  /** Assigns a case to another team member. */
  | { readonly kind: 'hand-over'; readonly caseId: CaseId }
  | { readonly kind: 'menu'; readonly x: number; readonly y: number };

/** What "repeat" does again, on whatever is then chosen. */
export type Repeatable =
  | { readonly kind: 'triage'; readonly action: TriageAction; readonly team?: string | undefined }
  | { readonly kind: 'tag'; readonly tag: string };

export interface QuestionActs {
  /** Answers the focused question, else the first one of the chosen case, for every place with the same text. */
  readonly answerQuestion: (isPersonal: boolean) => void;
  /** Chooses the next case of the list that has an open question. */
  readonly nextQuestion: () => void;
}

/** Text of a case by its position, and its kind. */
export interface MarkedWords {
  readonly caseId: Input<'rules.make'>['caseId'];
  readonly start: number;
  readonly end: number;
  readonly type: PiiType;
}

export interface MarkActs {
  /** Marks text as personal: it is masked everywhere in the case. */
  readonly markPersonal: (caseId: CaseId, spans: readonly Pick<MarkedWords, 'start' | 'end'>[], type: PiiType) => void;
  /** Masks a text in every case of the desk: the given one, else what was marked last. */
  readonly maskEverywhere: (words?: MarkedWords) => void;
  readonly neverMask: (words: MarkedWords) => void;
}

/** What can be done from anywhere in the window. */
export interface Acts extends QuestionActs, MarkActs {
  /** On the given case, else on the marked cases or the chosen one. */
  readonly act: (action: TriageAction, team?: string, row?: CaseRow) => void;
  /** Escalates each marked case, or the chosen one, to its suggested team. */
  readonly escalateSuggested: () => void;
  /** Undoes the latest act of a case. */
  readonly takeBack: (row: CaseRow) => void;
  readonly tag: (tag: string) => void;
  readonly answer: (template: TemplateId) => void;
  readonly repeat: () => void;
  readonly queueTicket: (row?: CaseRow) => void;
  /** Undoes the latest act, or the given one. */
  readonly undo: (id?: ActId | null) => void;
  readonly reviewRelease: () => void;
  /** Sends the pending escalation step of the given case, else the first one. */
  readonly sendFollowUp: (id?: CaseId) => void;
  readonly advanceClock: (minutes: number) => void;
  readonly syncNow: () => void;
  /** Answers whether the chosen case is a duplicate of its possible original. */
  readonly answerSame: (isSame: boolean) => void;
  readonly copyText: () => void;
  /** Writes the request to Tier 2 for what the chosen case does not say. */
  readonly askForMore: () => void;
  readonly exportCsv: () => void;
  readonly saveViews: (views: SavedView[], said: string) => void;
  readonly saveKeys: (keys: Record<string, string[]>) => void;
}

export interface DeskUi extends Acts {
  readonly practice: boolean;
  readonly screen: ScreenName;
  readonly go: (screen: ScreenName) => void;
  /** The screen before help was opened. */
  readonly cameFrom: ScreenName;
  readonly tab: Tab;
  readonly showTab: (tab: Tab) => void;
  readonly dialog: Dialog | null;
  readonly ask: (dialog: Dialog | null) => void;
  readonly paletteOpen: boolean;
  readonly setPaletteOpen: (open: boolean) => void;
  readonly list: CaseList;
  readonly views: readonly SavedView[];
  readonly teams: readonly Team[];
  /** Shows a case in the queue, from any screen. */
  readonly openCase: (id: CaseId, row?: CaseRow) => void;
  /** Shows the first of some cases in the queue, with all of them marked. */
  readonly openCases: (ids: readonly CaseId[]) => void;
  /** The desk's own time, UTC ms: practice may have changed it. */
  readonly now: () => number;
  readonly toggleScheme: () => void;
  readonly toggleContrast: () => void;
  /** Hidden columns of the queue, separated by spaces. */
  readonly hiddenColumns: string;
  readonly hideColumns: (hidden: string) => void;
  /** Hides or shows the case next to the list. */
  readonly isSplit: boolean;
  readonly toggleSplit: () => void;
  /** The body of a ticket is shown as it will render there, instead of as Markdown source. */
  readonly isPreview: boolean;
  readonly togglePreview: () => void;
}

export const DeskUiContext = createContext<DeskUi | null>(null);

export function useDeskUi(): DeskUi {
  const ui = useContext(DeskUiContext);
  if (ui === null) throw new Error('used outside the desk');
  return ui;
}
