// The kinds of tickets Tier 3 writes, each with a form of its own.

export const TICKET_KINDS = ['hrc', 'servicenow', 'contact-center', 'data-request', 'silent-failure'] as const;
export type TicketKind = (typeof TICKET_KINDS)[number];

export const TICKET_KIND_NAMES: Readonly<Record<TicketKind, string>> = {
  hrc: 'HRC',
  servicenow: 'ServiceNow',
  'contact-center': 'Contact center, Tier III',
  'data-request': 'Data request',
  'silent-failure': 'Silent failure',
};

/** A form: words with {{variables}}. */
export interface TicketForm {
  readonly title: string;
  readonly body: string;
}

/** What a form may name. */
export const FORM_VARIABLES = [
  'number',
  'problem',
  'description',
  'numbers',
  'reported',
  'source',
  'topic',
  'team',
  'priority',
  'critical',
  'high',
  'medium',
  'low',
  'occurred',
  'credential',
  'device',
  'system',
  'browser',
  'oracle',
  'oracleSite',
  'url',
  'steps',
  'expected',
  'actual',
  'troubleshooting',
  'activityLog',
  'attempts',
] as const;
export type FormVariable = (typeof FORM_VARIABLES)[number];
