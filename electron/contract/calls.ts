// The front door: every call with its input, its output and what it touches. The client, the dispatcher, the IPC
// allowlist and the HTTP routes are loops over this map. A call is a line in its wing's file; here stand the wings.
import { z } from 'zod';
import { caseId } from '../core/domain/ids.ts';
import { BUNDLE_CALLS } from './bundle-calls.ts';
import { CLOCK_CALLS } from './clock-calls.ts';
import { TAGS } from './define-call.ts';
import { DESK_TICKETS_CALLS } from './desk-tickets-calls.ts';
import { FIRST_CALLS } from './first-calls.ts';
import { FOLLOW_UP_CALLS } from './follow-up-calls.ts';
import { FORM_CALLS } from './form-calls.ts';
import { INTAKE_CALLS } from './intake-calls.ts';
import { LOCK_CALLS } from './lock-calls.ts';
import { MOVE_CALLS } from './move-calls.ts';
import { PRINT_PAGE_CALLS } from './print-calls.ts';
import { PRIVACY_CALLS } from './privacy-calls.ts';
import { QUEUE_CALLS } from './queue-calls.ts';
import { REPLY_CALLS } from './reply-calls.ts';
import { PRINT_CALLS, REPORT_CALLS } from './report-calls.ts';
import { REVIEW_CALLS } from './review-calls.ts';
import { SETTING_CALLS } from './settings.ts';
import { SNAPSHOT_CALLS } from './snapshot-calls.ts';
import { SYNC_CALLS } from './sync-calls.ts';
import { TEAM_CALLS } from './team-calls.ts';
import { TICKET_CALLS } from './ticket-calls.ts';
import * as time from './time-schemas.ts';
import { TREND_CALLS } from './trend-calls.ts';

export { type DeskState, deskState } from './lock-calls.ts';

/** Calls the host answers itself, with or without an open desk. */
export const HOST_CALLS = { ...LOCK_CALLS, ...PRINT_CALLS } as const;

/** Calls the backend answers. */
const BACKEND_CALLS = {
  ...QUEUE_CALLS,
  ...INTAKE_CALLS,
  ...REVIEW_CALLS,
  ...PRINT_PAGE_CALLS,
  ...FOLLOW_UP_CALLS,
  ...CLOCK_CALLS,
  ...FIRST_CALLS,
  ...TICKET_CALLS,
  ...DESK_TICKETS_CALLS,
  ...REPLY_CALLS,
  ...FORM_CALLS,
  ...TREND_CALLS,
  ...REPORT_CALLS,
  ...SETTING_CALLS,
  ...SNAPSHOT_CALLS,
  ...SYNC_CALLS,
  ...MOVE_CALLS,
  ...PRIVACY_CALLS,
  ...BUNDLE_CALLS,
  ...TEAM_CALLS,
} as const;

export const CALLS = { ...HOST_CALLS, ...BACKEND_CALLS } as const;
export type CallName = keyof typeof CALLS;
/** Calls that change nothing; each declares what refreshes its answer. */
export type ReadName = { [N in CallName]: (typeof CALLS)[N]['kind'] extends 'read' ? N : never }[CallName];
export type BackendCallName = keyof typeof BACKEND_CALLS;
export type HostCallName = keyof typeof HOST_CALLS;
export type Input<N extends CallName> = z.input<(typeof CALLS)[N]['input']>;
export type ParsedInput<N extends CallName> = z.output<(typeof CALLS)[N]['input']>;
export type Output<N extends CallName> = z.output<(typeof CALLS)[N]['output']>;
export type Handlers<N extends CallName> = {
  readonly [K in N]: (input: ParsedInput<K>) => Output<K> | Promise<Output<K>>;
};

export const callNames = Object.keys(CALLS).filter(isCallName);

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(CALLS, name);
}

/** Whether it is an act that can be undone: its output names what to undo. */
export function isUndoable(name: string): boolean {
  if (!isCallName(name)) return false;
  const { kind, output } = CALLS[name];
  return kind === 'act' && 'shape' in output && 'actId' in output.shape;
}

/** Events the backend sends on its own. */
export const deskEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('changed'), touches: z.array(z.enum(TAGS)) }),
  z.object({
    event: z.literal('tray'),
    worst: time.countdown.shape.state,
    count: z.number(),
    nearest: z.array(z.object({ caseId, label: z.string() })),
  }),
  z.object({ event: z.literal('open-case'), caseId }),
  /** Something is to be shown; `desk.asked` says what. */
  z.object({ event: z.literal('asked') }),
  z.object({ event: z.literal('quick-log') }),
  /** A member's decision stands where this desk had decided otherwise at the same time. */
  z.object({ event: z.literal('overruled'), by: z.string(), reference: z.string(), caseId }),
  z.object({
    event: z.literal('notify'),
    title: z.string(),
    body: z.string(),
    caseId: caseId.nullable(),
  }),
  z.object({ event: z.literal('progress'), job: z.string(), done: z.number(), total: z.number() }),
]);
export type DeskEvent = z.infer<typeof deskEvent>;
