// What the desks of a team send each other: events, each with the changes that were made together. Case ids are not
// shared: a case is identified by its subject, which every desk derives in the same way.
import { z } from 'zod';
import { CASE_STATUSES, SOURCES } from '../domain/case.ts';
import { actId, activityId, caseId, ticketId } from '../domain/ids.ts';
import { PII_TYPE_LIST, REVIEW_DECISIONS } from '../domain/pii.ts';
import { stamp } from './stamp.ts';

/** `record` with source and number, `content` with a hash, or `case` with an id if only one desk can have it. */
const subject = z.string().min(1).max(500);

const seen = z.array(stamp);
const ofCase = { case: subject };

/** A report as it came in. Raw: it is encrypted before it leaves the desk, and judged by whoever sends it on. */
export const caseRecord = z.object({
  id: caseId,
  source: z.enum(SOURCES),
  reference: z.string(),
  reportedAt: z.number(),
  receivedAt: z.number(),
  importedAt: z.number(),
  rawText: z.string(),
  reporter: z.string().nullable(),
  hints: z.string(),
  fields: z.string(),
  scrubbedArea: z.string().nullable(),
  person: z.string().nullable(),
  contentKey: z.string().nullable(),
  spentMinutes: z.number().nullable(),
});
export type CaseRecord = z.output<typeof caseRecord>;

/** What the desk that read a report in made of it: by which scrubber, and under which rules. */
const toldScrub = z.object({
  text: z.string(),
  title: z.string(),
  /** The number of open questions. */
  questions: z.number(),
  version: z.number(),
  rules: z.string(),
});
export type ToldScrub = z.output<typeof toldScrub>;

const decision = z.object({
  status: z.enum(CASE_STATUSES),
  team: z.string().nullable(),
  ticket: ticketId.nullable(),
  sameAs: subject.nullable(),
});
export type TeamDecision = z.output<typeof decision>;

/**
 * Who put a case into a problem: the desk by itself, or a person. A merge moves no case: it says where a problem went.
 */
const placing = z.object({ problem: z.string().nullable(), by: z.enum(['desk', 'person']) });
export type Placing = z.output<typeof placing>;

const teamTicket = z.object({
  id: ticketId,
  team: z.string(),
  repository: z.string(),
  title: z.string(),
  createdAt: z.number(),
  number: z.number().nullable(),
  url: z.string().nullable(),
  openedAt: z.number().nullable(),
  withdrawnAt: z.number().nullable(),
});
export type TeamTicket = z.output<typeof teamTicket>;

const teamAct = z.object({
  id: activityId,
  case: subject.nullable(),
  at: z.number(),
  actor: z.string(),
  verb: z.string(),
  summary: z.string(),
  fact: z.string().nullable(),
  actId,
  undoneAt: z.number().nullable(),
});
export type TeamAct = z.output<typeof teamAct>;

const teamProblem = z.object({
  id: z.string(),
  title: z.string(),
  words: z.string(),
  known: z.string().nullable(),
  ticket: ticketId.nullable(),
  createdAt: z.number(),
});
export type TeamProblem = z.output<typeof teamProblem>;

/** What a reviewer said of a span of the raw text; null when that was taken back. */
export const teamFinding = z.object({
  start: z.number(),
  end: z.number(),
  said: z.object({ decision: z.enum(REVIEW_DECISIONS), type: z.enum(PII_TYPE_LIST), decidedAt: z.number() }).nullable(),
});
export type TeamFinding = z.output<typeof teamFinding>;

/**
 * What of its settings a team shares: by these its desks count, sort and purge alike. `directory` is that of the tool
 * teams.
 */
export const TEAM_SETTINGS = ['policies', 'calendars', 'trends', 'retention', 'directory'] as const;
export type TeamSetting = (typeof TEAM_SETTINGS)[number];

/** Incremented when a kind of change is added: desks then read again what they could not read before. */
export const READS = 2;

export const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('record'), ...ofCase, record: caseRecord, scrub: toldScrub.nullable().default(null) }),
  z.object({ kind: z.literal('decision'), ...ofCase, seen, value: decision }),
  z.object({ kind: z.literal('place'), ...ofCase, seen, value: placing }),
  z.object({ kind: z.literal('ask-same'), ...ofCase, seen, value: subject.nullable() }),
  z.object({ kind: z.literal('tags'), ...ofCase, add: z.array(z.string()), remove: z.array(z.string()) }),
  z.object({ kind: z.literal('finding'), ...ofCase, value: teamFinding }),
  /** What was received of it is purged: on every desk, and from their snapshots. Never taken back. */
  z.object({ kind: z.literal('purged'), ...ofCase }),
  z.object({ kind: z.literal('act'), value: teamAct }),
  /** What a member said on a ticket, by its id at the service: no desk takes it for words of the tool team. */
  z.object({ kind: z.literal('said'), remoteId: z.string() }),
  z.object({ kind: z.literal('ticket'), value: teamTicket }),
  z.object({ kind: z.literal('problem'), value: teamProblem }),
  z.object({ kind: z.literal('merge'), from: z.string(), into: z.string().nullable() }),
  /** JSON; null for the default. */
  z.object({ kind: z.literal('setting'), key: z.enum(TEAM_SETTINGS), value: z.string().nullable() }),
]);
export type Change = z.output<typeof change>;

export const teamEvent = z.object({
  id: z.uuid(),
  desk: z.uuid(),
  /** The name of the member. */
  actor: z.string(),
  stamp,
  changes: z.array(change),
});
export type TeamEvent = z.output<typeof teamEvent>;

/** The topic of a change. Changes with the same topic are folded together. */
export function topicOf(one: Change): string {
  switch (one.kind) {
    case 'record':
    case 'decision':
    case 'place':
    case 'ask-same':
    case 'tags':
    case 'finding':
    case 'purged':
      return `case ${one.case}`;
    case 'act':
    case 'ticket':
    case 'problem':
      return `${one.kind} ${one.value.id}`;
    case 'said':
      return `said ${one.remoteId}`;
    case 'setting':
      return `setting ${one.key}`;
    case 'merge':
      return 'merges';
  }
}

/** A change with the stamp of its event. */
export interface Stamped<C extends Change = Change> {
  readonly stamp: z.output<typeof stamp>;
  readonly change: C;
}
