// Fills the homes of an installed desk, with whatever version is installed: cases decided, written, tagged, sent, waiting.
import { sample } from '../support/desk.ts';
import type { CleanRoot } from './clean-root.ts';
import { type AnyCall, startInstalled } from './installed-desk.ts';

export const PASSPHRASE = 'correct horse battery staple';
export const REAL = { TIER3_DESK_PASSPHRASE: PASSPHRASE };
const DRAFT = { title: 'Typed by hand before the upgrade', body: 'Words nobody has sent yet.' };
const TEAM = 'mhv-medications';

async function idsOf(call: AnyCall): Promise<string[]> {
  const { ids } = await call('cases.ids', { from: 0, to: 500 });
  return ids;
}

async function decide(call: AnyCall, { sends }: { readonly sends: boolean }): Promise<void> {
  const [sent, held, written, tagged, answered] = (await idsOf(call)).slice(10) as [
    string,
    string,
    string,
    string,
    string,
  ];
  await call('triage.act', { caseIds: [sent, held, written], action: 'escalate', team: TEAM });
  await call('cases.tag', { caseIds: [tagged, written], tag: 'asks-for-more' });
  await call('triage.act', { caseIds: [answered], action: 'respond' });
  await call('tickets.edit', { caseId: written, ...DRAFT });
  await call('tickets.queue', { caseIds: [sent] });
  if (sends) await call('sync.now', {});
  await call('tickets.queue', { caseIds: [held] });
  const { entries } = await call('outbox.list', {});
  for (const { id, state } of entries) if (state === 'queued') await call('outbox.hold', { id });
}

/** A practice home whose first ticket has left and whose second is held back, and a real one that was never signed in. */
export async function fillHomes(root: CleanRoot): Promise<void> {
  const practice = await startInstalled(root, {}, '--practice');
  await practice.call('intake.samples', {});
  await decide(practice.call, { sends: true });
  await practice.close();
  const real = await startInstalled(root, REAL);
  await real.call('desk.open', { mode: 'real', passphrase: PASSPHRASE });
  await real.call('intake.import', { name: 'dynamics.csv', text: sample('dynamics.csv') });
  await decide(real.call, { sends: false });
  await real.close();
}
