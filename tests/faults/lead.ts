// What a lead does on a desk that may die at any instant. It says "queued NAME" once the desk has said yes; what was said
// must arrive, whatever happens after.
import type { Call } from '../../electron/contract/client.ts';
import type { OutboxEntry } from '../../electron/contract/schemas.ts';
import { DIRECTORY, dynamicsCsv } from '../support/desk.ts';

export const CASES = 4;
const MOST_LOOKS = 60;
const TEAM = DIRECTORY.find((team) => team.label === 'PRODUCT-mhv-medical-records')!;
/** Its tickets go onto a board of ZenHub and onto one of GitHub. */
const ON_BOTH_BOARDS = {
  ...TEAM,
  project: { owner: 'department-of-veterans-affairs', number: 1, fields: { Status: 'New' } },
};
export const CHANGED = {
  title: 'changed',
  body: 'Seen in another browser too.',
  label: 'VSP-contact-center',
  status: 'Tier 3 Support',
} as const;

/** Brings cases in, queues tickets, comments and changes, and sends. `text` is what the person reported. */
export async function work(call: Call, name: string, text: string): Promise<void> {
  await call('directory.save', { was: TEAM.label, team: ON_BOTH_BOARDS });
  const rows = Array.from({ length: CASES }, (_, at) => ({ reference: `fault-${name}-${at}`, text: `${text} ${at}` }));
  await call('intake.import', { name: 'export.csv', text: dynamicsCsv(rows) });
  for (const { reference } of rows) {
    const { cases } = await call('cases.find', { reference });
    const id = cases[0]?.id;
    if (id === undefined) continue;
    await call('triage.act', { caseIds: [id], action: 'escalate', team: TEAM.label });
    await call('tickets.queue', { caseIds: [id] });
    console.log(`queued ${reference}`);
    for (const word of ['first', 'second']) {
      await call('follow-up.comment', { id, verb: 'answer', text: `The ${word} word on it` });
      console.log(`queued ${reference} ${word}`);
    }
    await call('sync.now', {});
    const seen = (await call('cases.get', { id })).ticket?.remote;
    if (seen == null) continue; // the ticket is not open yet
    await call('tickets.change', {
      id,
      seen,
      title: `${seen.title}, ${CHANGED.title}`,
      body: `${seen.body}\n${CHANGED.body}`,
      labels: [...seen.labels, CHANGED.label],
      project: { Status: CHANGED.status },
    });
    console.log(`queued ${reference} ${CHANGED.title}`);
    await call('follow-up.comment', { id, verb: 'answer', text: 'The third word on it' });
    console.log(`queued ${reference} third`);
    await call('sync.now', {});
  }
}

/** Queues a ticket and takes it back while it may be on its way; "undone NAME" once the desk has said that it is. */
export async function regret(call: Call, name: string, text: string): Promise<void> {
  const reference = `regret-${name}`;
  await call('intake.import', { name: 'export.csv', text: dynamicsCsv([{ reference, text: `${text} once` }]) });
  const { cases } = await call('cases.find', { reference });
  const id = cases[0]?.id;
  if (id === undefined) return;
  await call('triage.act', { caseIds: [id], action: 'escalate', team: TEAM.label });
  const { actId } = await call('tickets.queue', { caseIds: [id] });
  const sending = call('sync.now', {});
  try {
    await call('activity.undo', { id: actId });
    console.log(`undone ${reference}`);
  } catch {
    // Refused: it has left, or may have.
  }
  await sending;
}

/** Another lead at another desk, with the cases of a round that the first desk has sent already. */
export async function repeat(call: Call, name: string, text: string): Promise<void> {
  await call('directory.save', { was: TEAM.label, team: ON_BOTH_BOARDS });
  const rows = Array.from({ length: CASES }, (_, at) => ({ reference: `fault-${name}-${at}`, text: `${text} ${at}` }));
  await call('intake.import', { name: 'export.csv', text: dynamicsCsv(rows) });
  for (const { reference } of rows) {
    const { cases } = await call('cases.find', { reference });
    const [one] = cases;
    if (one === undefined || one.status === 'ticketed') continue;
    await call('triage.act', { caseIds: [one.id], action: 'escalate', team: TEAM.label });
    await call('tickets.queue', { caseIds: [one.id] });
  }
  await call('sync.now', {});
}

const NEEDS_A_PERSON: ReadonlySet<string> = new Set(['undecided', 'failed', 'blocked']);

/**
 * What teams changed or placed stands; ours is written where nobody changed it; another desk's ticket is joined; the rest is
 * sent once more.
 */
async function decide(call: Call, { id, kind, state, acts, conflicts }: OutboxEntry): Promise<void> {
  if (acts.includes('join')) await call('outbox.join', { id });
  else if (acts.includes('choose'))
    await call('outbox.choose', {
      id,
      keep: Object.fromEntries(conflicts.map(({ field, was, theirs }) => [field, theirs === was ? 'ours' : 'theirs'])),
    });
  else if (kind === 'move-pipeline' && state === 'undecided' && acts.includes('drop'))
    await call('outbox.drop', { id });
  else await call('outbox.retry', { id });
}

/** Until nothing waits: time goes on, and what the desk leaves to the lead is sent once more. Then nothing breaks any more. */
export async function finish(call: Call, clearFaults: () => Promise<void>): Promise<void> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const { waiting, attention } = await call('sync.now', {});
    if (waiting + attention === 0) {
      await clearFaults();
      await call('practice.advance', { minutes: 11 }); // past any limit that was asked for
      await call('sync.now', {}); // what teams said while lists broke
      return;
    }
    const { entries } = await call('outbox.list', {});
    for (const entry of entries) if (NEEDS_A_PERSON.has(entry.state)) await decide(call, entry);
    await call('practice.advance', { minutes: 11 });
    // An outage that was asked for lasts about ten minutes.
    if (look === 0) await clearFaults();
  }
  throw new Error('the outbox did not drain');
}
