// GitHub's limits: 2,000 tickets in simulated time, never one too many in a minute or an hour, and close to as fast as the
// limits allow; and a pull of 10,000 changed issues with hardly a request more than needed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppContext } from '../../electron/actions/app-context.ts';
import { createCaseQueue } from '../../electron/actions/cases/case-queue.ts';
import { listOutbox } from '../../electron/actions/outbox/outbox-entries.ts';
import { createOutboxPort } from '../../electron/actions/outbox/outbox-port.ts';
import { READ_HERE } from '../../electron/actions/read-incoming.ts';
import { createCalendar, DEFAULT_CALENDAR } from '../../electron/core/clock/calendar.ts';
import type { TicketId } from '../../electron/core/domain/ids.ts';
import { checkPii } from '../../electron/core/scrub/pii-check.ts';
import { createJobs } from '../../electron/jobs/jobs.ts';
import { type PracticeServer, servePractice } from '../../electron/practice/serve.ts';
import { openStore, type Store } from '../../electron/store/opening/open.ts';
import { addEntry, newEntryId } from '../../electron/store/outbox/outbox.ts';
import { addTicket } from '../../electron/store/tickets/tickets.ts';
import { drainOutbox } from '../../electron/sync/drain-outbox.ts';
import { createRemoteChanges } from '../../electron/sync/github/changes.ts';
import { createGitHubClient } from '../../electron/sync/github/client.ts';
import { pullChanges } from '../../electron/sync/pull-changes.ts';
import type { PullPort } from '../../electron/sync/pull-port.ts';
import { CONTENT_LIMITS, lastSendTime, nextSendTime } from '../../electron/sync/rate-limit.ts';
import { createSendingFetch } from '../../electron/sync/sending-fetch.ts';
import { FILES } from '../../electron/worker/files.ts';
import { KEY, ROOT, WEDNESDAY } from '../support/desk.ts';

const REPOSITORY = 'department-of-veterans-affairs/va.gov-team';
const TICKETS = 2_000;
const CHANGED = 10_000;
/** What a write takes in simulated time: GitHub asks for a second between two. */
const REQUEST_MS = 1_000;
const BODY_BYTES = 4_000;
const mb = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);

let folder: string;
let store: Store;
let practice: PracticeServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tier3-limits-'));
  store = openStore({ file: join(folder, 'desk.db'), key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });
  practice = await servePractice({
    root: ROOT,
    stateFile: null,
    noteFile: join(folder, 'note.json'),
    port: 0,
  });
});
afterAll(async () => {
  store.close();
  await practice.close();
  rmSync(folder, { recursive: true });
});

/** The most that any window of a length held. */
function most(times: readonly number[], ms: number): number {
  let [from, held] = [0, 0];
  for (let at = 0; at < times.length; at += 1) {
    while ((times[at] ?? 0) - (times[from] ?? 0) >= ms) from += 1;
    held = Math.max(held, at - from + 1);
  }
  return held;
}

describe('the budget', () => {
  it('never lets one too many leave, whatever left before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 300 }), (gaps) => {
        const left: number[] = [];
        let now = 0;
        for (const gap of gaps) {
          now += gap;
          now = nextSendTime(left, now);
          left.push(now);
        }
        for (const { count, ms } of CONTENT_LIMITS) expect(most(left, ms)).toBeLessThanOrEqual(count);
      }),
    );
  });

  it('foretells when the last of many will have left', () => {
    // Four full hours of 500, less the first: the last 500 leave within 6 minutes and a bit.
    expect(lastSendTime([], TICKETS, 0) / 3_600_000).toBeCloseTo(3 + 6 / 60, 1);
  });
});

describe('2,000 queued tickets', () => {
  it('leave as fast as the limits allow and never faster, over restarts of the desk', async () => {
    let now = WEDNESDAY;
    const ctx = (): AppContext => ({
      store,
      queue: createCaseQueue(store, () => now),
      now: () => now,
      calendar: createCalendar(DEFAULT_CALENDAR),
      announce: () => {},
      jobs: createJobs(() => {}),
      snapshot: async () => {},
      isInUse: () => false,
      files: FILES,
      startReaders: () => READ_HERE,
    });
    store.transaction((db) => {
      for (let at = 0; at < TICKETS; at += 1) {
        const title = checkPii(`Tier 3 issue - report ${at} does not download`, {});
        const body = checkPii('The report does not download.', {});
        if (!title.clean || !body.clean) throw new Error('the words are plain');
        const id = addTicket(db, {
          team: 'PRODUCT-mhv-medical-records',
          repository: REPOSITORY,
          title: title.text,
          createdAt: now,
        });
        const payload = {
          repository: REPOSITORY,
          title: title.text,
          body: body.text,
          labels: ['MHV-Tier-3'],
          assignees: [],
        };
        addEntry(db, {
          id: newEntryId(),
          ticketId: id as TicketId,
          position: 0,
          kind: 'create-issue',
          payload,
          createdAt: now,
        });
      }
    });
    const started = now;
    const times: number[] = [];
    const foretold: { readonly at: number; readonly doneAt: number }[] = [];
    const sending = createSendingFetch(async (input, init) => {
      if (init?.method === 'POST') times.push(now);
      now += REQUEST_MS;
      return fetch(input, init);
    });
    const connection = { signedIn: true, online: true, lastSyncAt: null, trouble: null, unreadable: [] };
    for (let waitUntil: number | null = now; waitUntil !== null; ) {
      now = waitUntil;
      const signedIn = { baseUrl: practice.github, token: 't', standIn: true };
      const github = createGitHubClient(signedIn, sending.fetch, () => now);
      // A new port every time, as after a restart: the limits are remembered by the store.
      const outbox = createOutboxPort(ctx());
      ({ waitUntil } = await drainOutbox({
        outbox,
        sending,
        github,
        zenhub: null,
        now: () => now,
        hasty: true,
        chance: () => 0.5,
        tried: () => {},
        report: (error) => {
          throw error;
        },
        shouldStop: () => false,
      }));
      const { progress } = listOutbox(ctx(), { most: 0 }, connection).sync;
      if (progress === null) break;
      expect(progress).toMatchObject({ done: times.length, total: TICKETS });
      foretold.push({ at: now, doneAt: progress.doneAt });
    }
    expect(times).toHaveLength(TICKETS);
    for (const { count, ms } of CONTENT_LIMITS) expect(most(times, ms)).toBeLessThanOrEqual(count);
    const allowed = lastSendTime([], TICKETS, started) - started;
    expect(allowed / (now - started)).toBeGreaterThan(0.95);
    // The time the screen foretold, each time the limits held the rest back, against the time it took.
    const errors = foretold.map(({ at, doneAt }) => Math.abs(doneAt - now) / (now - at));
    expect(Math.max(...errors)).toBeLessThan(0.05);
    expect(new Set(practice.world.issues().map((issue) => issue.title)).size).toBe(TICKETS);
    console.log(
      `${TICKETS} tickets left in ${((now - started) / 3_600_000).toFixed(2)} simulated hours; the limits allow ${(allowed / 3_600_000).toFixed(2)}. The end was foretold ${foretold.length} times, at worst ${(100 * Math.max(...errors)).toFixed(1)} % off.`,
    );
  }, 120_000);
});

/** Bytes in use once everything that nobody holds is gone. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

describe('10,000 changed issues', () => {
  it('come in with hardly a request more than their pages, holding none of them, and nothing changed costs one', async () => {
    const at = (n: number) => new Date(WEDNESDAY + n * 5000).toISOString().replace('.000Z', 'Z');
    const issues = Array.from({ length: CHANGED }, (_, n) => ({
      number: n + 1,
      repository: REPOSITORY,
      title: `Issue ${n + 1}`,
      body: `${n} ${'word '.repeat(BODY_BYTES / 5)}`,
      state: 'open',
      labels: [],
      assignees: [],
      creator: 'somebody',
      createdAt: at(n),
      updatedAt: at(n),
      pipelineId: '',
      comments: [],
    }));
    const stateFile = join(folder, 'changed.json');
    writeFileSync(stateFile, JSON.stringify({ issues }));
    const server = await servePractice({ root: ROOT, stateFile, noteFile: join(folder, 'other.json'), port: 0 });
    let requests = 0;
    const counting: typeof fetch = (input, init) => {
      requests += 1;
      return fetch(input, init);
    };
    let cursor: Parameters<PullPort['moveCursor']>[1] | null = null;
    let received = 0;
    const held: number[] = [];
    const known = new Set<string>();
    const port: PullPort = {
      watched: () =>
        new Map([
          [
            REPOSITORY,
            {
              tickets: issues.map(({ number }) => ({ id: `${number}` as TicketId, number })),
              since: WEDNESDAY,
              sweepFrom: null,
            },
          ],
        ]),
      cursor: () => cursor,
      receiveIssue: () => {
        received += 1;
        if (received === CHANGED / 5 || received === CHANGED) held.push(heldBytes());
      },
      receiveComments: () => {},
      isKnown: (id) => known.has(id),
      noteKnown: (id) => void known.add(id),
      receiveOther: () => false,
      receiveMark: () => ({ isNews: false, adopted: null }),
      stalestTicket: () => null,
      relocate: () => {},
      noteMissing: () => {},
      moveCursor: (_, to) => {
        cursor = to;
      },
    };
    const changes = createRemoteChanges({ baseUrl: server.github, token: 't', standIn: true }, counting, Date.now);
    expect(await pullChanges(port, () => changes)).toEqual({ news: CHANGED, unreadable: [] });
    expect(received).toBe(CHANGED);
    // Between these two looks bodies of 32 MB came in.
    const [early = 0, late = 0] = held;
    expect(late - early).toBeLessThan((CHANGED * 0.8 * BODY_BYTES) / 8);
    console.log(
      `${CHANGED} issues in ${requests} requests; memory held after ${CHANGED / 5} of them ${mb(early)} MB, after all ${mb(late)} MB.`,
    );
    expect(requests).toBeLessThanOrEqual((CHANGED / 100) * 1.05);
    await pullChanges(port, () => changes); // the newest page once more, for its tag
    requests = 0;
    received = 0;
    expect(await pullChanges(port, () => changes)).toEqual({ news: 0, unreadable: [] });
    expect([requests, received]).toEqual([1, 0]);
    await server.close();
  }, 120_000);
});
