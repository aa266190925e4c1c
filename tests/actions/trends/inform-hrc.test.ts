// Inform HRC: how it stands with a trend becomes the words agents use, copied or sent to Slack and Teams through the outbox.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isTeamsWebhook } from '../../../electron/core/domain/address.ts';
import { dynamicsCsv, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
let id: string;
beforeAll(async () => {
  desk = await openTestDesk({ signedOut: true });
  const rows = Array.from({ length: 5 }, (_, at) => ({
    reference: `26-HRC-HD-85-0000080${at}`,
    text: 'The labs and tests page is blank',
  }));
  await desk.call('intake.import', { name: 'export.csv', text: dynamicsCsv(rows) });
  id = (await desk.call('trends.list', {})).trends[0]!.id;
  await desk.call('services.signIn', { service: 'github', token: 't', address: desk.practice.github });
});
afterAll(() => desk.close());

const inform = () => desk.call('trends.inform', { id });

describe('the words for agents', () => {
  it('are none while nobody said how it stands', async () => {
    expect(await inform()).toMatchObject({ state: null, text: null, channels: [] });
    await desk.call('services.signIn', { service: 'slack', token: desk.practice.slack });
    await expect(desk.call('trends.tell', { id, channel: 'post-note' })).rejects.toThrow('Choose a status first');
  });

  it('of a trend that is active and known are the same for every caller, and hold back no ticket', async () => {
    await desk.call('trends.known', { id, known: 'The labs are there again after the next sign-in.' });
    await desk.call('trends.setState', { id, state: 'known' });
    const { text } = await inform();
    expect(text).toMatch(/^Inform HRC - active and known: .+\nKnown since: .+ [AP]M ET[\n,]/);
    expect(text).toContain('Also tell them: The labs are there again after the next sign-in.');
    expect(text).toContain('Use these words with every caller who has this problem.');
    expect(text).not.toMatch(/not send|close the case|#/i);
  });

  it('of one that is resolved say so, and tell the lead when cases come in all the same; undo takes it back', async () => {
    const { actId } = await desk.call('trends.setState', { id, state: 'resolved' });
    expect((await inform()).text).toContain('Do NOT send a Tier III ticket for it.');
    expect((await inform()).casesSince).toBe(0);
    desk.now += 3_600_000;
    const late = {
      reference: '26-HRC-HD-85-00000899',
      text: 'The labs and tests page is blank',
      at: '10/28/2026 10:30 AM',
    };
    await desk.call('intake.import', { name: 'later.csv', text: dynamicsCsv([late]) });
    expect((await inform()).casesSince).toBe(1);
    await desk.call('activity.undo', { id: actId });
    expect((await inform()).state).toBe('known');
  });
});

describe('the note', () => {
  it('goes to Slack and to Teams once each, as the stand-ins take it', async () => {
    await desk.call('services.signIn', { service: 'teams', token: desk.practice.teams });
    expect((await inform()).channels).toEqual(['post-note', 'post-teams-note']);
    for (const channel of ['post-note', 'post-teams-note'] as const) await desk.call('trends.tell', { id, channel });
    expect(await desk.call('sync.now', {})).toMatchObject({ sent: 2, waiting: 0, attention: 0 });
    await desk.call('sync.now', {});
    const { text } = await inform();
    expect(desk.practice.teamsNotes).toEqual([text]);
    expect(desk.practice.notes).toEqual([text]);
  });

  it('may have arrived in Teams: a person looks, and it is not sent again by itself', async () => {
    await desk.call('trends.tell', { id, channel: 'post-teams-note' });
    await desk.fault({ service: 'teams', what: 'drop-after' });
    await desk.call('sync.now', {});
    await desk.call('outbox.retryAll', {});
    await desk.call('sync.now', {});
    expect(desk.practice.teamsNotes).toHaveLength(2);
    const { entries } = await desk.call('outbox.list', {});
    expect(entries.find(({ state }) => state === 'undecided')).toMatchObject({ destination: 'Teams' });
  });

  it('with something personal in it leaves by no way', async () => {
    const known = 'Ask Mr. Harold Finch, SSN 536-22-8145, to sign in again.';
    await expect(desk.call('trends.known', { id, known })).rejects.toThrow('Nothing left the desk');
    // And words that were nobody's when they were written.
    await desk.call('trends.known', { id, known: 'Ask them to open the labs page again.' });
    const { cases } = await desk.call('cases.find', { reference: '26-HRC-HD-85-00000800' });
    await desk.call('rules.make', { caseId: cases[0]!.id, start: 4, end: 8, kind: 'deny', type: 'OTHER' });
    await expect(inform()).rejects.toThrow('Nothing left the desk');
    await expect(desk.call('trends.tell', { id, channel: 'post-teams-note' })).rejects.toThrow('Nothing left the desk');
  });
});

it('takes a webhook of Teams at the hosts of Microsoft alone', () => {
  const path = '/workflows/0a1b2c3d/triggers/manual/paths/invoke';
  for (const address of [
    `https://prod-00.usgovtexas.logic.azure.us${path}`,
    `https://prod-112.westus.logic.azure.com:443${path}`,
    'https://default0a1b2c3d4e5f.6a.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/x',
    'https://va.webhook.office.com/webhookb2/x/IncomingWebhook/y/z',
  ])
    expect([address, isTeamsWebhook(address)]).toEqual([address, true]);
  for (const address of [
    `http://prod-00.usgovtexas.logic.azure.us${path}`,
    `https://prod-00.usgovtexas.logic.azure.us.example.com${path}`,
    `https://evil.example/prod-00.usgovtexas.logic.azure.us${path}`,
    `https://a.b.prod-00.usgovtexas.logic.azure.us${path}`,
    `https://u:p@prod-00.usgovtexas.logic.azure.us${path}`,
    `https://prod-00.usgovtexas.logic.azure.us:8443${path}`,
    'https://prod-00.usgovtexas.logic.azure.us/other',
    'https://xwebhook.office.com/webhookb2/x',
    'https://hooks.slack.com/services/T/B/x',
  ])
    expect([address, isTeamsWebhook(address)]).toEqual([address, false]);
});
