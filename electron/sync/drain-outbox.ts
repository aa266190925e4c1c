// Sends what is due, one entry at a time, in order for each ticket. The intent is in the store before anything leaves,
// the result after; what lies between is looked for, never guessed.
import type { EntryId } from '../contract/ids.ts';
import {
  CONTENT_KINDS,
  ENTRY_KINDS,
  type EntryKind,
  REPEATABLE_KINDS,
  SERVICE_OF,
  type Service,
} from '../core/words/outbox.ts';
import { nextDeparture } from './content-budget.ts';
import { afterAttempt, afterLookUp, type Step } from './next-step.ts';
import type { DueEntry, OutboxPort } from './outbox-port.ts';
import type { LookUp, Outcome } from './outcome.ts';
import { addCommentPayload, createIssuePayload } from './payloads.ts';
import { type SendTools, sendEntry } from './send-entry.ts';
import type { SendingFetch } from './sending-fetch.ts';

export interface DrainTools extends SendTools {
  readonly outbox: OutboxPort;
  readonly sending: SendingFetch;
  readonly now: () => number;
  /** From 0 to 1: spreads tries that would come back together. */
  readonly chance: () => number;
  /** Hears of every entry that was tried. */
  readonly tried: () => void;
  /** Hears what is a bug of the desk. */
  readonly report: (error: unknown) => void;
  /** Asked between entries; the drain stops early, and nothing is lost. */
  readonly shouldStop: () => boolean;
}

export interface DrainResult {
  readonly sent: number;
  /** False when a service could not be reached; null when nothing was tried. */
  readonly online: boolean | null;
  /** From when the limits of content let more leave, UTC ms; null when they held nothing back. */
  readonly waitUntil: number | null;
}

/** Drains until nothing is due. An entry is tried once a drain, and a lost network ends it. */
export async function drainOutbox(tools: DrainTools): Promise<DrainResult> {
  const { outbox, now, shouldStop } = tools;
  const tried: EntryId[] = [];
  let sent = 0;
  let online: boolean | null = null;
  let waitUntil: number | null = null;
  while (!shouldStop()) {
    const open = (service: Service) => outbox.limitOf(service, now()) === null;
    const mayGo = (kind: EntryKind) => open(SERVICE_OF[kind]) && (waitUntil === null || !CONTENT_KINDS.includes(kind));
    // Looking makes no content, but it asks GitHub.
    const entry = outbox.nextDue(now(), { kinds: ENTRY_KINDS.filter(mayGo), looking: open('github'), except: tried });
    if (entry === null) break;
    if (entry.state === 'queued' && CONTENT_KINDS.includes(entry.kind)) {
      const mayLeave = nextDeparture(outbox.departures(now()), now());
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
    online = !result.offline;
    if (result.offline) break;
  }
  return { sent, online, waitUntil };
}

/** An entry that the desk itself cannot handle stops its own ticket and no other: the lead decides. */
async function tryOne(tools: DrainTools, entry: DueEntry): Promise<Tried | null> {
  try {
    return entry.state === 'unknown' ? await lookFor(tools, entry) : await attempt(tools, entry);
  } catch (error) {
    tools.report(error);
    const step: Step = {
      state: 'undecided',
      nextTryAt: null,
      reason: 'Something went wrong inside the desk while sending. Look whether it arrived, then try again.',
    };
    tools.outbox.settle(entry, step, null, tools.now());
    return null;
  }
}

interface Tried {
  readonly step: Step;
  readonly offline: boolean;
}

async function attempt(tools: DrainTools, entry: DueEntry): Promise<Tried | null> {
  const { outbox, sending, now } = tools;
  if (!outbox.claim(entry.id)) return null;
  sending.noteLeaving(() => outbox.noteLeft(entry, now()));
  const outcome = await sendEntry(tools, entry);
  const step =
    'blocked' in outcome
      ? ({ state: 'blocked', nextTryAt: null, reason: outcome.blocked } as const)
      : afterAttempt(
          {
            attempts: entry.attempts + 1,
            lookUps: entry.lookUps,
            repeatable: REPEATABLE_KINDS.includes(entry.kind),
            lookable: entry.kind !== 'post-note',
          },
          outcome,
          now(),
          tools.chance(),
        );
  outbox.settle(entry, step, 'blocked' in outcome || outcome.kind !== 'arrived' ? null : outcome, now());
  if ('kind' in outcome) noteLimit(outbox, entry, outcome, step);
  if ('kind' in outcome && outcome.kind === 'moved') outbox.relocate(entry.ticketId, outcome.to);
  return { step, offline: 'kind' in outcome && outcome.kind === 'later' && outcome.offline };
}

/** A service that is limiting is asked nothing more until it may be: going on may get the account banned. */
function noteLimit(outbox: OutboxPort, { kind }: DueEntry, outcome: Outcome | LookUp, { nextTryAt }: Step): void {
  if (outcome.kind === 'later' && outcome.limited === true && nextTryAt !== null)
    outbox.noteLimit(SERVICE_OF[kind], nextTryAt);
}

async function lookFor({ outbox, github, now }: DrainTools, entry: DueEntry): Promise<Tried> {
  const since = entry.leftAt ?? now();
  const look: LookUp =
    entry.kind === 'add-comment' && entry.issueNumber !== null
      ? await github.findComment(entry.id, addCommentPayload.parse(entry.payload).repository, entry.issueNumber)
      : await github.findIssue(entry.id, createIssuePayload.parse(entry.payload).repository, since);
  const step = afterLookUp(
    { attempts: entry.attempts, lookUps: entry.lookUps, repeatable: false, lookable: true },
    look,
    now(),
  );
  outbox.settle(entry, step, look.kind === 'found' ? look : null, now());
  noteLimit(outbox, entry, look, step);
  return { step, offline: look.kind === 'later' && look.offline };
}
