// The states of the help desks' own systems beside the desk's: what theirs means here, and what to set there after each
// decision. HRC Dynamics has a Status Reason and an Owner; ServiceNow a State, of which Resolved and Closed both mean
// done.
import type { CaseStatus, Source } from './case.ts';

/** What their state means: unassigned, in progress, waiting for someone else, or done. */
export type TheirMeaning = 'new' | 'working' | 'waiting' | 'over';

/** Export columns that hold the state, in lowercase. */
const STATE_COLUMNS: Partial<Readonly<Record<Source, readonly string[]>>> = {
  dynamics: ['status reason'],
  servicenow: ['state', 'incident state'],
};
/** ServiceNow exports numbers for the states its list shows as words. */
const MEANINGS: Readonly<Record<string, TheirMeaning>> = {
  new: 'new',
  '1': 'new',
  'in progress': 'working',
  '2': 'working',
  'on hold': 'waiting',
  '3': 'waiting',
  'waiting for details': 'waiting',
  resolved: 'over',
  '6': 'over',
  'problem solved': 'over',
  closed: 'over',
  '7': 'over',
  canceled: 'over',
  cancelled: 'over',
  '8': 'over',
};

export interface TheirState {
  /** As exported. */
  readonly words: string;
  /** Null for a state the desk does not know. */
  readonly meaning: TheirMeaning | null;
}

/** The state in a case's original columns; null if its source has none. */
export function theirState(
  source: Source,
  fields: readonly { readonly name: string; readonly value: string }[],
): TheirState | null {
  const columns = STATE_COLUMNS[source] ?? [];
  const field = fields.find(({ name, value }) => columns.includes(name.trim().toLowerCase()) && value.trim() !== '');
  if (field === undefined) return null;
  const words = field.value.trim();
  return { words, meaning: MEANINGS[words.toLowerCase()] ?? null };
}

const DYNAMICS: Readonly<Record<CaseStatus, string>> = {
  undecided: 'Set Status Reason to In Progress and Owner to yourself, then read the description.',
  escalated: 'Keep Status Reason In Progress and Owner yourself until the ticket is open.',
  ticketed: 'Write the ticket into Case Notes. It stays In Progress until the team answers.',
  reassigned: 'Say in Case Notes who can help, then route it to that queue.',
  resolved: 'It is resolved there already; nothing is left to set. Should it come back, the next export brings it.',
  responded: 'Write the answer into Case Notes, then choose Route to Tier II Queue.',
  'out-of-scope':
    'Say in Case Notes that this is not MHV Tier 3 and where it belongs, then choose Route to Tier II Queue.',
  duplicate: 'Write the number of the other case into Case Notes.',
};
const SERVICENOW: Readonly<Record<CaseStatus, string>> = {
  undecided: 'Set State to In Progress and assign it to yourself.',
  escalated: 'Keep State In Progress until the ticket is open.',
  ticketed:
    'Write the ticket into Work notes. While the help desk asks the user, set On Hold with a Follow Up Date: that stops aging.',
  reassigned: 'Change the assignment group to the one that can help.',
  resolved: 'It is resolved there already, and closes by itself after 3 days.',
  responded: 'Write the answer into Additional comments and set State to Resolved; it closes by itself after 3 days.',
  'out-of-scope': 'Say where it belongs in Work notes and change the assignment group.',
  duplicate: 'Write the number of the other incident into Work notes and set State to Canceled.',
};

/** What to do in their system now; null for a source without states. */
export function stepThere(source: Source, status: CaseStatus): string | null {
  if (source === 'dynamics') return DYNAMICS[status];
  return source === 'servicenow' ? SERVICENOW[status] : null;
}

const OPEN: ReadonlySet<CaseStatus> = new Set(['undecided', 'escalated', 'ticketed']);

/** How the two systems disagree, as a sentence; null if they agree or their state is unknown. */
export function disagreement(their: TheirState | null, status: CaseStatus): string | null {
  if (their === null || their.meaning === null) return null;
  if (their.meaning === 'over' && OPEN.has(status)) return `It is ${their.words} there and still open here.`;
  return their.meaning === 'new' && status !== 'undecided' ? `It is still ${their.words} there.` : null;
}
