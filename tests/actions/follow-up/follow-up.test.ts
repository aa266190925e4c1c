// Time, through the front door: pauses, priorities, the ladder with a real stand-in for GitHub.
import { describe, expect, it } from 'vitest';
import { caseDeskForEach, clock, HOUR, HOUR_MS, RECORD } from '../../support/case-desk.ts';
import { WEDNESDAY } from '../../support/desk.ts';

const { desk, id, read, later, openTicket, teamSays } = caseDeskForEach();

describe('a pause', () => {
  it('stops the clock, shows for whom and since when, and moves the due time when it ends', async () => {
    later(2);
    await desk.call('follow-up.act', { caseIds: [await id()], act: { verb: 'pause', reason: 'tier-2' } });
    later(5);
    const paused = await read();
    expect(clock(paused, 'act')).toMatchObject({
      state: 'paused',
      leftMinutes: 22 * HOUR,
      paused: { reason: 'tier-2', since: WEDNESDAY + 2 * HOUR_MS },
    });
    await desk.call('follow-up.act', { caseIds: [await id()], act: { verb: 'resume' } });
    later(1);
    const going = await read();
    expect(clock(going, 'act')).toMatchObject({ state: 'fine', leftMinutes: 21 * HOUR, paused: null });
    expect(clock(going, 'act')?.dueAt).toBe(WEDNESDAY + 29 * HOUR_MS);
    expect(going.waited).toEqual([{ reason: 'tier-2', minutes: 5 * HOUR }]);
  });

  it('is taken back by undo as if it had never been', async () => {
    await desk.call('follow-up.act', { caseIds: [await id()], act: { verb: 'pause', reason: 'hold' } });
    later(3);
    await desk.call('activity.undo', {});
    expect(clock(await read(), 'act')).toMatchObject({ leftMinutes: 21 * HOUR, paused: null });
  });

  it('comes with the request to Tier 2, which holds nothing personal', async () => {
    const { text } = await desk.call('follow-up.requestMore', { id: await id() });
    expect(text).toContain(RECORD);
    expect(clock(await read(), 'act')?.state).toBe('paused');
  });
});

describe('a priority', () => {
  it('starts its own targets, Critical around the clock', async () => {
    await desk.call('follow-up.act', { caseIds: [await id()], act: { verb: 'set-priority', priority: 'critical' } });
    const one = await read();
    expect(clock(one, 'critical-first')).toMatchObject({ targetMinutes: HOUR, dueAt: WEDNESDAY + HOUR_MS });
    expect(clock(one, 'critical-resolution')).toMatchObject({ targetMinutes: 24 * HOUR });
    expect(clock(one, 'high-first')).toBeUndefined();
  });
});

describe('the ladder', () => {
  it('offers the status request at 48 hours, sends it once, and the product manager next', async () => {
    await openTicket();
    later(47);
    expect((await desk.call('day.get', {})).steps).toEqual([]);
    later(2);
    const [step] = (await desk.call('day.get', {})).steps;
    expect(step).toMatchObject({ reference: RECORD, step: 'request-status' });
    expect(step?.text).toContain('@rx-product-manager @rx-engineer');
    await desk.call('follow-up.comment', { id: await id(), verb: 'request-status' });
    expect((await desk.call('day.get', {})).steps).toEqual([]);
    await desk.call('sync.now', {});
    expect(desk.practice.world.issues()[0]?.comments.map((one) => one.body.split('<!--')[0]?.trim())).toEqual([
      step?.text,
    ]);
    expect(clock(await read(), 'pm')).toMatchObject({ targetMinutes: 48 * HOUR, state: 'fine' });
    desk.now = Date.parse('2026-11-05T20:00:00Z');
    expect((await desk.call('day.get', {})).steps).toMatchObject([{ step: 'escalate-pm' }]);
  });

  it('goes by itself when the lead has set it so, and only once', async () => {
    await openTicket();
    const followUp = await desk.call('followUp.get', {});
    await desk.call('followUp.save', { ...followUp, requestStatusByItself: true });
    for (const hours of [49, 1, 1]) await desk.call('practice.advance', { minutes: hours * 60 });
    await desk.call('sync.now', {});
    expect(desk.practice.world.issues()[0]?.comments).toHaveLength(1);
    expect((await read()).activity.map((one) => `${one.actor}: ${one.summary}`)).toContain(
      'Desk: Asked the team for an update',
    );
  });

  it.each([
    ['an ETA', 'Found it. ETA is Friday.', 'gave an ETA on the ticket'],
    ['a sign of life', 'We are looking at the logs.', 'answered on the ticket'],
  ])('stops at %s of the team', async (_, words, summary) => {
    await openTicket();
    later(30);
    await teamSays('rx-engineer', words);
    later(30);
    expect((await desk.call('day.get', {})).steps).toEqual([]);
    const one = await read();
    expect(clock(one, 'eta')?.state).toBe('met');
    expect(one.activity.some((each) => each.actor === 'rx-engineer' && each.summary === summary)).toBe(true);
    expect(one.comments).toMatchObject([{ author: 'rx-engineer', body: words, seenAt: null }]);
  });

  it('stops when the lead sets an ETA by hand', async () => {
    await openTicket();
    await desk.call('follow-up.act', {
      caseIds: [await id()],
      act: { verb: 'set-eta', etaAt: desk.now + 90 * HOUR_MS },
    });
    later(60);
    expect((await desk.call('day.get', {})).steps).toEqual([]);
  });

  it('waits for the product manager only from when the request has arrived, and once', async () => {
    await openTicket();
    later(49);
    await desk.call('follow-up.comment', { id: await id(), verb: 'request-status' });
    expect(clock(await read(), 'pm')).toBeUndefined();
    expect((await desk.call('day.get', {})).steps).toEqual([]);
    later(1);
    await desk.call('sync.now', {});
    expect(clock(await read(), 'pm')?.startedAt).toBe(desk.now);
  });

  it('says in its words how long the team has kept us waiting, from the target on that the policy sets', async () => {
    const { policies } = await desk.call('policies.get', {});
    const hours = { eta: 30, pm: 1 } as Record<string, number>;
    await desk.call('policies.save', {
      policies: policies.map((one) => ({
        ...one,
        targetMinutes: (hours[one.id] ?? one.targetMinutes / HOUR) * HOUR,
        calendar: one.id === 'pm' ? 'always' : one.calendar,
      })),
    });
    await openTicket();
    const words = async (verb: 'request-status' | 'escalate-pm') =>
      await desk.call('follow-up.preview', { id: await id(), verb });
    later(29);
    expect(await words('request-status')).toMatchObject({ heading: 'Is there an ETA?' });
    expect((await words('escalate-pm')).text).not.toContain('our status request');
    later(3);
    expect((await words('request-status')).text).toContain('after 32 business hours.');
    await desk.call('follow-up.comment', { id: await id(), verb: 'request-status' });
    await desk.call('sync.now', {});
    later(2);
    expect((await words('escalate-pm')).text).toContain('no answer for 2 hours since');
  });

  it('asks how it stands where the team gave an ETA', async () => {
    await openTicket();
    await desk.call('follow-up.act', {
      caseIds: [await id()],
      act: { verb: 'set-eta', etaAt: Date.parse('2026-12-02T17:00:00Z') },
    });
    const preview = async () => desk.call('follow-up.preview', { id: await id(), verb: 'request-status' });
    expect(await preview()).toMatchObject({ heading: 'The ETA is Dec 2' });
    desk.now = Date.parse('2026-12-03T17:00:00Z');
    const { text } = await preview();
    expect(text).toContain('@rx-engineer The ETA was Dec 2. How does it stand?');
    await desk.call('follow-up.comment', { id: await id(), verb: 'request-status' });
    await desk.call('sync.now', {});
    expect(desk.practice.world.issues()[0]?.comments[0]?.body).toContain(text);
  });

  it('refuses an ETA that has passed', async () => {
    await expect(
      desk.call('follow-up.act', { caseIds: [await id()], act: { verb: 'set-eta', etaAt: desk.now - 1 } }),
    ).rejects.toThrow('An ETA has to be in the future');
  });

  it('survives a comment that was sent and whose answer was lost', async () => {
    await openTicket();
    await desk.call('follow-up.comment', { id: await id(), verb: 'request-status' });
    await desk.fault({ method: 'POST', what: 'drop-after' });
    await desk.call('sync.now', {});
    later(1);
    await desk.call('sync.now', {});
    expect(desk.practice.world.issues()[0]?.comments).toHaveLength(1);
    expect((await desk.call('outbox.list', {})).entries.every((entry) => entry.state === 'sent')).toBe(true);
  });

  it('lets a comment be pulled back alone while it waits', async () => {
    await openTicket();
    await desk.call('follow-up.comment', { id: await id(), verb: 'request-status' });
    const entry = (await desk.call('outbox.list', {})).entries.find((one) => one.kind === 'add-comment');
    await desk.call('outbox.drop', { id: entry!.id });
    await desk.call('sync.now', {});
    expect(desk.practice.world.issues()[0]?.comments).toEqual([]);
    expect(await read()).toMatchObject({ status: 'ticketed' });
    expect(clock(await read(), 'pm')).toBeUndefined();
  });
});
