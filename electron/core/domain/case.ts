// A case: its sources, its statuses, and the decisions of triage.

export const SOURCES = ['dynamics', 'servicenow', 'iris', 'salesforce', 'slack', 'sheet', 'github', 'typed'] as const;
export type Source = (typeof SOURCES)[number];

export const SOURCE_NAMES: Readonly<Record<Source, string>> = {
  dynamics: 'HRC Dynamics',
  servicenow: 'ServiceNow',
  iris: 'IRIS',
  salesforce: 'Salesforce',
  slack: 'Slack',
  sheet: 'Spreadsheet',
  github: 'GitHub',
  typed: 'Typed in',
};

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
