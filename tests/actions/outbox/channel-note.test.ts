// The message to the team's channel that goes out beside a step of the ladder.
import { expect, it } from 'vitest';
import { escalatedCase } from '../../support/desk.ts';
import { pullBackDesk, reference } from '../../support/pull-back-desk.ts';

const { desk, entries, undo } = pullBackDesk({ signedOut: true });

it('is taken back with the escalation', async () => {
  await desk.call('services.signIn', { service: 'slack', token: desk.practice.slack });
  const id = await escalatedCase(desk, reference(1), 'records blank');
  await desk.call('tickets.queue', { caseIds: [id] });
  await desk.call('follow-up.comment', { id, verb: 'escalate-pm' });
  expect(await entries('post-note')).toMatchObject([{ state: 'queued' }]);
  await undo();
  expect(await entries('add-comment')).toMatchObject([{ state: 'withdrawn' }]);
  expect(await entries('post-note')).toMatchObject([{ state: 'withdrawn' }]);
});
