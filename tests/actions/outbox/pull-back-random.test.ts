// Random days of a lead: queueing, joining, editing, undoing, pulling back and answering while a network loses answers. After
// every step nothing typed is gone, no case hangs on nothing, and what is said to be undone is undone.
import { expect, it } from 'vitest';
import { AppError } from '../../../electron/contract/errors.ts';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { dynamicsCsv, openTestDesk, type TestDesk, typeDraft } from '../../support/desk.ts';

const TEAM = 'mhv-medications';
const STEPS = 50;
const TEXTS = ['refill fails', 'cannot refill my pills', 'refill button missing', 'no refills shown'];

/** Numbers from 0 to 1 that are the same for the same seed. */
function chanceFrom(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return at / 4_294_967_296;
  };
}

async function playDay(desk: TestDesk, seed: number): Promise<void> {
  const chance = chanceFrom(seed);
  const pick = <T>(of: readonly T[]): T | undefined => of[Math.floor(chance() * of.length)];
  const ids: CaseId[] = [];
  /** Words typed → a case whose reader must see them, until the service has them or the lead typed others in their place. */
  const typed = new Map<string, CaseId>();
  let words = 0;
  const newWords = () => `Word${++words} typed by the lead`;
  const entries = async () => (await desk.call('outbox.list', {})).entries;
  const bringIn = async () => {
    const reference = `26-HRC-HD-85-000002${String(ids.length).padStart(2, '0')}`;
    const text = pick(TEXTS) ?? '';
    await desk.call('intake.import', { name: 'e.csv', text: dynamicsCsv([{ reference, text }]) });
    ids.push((await desk.call('cases.find', { reference })).cases[0]!.id);
  };
  const anyCase = () => pick(ids)!;
  const resting = async (act: 'drop' | 'edit' | 'hold' | 'retry' | 'answer') =>
    pick((await entries()).filter(({ acts }) => acts.includes(act)));

  const moves: Readonly<Record<string, () => Promise<unknown>>> = {
    bringIn: async () => ids.length < 12 && bringIn(),
    escalate: () => desk.call('triage.act', { caseIds: [anyCase()], action: 'escalate', team: TEAM }),
    respond: () => desk.call('triage.act', { caseIds: [anyCase()], action: 'respond' }),
    editDraft: async () => {
      const caseId = anyCase();
      if ((await desk.call('cases.get', { id: caseId })).ticket !== null) return;
      const { body } = await desk.call('tickets.draft', { id: caseId });
      const more = newWords();
      await typeDraft(desk, caseId, { title: 'Tier 3 issue', body: `${body}\n${more}` });
      typed.set(more, caseId);
    },
    queue: () => desk.call('tickets.queue', { caseIds: [anyCase()] }),
    queueTrend: () => desk.call('trends.ticket', { id: 'rx-refill', team: TEAM }),
    answer: async () => {
      const id = anyCase();
      const text = newWords();
      await desk.call('follow-up.comment', { id, verb: 'answer', text });
      typed.set(text, id);
    },
    ladder: () => desk.call('follow-up.comment', { id: anyCase(), verb: 'request-status' }),
    reword: async () => {
      const entry = await resting('edit');
      if (entry === undefined) return;
      const more = newWords();
      const title = entry.words!.title === null ? {} : { title: entry.words!.title };
      await desk.call('outbox.edit', { id: entry.id, ...title, body: `${entry.words!.body}\n${more}` });
      const { cases } = await desk.call('cases.find', { reference: entry.references[0]! });
      typed.set(more, cases[0]!.id);
    },
    useWords: async () => {
      const [kept] = (await desk.call('cases.get', { id: anyCase() })).keptWords;
      if (kept !== undefined) await desk.call('words.use', { id: kept.id });
    },
    hold: async () => {
      const entry = await resting('hold');
      if (entry !== undefined) await desk.call('outbox.hold', { id: entry.id });
    },
    retry: async () => {
      const entry = await resting('retry');
      if (entry !== undefined) await desk.call('outbox.retry', { id: entry.id });
    },
    drop: async () => {
      const entry = await resting('drop');
      if (entry !== undefined) await desk.call('outbox.drop', { id: entry.id });
    },
    undo: () => desk.call('activity.undo', {}),
    undoOlder: async () => {
      const act = pick((await desk.call('activity.stack', {})).acts);
      if (act === undefined) return;
      const done = desk.call('activity.undo', { id: act.id });
      // The list and the deed say the same.
      if (act.obstacle === null) expect((await done).undone).not.toBeNull();
      else await expect(done).rejects.toThrow(act.obstacle);
    },
    answerEntry: async () => {
      const entry = await resting('answer');
      if (entry === undefined) return;
      await desk.call('outbox.answer', { id: entry.id, arrived: isAtService(desk, entry.id) });
    },
    sync: async () => {
      if (chance() < 0.5) await desk.fault({ method: 'POST', what: 'drop-after' });
      await desk.call('sync.now', {});
      await desk.clearFaults();
    },
    later: async () => {
      desk.now += 11 * 60_000;
    },
  };

  for (let at = 0; at < 4; at += 1) await bringIn();
  for (let step = 0; step < STEPS; step += 1) {
    const name = pick(Object.keys(moves))!;
    try {
      await moves[name]!();
    } catch (error) {
      // Refusing is right; breaking is not.
      if (!(error instanceof AppError) || error.kind === 'internal') throw error;
    }
    await check(desk, ids, typed, `seed ${seed}, step ${step}: ${name}`);
  }
}

/** True when something at GitHub carries the mark of an entry. */
function isAtService(desk: TestDesk, entryId: string): boolean {
  return JSON.stringify(desk.practice.world.issues()).includes(entryId);
}

async function check(
  desk: TestDesk,
  ids: readonly CaseId[],
  typed: ReadonlyMap<string, CaseId>,
  when: string,
): Promise<void> {
  const { entries } = await desk.call('outbox.list', {});
  const atService = JSON.stringify(desk.practice.world.issues());
  const waiting = JSON.stringify(entries.filter(({ state }) => state !== 'withdrawn'));
  for (const { id, state } of entries)
    if (state === 'withdrawn' && isAtService(desk, id))
      throw new Error(`${when}: withdrawn here, and there all the same`);
  const seen = new Map<CaseId, string>();
  for (const id of ids) {
    const one = await desk.call('cases.get', { id }).catch((error: Error) => error);
    if (one instanceof Error) {
      // Its import was undone; then no text of a person may be missing below.
      expect(one.message).toContain('This case was undone');
      continue;
    }
    seen.set(id, JSON.stringify([one.keptWords, await desk.call('tickets.draft', { id })]));
    if ((one.status === 'ticketed') !== (one.ticket !== null))
      throw new Error(`${when}: ${one.status} and its ticket differ`);
    const ofTicket = one.ticket === null ? [] : entries.filter(({ ticketId }) => ticketId === one.ticket?.id);
    if (one.ticket !== null && ofTicket.every(({ state }) => state === 'withdrawn'))
      throw new Error(`${when}: ${one.reference} has a ticket of which nothing is left`);
    const answered = one.activity.some(({ summary, undoneAt }) => undoneAt === null && summary.startsWith('Answered'));
    const hasAnswer = ofTicket.some(({ kind, state }) => kind === 'add-comment' && state !== 'withdrawn');
    if (answered && !hasAnswer) throw new Error(`${when}: answered, and no answer waits or was sent`);
  }
  for (const [text, id] of typed)
    if (!seen.get(id)?.includes(text) && !waiting.includes(text) && !atService.includes(text))
      throw new Error(`${when}: "${text}" is gone from desk and service`);
}

it.each([1, 2, 3])('holds through a random day, seed %i', async (seed) => {
  const desk = await openTestDesk();
  try {
    await playDay(desk, seed);
  } finally {
    await desk.close();
  }
});
