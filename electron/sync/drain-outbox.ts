// Sends what is due, one entry at a time, in order for each ticket. The intent is in the store before anything leaves,
// the result after; what lies between is looked for, never guessed.
import type { EntryId, TicketId } from '../contract/ids.ts';
import type { VerdictContext } from '../core/scrub/verdict.ts';
import { CONTENT_KINDS, ENTRY_KINDS, type EntryKind } from '../core/words/outbox.ts';
import { nextDeparture } from './content-budget.ts';
import type { GitHubClient } from './github/client.ts';
import { passLastGate } from './last-gate.ts';
import { afterAttempt, afterLookUp, type Step } from './next-step.ts';
import type { LookUp, Outcome } from './outcome.ts';
import { addCommentPayload, createIssuePayload, movePipelinePayload, postNotePayload } from './payloads.ts';
import type { SendingFetch } from './sending-fetch.ts';
import type { SlackClient } from './slack/client.ts';
import type { ZenHubClient } from './zenhub/client.ts';

export interface DueEntry {
  readonly id: EntryId;
  readonly ticketId: TicketId;
  readonly kind: EntryKind;
  readonly payload: unknown;
  readonly state: 'queued' | 'unknown';
  readonly attempts: number;
  readonly lookUps: number;
  readonly leftAt: number | null;
  /** The number of the ticket's issue, once it is open. */
  readonly issueNumber: number | null;
  readonly context: VerdictContext;
}

/** What the drain needs of the store; each function is one transaction. */
export interface OutboxPort {
  /** Sorts out what a worker that died was doing; how many entries that were. Only for the holder of the lock. */
  recover(): number;
  /** Of these kinds; what may have arrived is looked for whatever its kind. */
  nextDue(now: number, except: readonly EntryId[], kinds: readonly EntryKind[]): DueEntry | null;
  /** When requests that made content left within the last hour, oldest first; UTC ms. */
  departures(now: number): number[];
  /** Writes the intent. False when somebody else took the entry meanwhile. */
  claim(id: EntryId): boolean;
  noteLeft(entry: DueEntry, at: number): void;
  settle(entry: DueEntry, step: Step, arrived: { number?: number; url?: string } | null, at: number): void;
}

export interface DrainTools {
  readonly outbox: OutboxPort;
  readonly sending: SendingFetch;
  readonly github: GitHubClient;
  readonly zenhub: ZenHubClient | null;
  readonly slack?: SlackClient | null;
  readonly now: () => number;
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
    const entry = outbox.nextDue(now(), tried, waitUntil === null ? ENTRY_KINDS : WITHOUT_CONTENT);
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

const WITHOUT_CONTENT = ENTRY_KINDS.filter((kind) => !CONTENT_KINDS.includes(kind));

interface Tried {
  readonly step: Step;
  readonly offline: boolean;
}

async function attempt(tools: DrainTools, entry: DueEntry): Promise<Tried | null> {
  const { outbox, sending, now } = tools;
  if (!outbox.claim(entry.id)) return null;
  sending.noteLeaving(() => outbox.noteLeft(entry, now()));
  const outcome = await send(tools, entry);
  const step =
    'blocked' in outcome
      ? ({ state: 'blocked', nextTryAt: null, reason: outcome.blocked } as const)
      : afterAttempt(
          {
            attempts: entry.attempts + 1,
            lookUps: entry.lookUps,
            repeatable: entry.kind === 'move-pipeline',
            lookable: entry.kind !== 'post-note',
          },
          outcome,
          now(),
        );
  outbox.settle(entry, step, 'blocked' in outcome || outcome.kind !== 'arrived' ? null : outcome, now());
  return { step, offline: 'kind' in outcome && outcome.kind === 'later' && outcome.offline };
}

async function send(
  { github, zenhub, slack }: DrainTools,
  entry: DueEntry,
): Promise<Outcome | { readonly blocked: string }> {
  switch (entry.kind) {
    case 'create-issue': {
      const issue = createIssuePayload.parse(entry.payload);
      const gate = passLastGate(
        { title: issue.title, body: issue.body, labels: issue.labels.join('\n') },
        entry.context,
      );
      if (!gate.open) return { blocked: gate.reason };
      return github.createIssue(entry.id, { ...issue, title: gate.texts.title, body: gate.texts.body });
    }
    case 'add-comment': {
      const { repository, body } = addCommentPayload.parse(entry.payload);
      if (entry.issueNumber === null) return { kind: 'refused', reason: 'The ticket has no number.' };
      const gate = passLastGate({ comment: body }, entry.context);
      if (!gate.open) return { blocked: gate.reason };
      return github.addComment(entry.id, entry.issueNumber, { repository, body: gate.texts.comment });
    }
    case 'post-note': {
      if (slack == null) return { kind: 'later', reason: 'No Slack webhook is set up.', offline: false };
      const gate = passLastGate({ note: postNotePayload.parse(entry.payload).text }, entry.context);
      return gate.open ? slack.post(gate.texts.note) : { blocked: gate.reason };
    }
    case 'move-pipeline': {
      if (zenhub === null)
        return { kind: 'later', reason: 'No ZenHub key is set up; the ticket is open without it.', offline: false };
      if (entry.issueNumber === null) return { kind: 'refused', reason: 'The ticket has no number.' };
      return zenhub.moveToPipeline(entry.issueNumber, movePipelinePayload.parse(entry.payload));
    }
  }
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
  return { step, offline: look.kind === 'later' && look.offline };
}
