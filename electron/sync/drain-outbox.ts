// Sends what is due, one entry at a time, in order per ticket. The intent is stored before anything leaves and the
// result afterwards; an entry in between is searched for, never guessed.
import type { EntryId } from '../core/domain/ids.ts';
import {
  CONTENT_KINDS,
  ENTRY_KINDS,
  type EntryKind,
  REPEATABLE_KINDS,
  SERVICE_OF,
  type Service,
} from '../core/domain/outbox.ts';
import { afterFailure, CLOSED, healthOf, stateOf } from './circuit-breaker.ts';
import { afterAttempt, afterLookUp, afterRefusal, beforeAttempt, type Step, sameRecordFound } from './next-step.ts';
import type { DueEntry, OutboxPort } from './outbox-port.ts';
import { isOffline, isRateLimited, type LookUp, type Outcome } from './outcome.ts';
import { addCommentPayload, createIssuePayload, DAMAGED_ENTRY, isReadable } from './payloads.ts';
import { nextSendTime } from './rate-limit.ts';
import { type SendTools, sendEntry } from './send-entry.ts';
import type { SendingFetch } from './sending-fetch.ts';

export interface DrainTools extends SendTools {
  readonly outbox: OutboxPort;
  readonly sending: SendingFetch;
  readonly now: () => number;
  /** A person wants everything sent now: the sending delay is skipped. */
  readonly hasty: boolean;
  /** Jitter from 0 to 1: spreads retries that would otherwise coincide. */
  readonly chance: () => number;
  /** Called for every entry that was tried. */
  readonly tried: () => void;
  /** Called with errors that are bugs of the desk. */
  readonly report: (error: unknown) => void;
  /** Checked between entries; the drain stops early without losing anything. */
  readonly shouldStop: () => boolean;
}

export interface DrainResult {
  readonly sent: number;
  /** False when a service could not be reached; null when nothing was tried, or the last connection broke. */
  readonly online: boolean | null;
  /** A connection broke before an answer came: only another request can tell whether there is a network. */
  readonly broke: boolean;
  /** When the content rate limits allow more, UTC ms; null when they held nothing back. */
  readonly waitUntil: number | null;
}

/**
 * Drains until nothing is due. An entry is tried once per drain, and losing the network ends it. A service whose
 * circuit is open gets no requests; a half-open one gets one entry, and its answer decides.
 */
export async function drainOutbox(tools: DrainTools): Promise<DrainResult> {
  const { outbox, now, shouldStop } = tools;
  const tried: EntryId[] = [];
  let sent = 0;
  let online: boolean | null = null;
  let broke = false;
  let waitUntil: number | null = null;
  while (!shouldStop()) {
    const open = (service: Service) =>
      outbox.limitOf(service, now()) === null && stateOf(outbox.circuitOf(service), now()) !== 'open';
    const mayGo = (kind: EntryKind) => open(SERVICE_OF[kind]) && (waitUntil === null || !CONTENT_KINDS.includes(kind));
    // Searching creates no content, but it does call GitHub.
    const entry = outbox.nextDue(now(), {
      kinds: ENTRY_KINDS.filter(mayGo),
      looking: open('github'),
      except: tried,
      hasty: tools.hasty,
    });
    if (entry === null) break;
    if (entry.state === 'queued' && CONTENT_KINDS.includes(entry.kind)) {
      const mayLeave = nextSendTime(outbox.sendLog(now()), now());
      if (mayLeave > now()) {
        waitUntil = mayLeave;
        continue;
      }
    }
    tried.push(entry.id);
    const result = await tryOne(tools, entry);
    tools.tried();
    if (result === null) continue;
    if (result.step.state === 'sent') sent += 1;
    online = result.broke ? null : !result.offline;
    broke ||= result.broke;
    if (result.offline) break;
  }
  return { sent, online, broke, waitUntil };
}

/** An entry that the desk itself cannot handle stops its own ticket and no other: the lead decides. */
async function tryOne(tools: DrainTools, entry: DueEntry): Promise<Tried | null> {
  if (!isReadable(entry)) {
    tools.outbox.settle(entry, { state: 'undecided', nextTryAt: null, reason: DAMAGED_ENTRY }, null, tools.now());
    return null;
  }
  try {
    if (entry.state === 'unknown') return await lookAgain(tools, entry);
    return (await lookBefore(tools, entry)) ?? (await attempt(tools, entry));
  } catch (error) {
    tools.report(error);
    const step: Step = {
      state: 'undecided',
      nextTryAt: null,
      reason: 'Something went wrong inside the desk while sending. Check whether it arrived, then try again.',
    };
    tools.outbox.settle(entry, step, null, tools.now());
    return null;
  }
}

interface Tried {
  readonly step: Step;
  readonly offline: boolean;
  /** The connection broke before an answer came. */
  readonly broke: boolean;
}

/** Kinds that carry a marker by which GitHub can be searched. */
const isLookable = ({ kind }: DueEntry) => CONTENT_KINDS.includes(kind);

function progressOf(entry: DueEntry, attempts: number) {
  const { kind, lookUps } = entry;
  return { attempts, lookUps, repeatable: REPEATABLE_KINDS.includes(kind), lookable: isLookable(entry) };
}

async function attempt(tools: DrainTools, due: DueEntry): Promise<Tried | null> {
  const { outbox, sending, now } = tools;
  const entry = outbox.claim(due);
  if (entry === null) return null;
  // Kinds that set values record each step themselves, and even their reads are POST requests.
  sending.noteLeaving(REPEATABLE_KINDS.includes(entry.kind) ? null : () => outbox.noteLeft(entry, now()));
  const outcome = await sendEntry(tools, entry, (progress) => outbox.keepProgress(entry.id, progress, now()));
  if ('blocked' in outcome) {
    const step: Step = { state: 'blocked', nextTryAt: null, reason: outcome.blocked };
    outbox.settle(entry, step, null, now());
    return { step, offline: false, broke: false };
  }
  if (outcome.kind === 'rejected' && outcome.doubtful === true && isLookable(entry)) {
    const look = await ask(tools, entry, true);
    return conclude(tools, entry, look, afterRefusal(outcome.reason, look, now()));
  }
  const step = afterAttempt(progressOf(entry, entry.attempts + 1), outcome, now(), tools.chance());
  const tried = conclude(tools, entry, outcome, step);
  if (outcome.kind === 'moved') outbox.relocate(entry.ticketId, outcome.to);
  if (outcome.kind === 'rejected' && outcome.movedTo !== undefined) outbox.relocate(entry.ticketId, outcome.movedTo);
  return tried;
}

/** Records the outcome of an entry, and what it says about the service. */
function conclude(tools: DrainTools, entry: DueEntry, outcome: Outcome | LookUp, step: Step): Tried {
  const { outbox, now } = tools;
  const hasArrived = outcome.kind === 'arrived' || outcome.kind === 'found';
  outbox.settle(entry, step, hasArrived ? outcome : null, now());
  noteHealth(outbox, entry, outcome, step, now());
  const broke = outcome.kind === 'indeterminate' && outcome.broke === true;
  return { step, offline: isOffline(outcome), broke };
}

/**
 * A rate-limited service gets no more requests until it allows them: continuing may get the account banned. One that
 * fails as a whole is left alone too. A successful search says nothing about writing, and closes no circuit.
 */
function noteHealth(
  outbox: OutboxPort,
  { kind, state }: DueEntry,
  outcome: Outcome | LookUp,
  { nextTryAt }: Step,
  now: number,
): void {
  const service = state === 'unknown' ? 'github' : SERVICE_OF[kind];
  if (isRateLimited(outcome) && nextTryAt !== null) outbox.noteLimit(service, nextTryAt);
  const health = healthOf(outcome);
  const circuit = outbox.circuitOf(service);
  if (health === 'answered') {
    if (outcome.kind !== 'found' && outcome.kind !== 'absent' && circuit !== CLOSED)
      outbox.keepCircuit(service, CLOSED);
  } else if (health !== null) outbox.keepCircuit(service, afterFailure(service, circuit, health, now));
}

/** Searches GitHub for an entry. `anew` when it may have arrived since this run began. */
function ask({ github, now }: DrainTools, entry: DueEntry, anew: boolean): Promise<LookUp> {
  if (entry.kind === 'add-comment' && entry.issueNumber !== null)
    return github.findComment(entry.id, addCommentPayload.parse(entry.payload).repository, entry.issueNumber);
  const since = Math.min(entry.leftAt ?? now(), entry.createdAt);
  return github.findIssue(entry.id, createIssuePayload.parse(entry.payload).repository, since, anew);
}

async function lookAgain(tools: DrainTools, entry: DueEntry): Promise<Tried> {
  const look = await ask(tools, entry, false);
  return conclude(tools, entry, look, afterLookUp(progressOf(entry, entry.attempts), look, tools.now()));
}

/** What to do instead of sending; null when it may be sent. */
async function lookBefore(tools: DrainTools, entry: DueEntry): Promise<Tried | null> {
  const { now } = tools;
  if (!isLookable(entry)) return null;
  if (entry.attempts > 0 || entry.leftAt !== null) {
    const look = await ask(tools, entry, false);
    const step = beforeAttempt(progressOf(entry, entry.attempts), look, now(), tools.chance());
    if (step !== null) return conclude(tools, entry, look, step);
  }
  return entry.kind === 'create-issue' ? await lookForSameRecord(tools, entry) : null;
}

/** Another desk may have opened a ticket for the same record. */
async function lookForSameRecord(tools: DrainTools, entry: DueEntry): Promise<Tried | null> {
  const { repository, sameRecord } = createIssuePayload.parse(entry.payload);
  if (entry.records.length === 0 || sameRecord?.isAllowed === true) return null;
  const found = await tools.github.findSameRecord(entry.id, repository, entry.records);
  if (found === null) return null;
  if ('kind' in found) {
    const step = beforeAttempt(progressOf(entry, entry.attempts), found, tools.now(), tools.chance());
    return step === null ? null : conclude(tools, entry, found, step);
  }
  const step = sameRecordFound(repository, found);
  tools.outbox.settle(entry, step, null, tools.now());
  return { step, offline: false, broke: false };
}
