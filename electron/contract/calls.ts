// The front door: every call with its input, its output and what it touches. The client, the dispatcher, the
// allow-list of IPC and the routes of HTTP are loops over this map; adding a call is one entry here and one action.
import { z } from 'zod';
import { TRIAGE_ACTIONS } from '../core/words/case.ts';
import { PAUSES, PRIORITIES } from '../core/words/obligation.ts';
import { defineCall, TAGS } from './define-call.ts';
import { activityId, caseId, ruleId, ticketId } from './ids.ts';
import { QUEUE_CALLS } from './queue-calls.ts';
import * as shape from './shapes.ts';
import { SYNC_CALLS } from './sync-calls.ts';
import * as time from './time-shapes.ts';
import { TREND_CALLS } from './trend-calls.ts';

const nothing = z.object({});
const one = z.object({ id: caseId });
const span = z.object({ caseId, start: z.int().min(0), end: z.int().min(1) });

export const deskState = z.object({
  state: z.enum(['new', 'locked', 'open']),
  practice: z.boolean(),
  home: z.string(),
  unlock: z.enum(['passphrase', 'keychain', 'none']),
  host: z.object({
    name: z.enum(['electron', 'browser']),
    tray: z.boolean(),
    globalShortcut: z.boolean(),
    nativeNotify: z.boolean(),
  }),
});
export type DeskState = z.infer<typeof deskState>;

/** Calls the host answers itself, before there is an open desk. */
export const HOST_CALLS = {
  'desk.state': defineCall(nothing, deskState),
  'desk.open': defineCall(
    z.object({ mode: z.enum(['practice', 'real']), passphrase: z.string().min(1).optional() }),
    deskState,
    ['desk', 'cases', 'outbox', 'directory', 'settings'],
  ),
} as const;

/** Calls the back office answers. */
export const OFFICE_CALLS = {
  ...QUEUE_CALLS,
  'cases.get': defineCall(one, shape.caseDetail),
  'intake.preview': defineCall(
    z.object({ name: z.string(), text: z.string(), source: shape.source.optional(), timeZone: z.string().optional() }),
    shape.importPreview,
  ),
  'intake.import': defineCall(
    z.object({
      name: z.string(),
      text: z.string(),
      source: shape.source.optional(),
      timeZone: z.string().optional(),
      job: z.string().optional(),
    }),
    shape.importResult,
    ['cases'],
  ),
  'intake.samples': defineCall(nothing, z.object({ imported: z.number() }), ['cases']),
  'jobs.cancel': defineCall(z.object({ job: z.string() }), nothing),
  'scrub.text': defineCall(
    z.object({ text: z.string() }),
    z.object({ text: z.string(), findings: z.array(shape.finding) }),
  ),
  'findings.decide': defineCall(
    span.extend({ decision: z.enum(['confirm', 'clear', 'add', 'forget']), type: shape.piiType.optional() }),
    shape.caseDetail,
    ['cases'],
  ),
  'rules.list': defineCall(nothing, z.object({ rules: z.array(shape.deskRule) })),
  'rules.make': defineCall(
    span.extend({ kind: z.enum(['allow', 'deny']), type: shape.piiType }),
    z.object({ id: ruleId, changed: z.number() }),
    ['cases', 'settings'],
  ),
  'rules.drop': defineCall(z.object({ id: ruleId }), z.object({ changed: z.number() }), ['cases', 'settings']),
  'cases.rescrub': defineCall(
    nothing,
    z.object({ scrubbed: z.number(), changed: z.array(z.object({ reference: z.string(), change: z.string() })) }),
    ['cases'],
  ),
  'cases.export': defineCall(
    z.object({ caseIds: z.array(caseId).min(1) }),
    z.object({ name: shape.scrubbedText, csv: shape.fileText, rows: z.number(), masked: z.array(shape.maskedColumn) }),
    ['cases'],
  ),
  'cases.copy': defineCall(one, z.object({ text: shape.scrubbedText, masked: z.boolean() }), ['cases']),
  'follow-up.act': defineCall(
    z.object({
      caseIds: z.array(caseId).min(1),
      act: z.discriminatedUnion('verb', [
        z.object({ verb: z.literal('set-eta'), etaAt: z.number() }),
        z.object({ verb: z.literal('pause'), reason: z.enum(PAUSES) }),
        z.object({ verb: z.literal('resume') }),
        z.object({ verb: z.literal('set-priority'), priority: z.enum(PRIORITIES).nullable() }),
        z.object({ verb: z.literal('snooze'), until: z.number() }),
      ]),
    }),
    z.object({ activityId }),
    ['cases'],
  ),
  'follow-up.requestMore': defineCall(one, z.object({ text: shape.scrubbedText }), ['cases']),
  'follow-up.preview': defineCall(
    one.extend({ verb: z.enum(['request-status', 'escalate-pm']) }),
    z.object({ text: z.string() }),
  ),
  'follow-up.comment': defineCall(
    one.extend({ verb: z.enum(['request-status', 'escalate-pm', 'answer']), text: z.string().max(60_000).optional() }),
    z.object({ activityId }),
    ['cases', 'outbox'],
  ),
  'follow-up.seen': defineCall(one, z.object({ seen: z.number() }), ['cases']),
  'release.note': defineCall(
    z.object({
      direction: z.enum(['in', 'out']),
      title: z.string().min(1).max(200),
      body: z.string().min(1).max(50_000),
    }),
    z.object({ id: caseId, reference: z.string() }),
    ['cases', 'outbox'],
  ),
  'release.review': defineCall(one, z.object({ activityId }), ['cases']),
  ...TREND_CALLS,
  'route.list': defineCall(nothing, z.object({ routes: z.array(shape.route.extend({ reference: z.string() })) })),
  'day.get': defineCall(nothing, shape.day),
  /** What of the store was found damaged, until the lead says it was read. */
  'damage.get': defineCall(nothing, z.object({ notices: z.array(shape.damageNotice) })),
  'damage.read': defineCall(nothing, nothing, ['settings']),
  'alerts.get': defineCall(nothing, shape.tray),
  'policies.get': defineCall(
    nothing,
    z.object({
      policies: z.array(time.policy),
      calendars: z.record(z.string(), time.calendarSpec),
      followUp: time.followUpSettings,
    }),
  ),
  'policies.preview': defineCall(z.object({ policies: z.array(time.policy).min(1) }), time.policyPreview),
  'policies.save': defineCall(z.object({ policies: z.array(time.policy).min(1) }), z.object({ activityId }), [
    'cases',
    'settings',
  ]),
  'calendars.save': defineCall(
    z.object({ calendars: z.record(z.string(), time.calendarSpec) }),
    z.object({ activityId }),
    ['cases', 'settings'],
  ),
  'followUp.save': defineCall(z.object({ followUp: time.followUpSettings }), z.object({ activityId }), ['settings']),
  'practice.advance': defineCall(z.object({ minutes: z.int().min(1).max(525_600) }), z.object({ now: z.number() }), [
    'cases',
    'outbox',
  ]),
  'triage.act': defineCall(
    z.object({
      caseIds: z.array(caseId).min(1),
      action: z.enum(TRIAGE_ACTIONS),
      team: z.string().optional(),
      job: z.string().optional(),
    }),
    z.object({ changed: z.number(), activityId: activityId.nullable(), left: z.number() }),
    ['cases'],
  ),
  'tickets.draft': defineCall(one, shape.ticketDraft),
  'tickets.edit': defineCall(
    z.object({ caseId, title: z.string().max(256), body: z.string().max(60_000) }),
    shape.ticketDraft,
    ['cases'],
  ),
  'tickets.startOver': defineCall(one, shape.ticketDraft.extend({ activityId: activityId.nullable() }), ['cases']),
  /** Puts words that were kept with a case into the draft of its ticket. */
  'words.use': defineCall(z.object({ id: activityId }), z.object({ activityId }), ['cases']),
  'words.discard': defineCall(z.object({ id: activityId }), z.object({ activityId }), ['cases']),
  'tickets.queue': defineCall(
    /** `job` names it, for progress and cancel. */
    z.object({ caseIds: z.array(caseId).min(1), job: z.string().optional() }),
    z.object({ queued: z.array(ticketId), activityId }),
    ['cases', 'outbox'],
  ),
  ...SYNC_CALLS,
  'activity.undo': defineCall(
    z.object({ id: activityId.optional() }),
    z.object({ undone: z.string().nullable(), caseId: caseId.nullable() }),
    ['cases', 'outbox', 'settings', 'directory'],
  ),
} as const;

export const CALLS = { ...HOST_CALLS, ...OFFICE_CALLS } as const;
export type CallName = keyof typeof CALLS;
export type OfficeCallName = keyof typeof OFFICE_CALLS;
export type HostCallName = keyof typeof HOST_CALLS;
export type Input<N extends CallName> = z.input<(typeof CALLS)[N]['input']>;
export type ParsedInput<N extends CallName> = z.output<(typeof CALLS)[N]['input']>;
export type Output<N extends CallName> = z.output<(typeof CALLS)[N]['output']>;
export type Handlers<N extends CallName> = {
  readonly [K in N]: (input: ParsedInput<K>) => Output<K> | Promise<Output<K>>;
};

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(CALLS, name);
}

/** Everything the back office says without being asked. */
export const deskEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('changed'), touches: z.array(z.enum(TAGS)) }),
  z.object({
    event: z.literal('tray'),
    worst: time.countdown.shape.meaning,
    count: z.number(),
    nearest: z.array(z.object({ caseId: z.string(), label: z.string() })),
  }),
  z.object({ event: z.literal('open-case'), caseId: z.string() }),
  z.object({ event: z.literal('quick-log') }),
  z.object({
    event: z.literal('notify'),
    title: z.string(),
    body: z.string(),
    caseId: z.string().nullable(),
  }),
  z.object({ event: z.literal('progress'), job: z.string(), done: z.number(), total: z.number() }),
]);
export type DeskEvent = z.infer<typeof deskEvent>;
