// What a lead does on a desk that may die at any instant. It says "queued NAME" once the desk has said yes; what was said
// must arrive, whatever happens after.
import type { Call } from '../../electron/contract/client.ts';
import { DIRECTORY, dynamicsCsv } from '../support/desk.ts';

const CASES = 4;
const MOST_LOOKS = 60;
const TEAM = DIRECTORY.find((team) => team.label === 'PRODUCT-mhv-medical-records')!;
/** Its tickets go onto a board of ZenHub and onto one of GitHub. */
const ON_BOTH_BOARDS = {
  ...TEAM,
  project: { owner: 'department-of-veterans-affairs', number: 1, fields: { Status: 'New' } },
};
export const CHANGED = { title: 'changed', label: 'VSP-contact-center', status: 'Tier 3 Support' } as const;

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
      labels: [...seen.labels, CHANGED.label],
      project: { Status: CHANGED.status },
    });
    console.log(`queued ${reference} ${CHANGED.title}`);
    await call('follow-up.comment', { id, verb: 'answer', text: 'The third word on it' });
    console.log(`queued ${reference} third`);
    await call('sync.now', {});
  }
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
    for (const { id, state } of entries)
      if (state === 'undecided' || state === 'failed' || state === 'blocked') await call('outbox.retry', { id });
    await call('practice.advance', { minutes: 11 });
  }
  throw new Error('the outbox did not drain');
}
