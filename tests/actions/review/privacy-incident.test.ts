// A privacy incident on a case that has left, and details handed over by encrypted mail.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { escalatedCase, openTestDesk, type TestDesk } from '../../support/desk.ts';

const REF = '26-HRC-HD-85-00000951';
let desk: TestDesk;
let id: CaseId;
beforeAll(async () => {
  desk = await openTestDesk();
  id = await escalatedCase(desk, REF, 'The list of labs is blank on ward Blue Heron', 'Hope Bins');
  await desk.call('tickets.queue', { caseIds: [id] });
  await desk.call('sync.now', {});
  // A member of the team wrote into the ticket what should not stand there.
  const issue = desk.practice.world.issues()[0]!;
  desk.practice.world.skewMs += 5_000;
  desk.practice.world.change(issue, { body: `${issue.body}\nSSN 536-22-8145, ward Blue Heron.` });
  await desk.call('sync.now', {});
});
afterAll(() => desk.close());

const plan = () => desk.call('incident.plan', { id, words: ['blue heron'] });

it('tells what stands there, writes the entry of the log without it, and changes nothing', async () => {
  const { log, redacted, kinds, url } = await plan();
  expect(kinds).toContain('Social Security number');
  expect(log).toMatch(/^# 2026-10-28 PII Incident\n\n## Incident\n- Noticed: Oct 28, 2026, 10:00 AM ET\n/);
  for (const heading of ['## Incident Ticket', '## Slack Threads', '## Postmortem']) expect(log).toContain(heading);
  expect(log).toContain(REF);
  expect(log).toContain(url!);
  expect(`${log}\n${redacted?.body}`).not.toMatch(/536-22-8145|blue heron/i);
  expect(redacted?.body).toContain('[REDACTED]');
  expect(desk.practice.world.issues()[0]?.body).toContain('536-22-8145');
});

it('says which of the words do not stand in the ticket', async () => {
  const { absent } = await desk.call('incident.plan', { id, words: ['blue heron', 'grey heron'] });
  expect(absent).toEqual(['grey heron']);
});

const shown = async () => {
  const { title, body, state } = await desk.call('tickets.draft', { id });
  const { scrubbedText } = await desk.call('cases.get', { id });
  return { state, words: `${title}\n${body}\n${scrubbedText}` };
};

it('shows the ticket as it reads at GitHub', async () => {
  expect((await shown()).state).toBe('open');
  expect((await shown()).words).toContain('536-22-8145');
});

it('redacts the ticket through the outbox, keeps its mark, and holds the case; undo is open until it left', async () => {
  const { actId } = await desk.call('incident.redact', { id, words: ['blue heron'] });
  await desk.call('activity.undo', { id: actId });
  expect((await desk.call('cases.get', { id })).tags).not.toContain('privacy-incident');
  expect((await shown()).words).toMatch(/536-22-8145[\s\S]*Blue Heron/);
  await desk.call('incident.redact', { id, words: ['blue heron'] });
  expect((await shown()).state).toBe('changing');
  // What waits already is not redacted a second time.
  expect((await plan()).redacted).toBeNull();
  expect((await desk.call('incident.redact', { id, words: ['blue heron'] })).queued).toBe(false);
  expect((await shown()).words).not.toMatch(/536-22-8145|blue heron/i);
  await desk.call('sync.now', {});
  expect((await shown()).state).toBe('open');
  expect((await shown()).words).not.toMatch(/536-22-8145|blue heron/i);
  // What was received has it marked, so that no sheet and no note takes it along again.
  expect((await desk.call('cases.copy', { id })).text).not.toMatch(/blue heron/i);
  const { body } = desk.practice.world.issues()[0]!;
  expect(body).not.toMatch(/536-22-8145|blue heron/i);
  expect(body).toMatch(/<!-- tier3-desk:/);
  expect((await desk.call('cases.get', { id })).tags).toContain('privacy-incident');
  expect((await plan()).redacted).toBeNull();
});

it('keeps that details were handed over, when and to whom, and never what', async () => {
  const told = async () => (await desk.call('cases.get', { id })).activity.map(({ summary }) => summary);
  await desk.call('details.handedOver', { id, to: 'mr-product-manager' });
  expect(await told()).toContain(
    'Details handed over by encrypted mail to mr-product-manager, Oct 28, 2026, 10:00 AM ET',
  );
  await desk.call('details.handedOver', { id, to: 'the Product Manager of Medications' });
  await expect(desk.call('details.handedOver', { id, to: 'Hope Bins, SSN 536-22-8145' })).rejects.toThrow(
    'whom it went to',
  );
  await expect(desk.call('details.handedOver', { id, to: 'rx-engineer', at: desk.now + 1 })).rejects.toThrow(
    'in the future',
  );
  expect((await told()).join()).not.toContain('536-22');
});
