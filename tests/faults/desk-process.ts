// A desk at work in a process of its own, to be killed at any instant: brings cases in, queues tickets and comments, and
// sends. It says "queued NAME" once the desk has said yes; what was said must arrive, whatever happens after.
import { createClient } from '../../electron/contract/client.ts';
import { locateHome } from '../../electron/host/home.ts';
import { openKey } from '../../electron/host/key.ts';
import { openDesk } from '../../electron/worker/open-desk.ts';
import { dynamicsCsv, ROOT } from '../support/desk.ts';

const [folder = '', task = 'work', name = '0', text = ''] = process.argv.slice(2);
const CASES = 4;
const MOST_LOOKS = 60;

const home = locateHome(folder, 'practice');
const key = openKey(home, 'practice', { passphrase: undefined, keychain: null });
const office = openDesk(
  { folder, mode: 'practice', key, root: ROOT, tokens: { github: null, zenhub: null } },
  () => {},
);
const call = createClient(office.dispatch);

async function work(): Promise<void> {
  const rows = Array.from({ length: CASES }, (_, at) => ({ reference: `fault-${name}-${at}`, text: `${text} ${at}` }));
  await call('intake.import', { name: 'export.csv', text: dynamicsCsv(rows) });
  for (const { reference } of rows) {
    const { cases } = await call('cases.find', { reference });
    const id = cases[0]?.id;
    if (id === undefined) continue;
    await call('triage.act', { caseIds: [id], action: 'escalate', team: 'PRODUCT-mhv-medical-records' });
    await call('tickets.queue', { caseIds: [id] });
    console.log(`queued ${reference}`);
    for (const word of ['first', 'second']) {
      await call('follow-up.comment', { id, verb: 'answer', text: `The ${word} word on it` });
      console.log(`queued ${reference} ${word}`);
    }
    await call('sync.now', {});
  }
}

/** Until nothing waits: time goes on, and what the desk leaves to the lead is sent once more. */
async function finish(): Promise<void> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const { waiting, attention } = await call('sync.now', {});
    if (waiting + attention === 0) return;
    const { entries } = await call('outbox.list', {});
    for (const { id, state } of entries)
      if (state === 'undecided' || state === 'failed' || state === 'blocked') await call('outbox.retry', { id });
    await call('practice.advance', { minutes: 11 });
  }
  throw new Error('the outbox did not drain');
}

await (task === 'finish' ? finish() : work());
await office.close();
