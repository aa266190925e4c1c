// The columns of each known export, and what people call them.
import type { Source } from '../words/case.ts';

export const MEANINGS = [
  'reference',
  'reportedAt',
  'text',
  'subject',
  'area',
  'subArea',
  'name',
  'phone',
  'email',
  'status',
  'priority',
  'owner',
  'notes',
] as const;
/** What a column becomes. Name, phone and e-mail hold who reported; they are also searched for in the text. */
export type Meaning = (typeof MEANINGS)[number];

export interface SourceColumns {
  readonly source: Source;
  /** The names the source itself gives its columns, the first as its export writes it. */
  readonly names: Readonly<Partial<Record<Meaning, readonly string[]>>>;
  readonly required: readonly Meaning[];
  /** What its record numbers look like; null where it has none. */
  readonly shape: RegExp | null;
}

/** Names that any source may use, after its own. */
export const COMMON: Readonly<Record<Meaning, readonly string[]>> = {
  reference: [
    'reference',
    'reference number',
    'record number',
    'record',
    'case number',
    'case id',
    'ticket number',
    'number',
    'ticket',
    'case',
  ],
  reportedAt: [
    'created',
    'created on',
    'created at',
    'created date',
    'date created',
    'opened',
    'opened at',
    'date opened',
    'opened date',
    'date time opened',
    'entered queue',
    'timestamp',
    'date time',
    'date reported',
    'reported',
    'reported at',
    'received',
    'date received',
    'date',
  ],
  text: [
    'description',
    'case description',
    'issue description',
    'problem description',
    'question',
    'request',
    'details',
    'issue',
    'problem',
    'message',
    'comments',
  ],
  subject: ['subject', 'title', 'short description', 'summary', 'case title'],
  area: ['area', 'category', 'case type', 'topic', 'product', 'tool'],
  subArea: ['sub area', 'subarea', 'subcategory', 'sub category', 'sub topic', 'case category'],
  name: [
    'contact',
    'contact name',
    'customer',
    'caller',
    'veteran',
    'veteran name',
    'requester',
    'requested by',
    'reported by',
    'name',
    'full name',
  ],
  phone: ['phone', 'contact phone', 'phone number', 'telephone', 'mobile phone', 'callback number'],
  email: ['email', 'e mail', 'contact email', 'email address', 'e mail address'],
  status: ['status', 'state', 'status reason', 'case status'],
  priority: ['priority', 'severity', 'urgency'],
  owner: ['owner', 'assigned to', 'case owner', 'owner name', 'assignee'],
  notes: [
    'case notes',
    'notes',
    'note',
    'work notes',
    'comments and work notes',
    'additional comments',
    'case comments',
    'resolution',
    'close notes',
  ],
};

export const SOURCE_COLUMNS: readonly SourceColumns[] = [
  {
    source: 'dynamics',
    required: ['reference', 'reportedAt', 'text'],
    shape: /\d{2}-HRC-[A-Z]{2}-\d{2}-\d{8}|HRC-[A-Z]{2}-V\d-\d{7,10}/,
    names: {
      reference: ['record #', 'hrc number', 'hrc ticket number', 'hrc record number', 'hrc case number'],
      reportedAt: ['entered queue', 'entered queue on', 'queue entered', 'queue entry date', 'date entered queue'],
      text: ['description'],
      area: ['area'],
      subArea: ['sub area'],
      name: ['contact'],
      status: ['status reason'],
      notes: ['case notes'],
    },
  },
  {
    source: 'iris',
    required: ['reference', 'reportedAt', 'text'],
    shape: /\d{6}-\d{6}/,
    names: {
      reference: ['reference #', 'iris number', 'iris reference', 'incident reference #'],
      reportedAt: ['date created'],
      text: ['question'],
      subject: ['subject'],
      area: ['category'],
      name: ['contact name'],
      phone: ['phone'],
      email: ['email'],
      status: ['status'],
    },
  },
  {
    source: 'salesforce',
    required: ['reference', 'reportedAt', 'text'],
    shape: /\d{8}/,
    names: {
      reference: ['case number'],
      reportedAt: ['date/time opened', 'opened date', 'date opened', 'created date'],
      text: ['description'],
      subject: ['subject'],
      area: ['case type', 'type'],
      subArea: ['case category'],
      name: ['contact name'],
      phone: ['contact phone', 'supplied phone'],
      email: ['contact email', 'supplied email'],
      status: ['status'],
      owner: ['case owner'],
    },
  },
  {
    source: 'servicenow',
    required: ['reference', 'reportedAt', 'text'],
    shape: /(?:INC|SCTASK|RITM|REQ|CS)\d{6,10}/,
    names: {
      reference: ['number', 'incident number', 'task number'],
      reportedAt: ['opened_at', 'opened', 'sys_created_on'],
      text: ['description'],
      subject: ['short_description'],
      name: ['caller_id', 'caller'],
      priority: ['priority'],
      status: ['state', 'incident state'],
      owner: ['assigned_to', 'assignment_group'],
      notes: ['work_notes', 'comments_and_work_notes', 'close_notes'],
    },
  },
  {
    source: 'sheet',
    required: ['reportedAt', 'text'],
    shape: null,
    names: {
      reportedAt: ['timestamp'],
      text: ['request'],
      name: ['requester'],
      area: ['topic'],
      subArea: ['team'],
    },
  },
];
