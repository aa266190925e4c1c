// A case: its sources, its statuses, and the decisions of triage.
import { keysOf, recordOf } from './records.ts';

interface SourceTraits {
  readonly name: string;
  /** Its exports have columns, which a person may map (electron/core/intake/column-names.ts). */
  readonly isMapped: boolean;
  /** An export lists its whole current queue: a record missing from the next one has left it. */
  readonly isQueue: boolean;
  /** The contact column names the member of staff who wrote, not the person the report is about. */
  readonly isWrittenByStaff: boolean;
  /** What its record numbers look like; null where it has none. */
  readonly recordNumber: RegExp | null;
}

/** Before the digits of a ServiceNow record number; people say and copy only the digits. */
export const SERVICENOW_PREFIXES = ['INC', 'SCTASK', 'RITM', 'REQ', 'CS'] as const;

/** Every source, declared once: every list of sources follows from this table. */
export const SOURCE_TABLE = {
  dynamics: {
    ...{ name: 'HRC Dynamics', isMapped: true, isQueue: true, isWrittenByStaff: false },
    recordNumber: /\d{2}-HRC-[A-Z]{2}-\d{2}-\d{8}|HRC-[A-Z]{2}-V\d-\d{7,10}/,
  },
  servicenow: {
    ...{ name: 'ServiceNow', isMapped: true, isQueue: true, isWrittenByStaff: true },
    recordNumber: new RegExp(`(?:${SERVICENOW_PREFIXES.join('|')})\\d{6,10}`),
  },
  iris: {
    ...{ name: 'IRIS', isMapped: true, isQueue: true, isWrittenByStaff: false },
    recordNumber: /\d{6}-\d{6}/,
  },
  salesforce: {
    ...{ name: 'Salesforce', isMapped: true, isQueue: true, isWrittenByStaff: false },
    recordNumber: /\d{8}/,
  },
  slack: { name: 'Slack', isMapped: false, isQueue: false, isWrittenByStaff: true, recordNumber: null },
  sheet: { name: 'Spreadsheet', isMapped: true, isQueue: false, isWrittenByStaff: true, recordNumber: null },
  github: { name: 'GitHub', isMapped: false, isQueue: false, isWrittenByStaff: true, recordNumber: null },
  typed: { name: 'Typed in', isMapped: false, isQueue: false, isWrittenByStaff: true, recordNumber: null },
} as const satisfies Readonly<Record<string, SourceTraits>>;

export type Source = keyof typeof SOURCE_TABLE;
export const SOURCES = keysOf(SOURCE_TABLE);
export const SOURCE_NAMES: Readonly<Record<Source, string>> = recordOf(SOURCES, (source) => SOURCE_TABLE[source].name);

/** Statuses of a case. Only the first still needs a decision. */
export const CASE_STATUSES = [
  'undecided',
  'escalated',
  'ticketed',
  'reassigned',
  'responded',
  'out-of-scope',
  'resolved',
  'duplicate',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export const STATUS_NAMES: Readonly<Record<CaseStatus, string>> = {
  undecided: 'Undecided',
  escalated: 'Escalated',
  ticketed: 'With the team',
  reassigned: 'Reassigned',
  responded: 'Responded',
  'out-of-scope': 'Out of scope',
  resolved: 'Resolved at the source',
  duplicate: 'Duplicate',
};

/** The decisions of triage. `assign` suggests a team without deciding yet. */
export const TRIAGE_ACTIONS = ['escalate', 'assign', 'reassign', 'respond', 'out-of-scope'] as const;
export type TriageAction = (typeof TRIAGE_ACTIONS)[number];

/**
 * The text of a case of which only the link is known, until the message itself comes in with an export. Two of them have no words in
 * common, so it is of no problem.
 */
export const LINK_ALONE = 'A Slack message whose problem is not known yet';
