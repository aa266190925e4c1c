// Release notices, in and out, in the form of the contact center.
import { describe, expect, it } from 'vitest';
import { caseDeskForEach, clock, HOUR } from '../../support/case-desk.ts';

const { desk, id } = caseDeskForEach();

describe('a release notice', () => {
  it('that came in is reviewed within 72 business hours, and needs no triage', async () => {
    const noted = await desk.call('release.note', {
      direction: 'in',
      title: 'Refill page 4.12',
      body: 'Goes live on Monday for all.',
    });
    const one = await desk.call('cases.get', { id: noted.id });
    expect(clock(one, 'review')).toMatchObject({ targetMinutes: 72 * HOUR, state: 'fine' });
    expect(clock(one, 'act')?.state).toBe('met');
    await desk.call('release.review', { id: noted.id });
    expect(clock(await desk.call('cases.get', { id: noted.id }), 'review')?.state).toBe('met');
    await expect(desk.call('release.review', { id: await id() })).rejects.toThrow('is not a release notice');
  });

  it('that goes out is one ticket with the call center’s label and all its members', async () => {
    const notice = await desk.call('release.note', {
      direction: 'out',
      title: 'Refill page 4.12',
      body: 'Goes live on Monday for all.',
    });
    await desk.call('sync.now', {});
    const [issue] = desk.practice.world.issues();
    expect(issue).toMatchObject({
      title: 'Release notice - Refill page 4.12',
      labels: expect.arrayContaining(['VSP-contact-center']),
    });
    expect(issue?.labels).not.toContain('MHV-Tier-3');
    expect(issue?.assignees.length).toBeGreaterThan(0);
    expect(clock(await desk.call('cases.get', { id: notice.id }), 'review')).toBeUndefined();
  });

  it.each(['in', 'out'] as const)(
    '(%s) is taken back by undo, the newest act, with its words in the form again',
    async (direction) => {
      const before = await desk.call('day.get', {});
      await desk.call('triage.act', { caseIds: [await id()], action: 'assign', team: 'mhv-medications' });
      desk.now += 1_000;
      const words = { direction, title: 'Refill page 4.12', body: 'Goes live on Monday for all.' } as const;
      const noted = await desk.call('release.note', words);
      const { undone } = await desk.call('activity.undo', {});
      expect(undone).toMatch(direction === 'in' ? /^Release notice came in/ : /^Release notice goes out to the call/);
      const one = await desk.call('cases.get', { id: noted.id });
      expect(one).toMatchObject({ status: 'out-of-scope', ticket: null });
      expect(clock(one, 'review')).toBeUndefined();
      expect((await desk.call('day.get', {})).steps).toEqual(before.steps);
      const left = (await desk.call('outbox.list', {})).entries.filter(({ state }) => state !== 'withdrawn');
      expect(left).toEqual([]);
      expect((await desk.call('typed.get', { form: 'release', about: '' })).words).toMatchObject(words);
      expect((await desk.call('activity.undo', {})).undone).not.toMatch(/elease/);
    },
  );

  it('is no report of a problem, whatever it names', async () => {
    await desk.call('release.note', { direction: 'in', title: 'Refills fail', body: 'The refill button fails now.' });
    await desk.call('trends.regroup', {});
    const { trends } = await desk.call('trends.list', { all: true, references: true });
    expect(trends.flatMap(({ references }) => references).filter((one) => one.startsWith('release-'))).toEqual([]);
    expect((await desk.call('cases.list', {})).cases.map(({ title }) => title)).toContain(
      'Release notice - Refills fail',
    );
  });

  it('marks a trend on the day it goes live, else on the Eastern day it was noted; taken back it marks none', async () => {
    await id();
    const words = { direction: 'in', title: 'Refill page 4.12', body: 'For all.' } as const;
    const day = new Date(desk.now - 5 * HOUR * 60_000).toISOString().slice(0, 10);
    const noon = Date.parse(`${day}T12:00:00Z`);
    await desk.call('release.note', { ...words, goesLiveOn: day });
    desk.now += 1_000;
    await desk.call('release.note', words);
    desk.now += 1_000;
    const back = await desk.call('release.note', { ...words, title: 'Taken back' });
    await desk.call('activity.undo', { id: back.actId });
    const { trends } = await desk.call('trends.list', { all: true });
    const { releases } = await desk.call('trends.get', { id: trends[0]!.id });
    expect(releases.map(({ at }) => at)).toEqual([noon, noon]);
  });

  it('that was sent cannot be taken back', async () => {
    const noted = await desk.call('release.note', { direction: 'out', title: 'Refill page 4.12', body: 'For all.' });
    await desk.call('sync.now', {});
    await expect(desk.call('activity.undo', { id: noted.actId })).rejects.toThrow('It was sent');
  });

  it('goes out for no day that is past; one that came in so late says so', async () => {
    const words = { title: 'Refill page 4.12', body: 'For all.', goesLiveOn: '2026-10-27' };
    await expect(desk.call('release.note', { ...words, direction: 'out' })).rejects.toThrow(
      'Goes live on: 2026-10-27 is past',
    );
    const { late } = await desk.call('release.note', { ...words, direction: 'in' });
    expect(late).toBe('It went live on 2026-10-27 already.');
  });

  it('has the form of the contact center: filed four or two weeks ahead, nudged after five business days', async () => {
    const file = (scope: 'service' | 'feature', goesLiveOn: string) =>
      desk.call('release.note', {
        direction: 'out',
        title: `Labs ${goesLiveOn}`,
        body: 'All see it.',
        scope,
        goesLiveOn,
      });
    const { id: noticed, late } = await file('service', '2026-11-20');
    expect(late).toContain('asks for four weeks ahead, and this is 22 days');
    desk.now += 1_000;
    expect((await file('feature', '2026-11-20')).late).toBeNull();
    await desk.call('sync.now', {});
    const body = desk.practice.world.issues()[0]?.body;
    expect(body).toContain(
      '## Kind of release\nNew service, to be filed four weeks ahead\n\n## Goes live on\n2026-11-20',
    );
    expect(body).toContain('- [ ] No answer after 5 business days: nudged');
    const one = await desk.call('cases.get', { id: noticed });
    expect(clock(one, 'eta')).toBeUndefined();
    expect(clock(one, 'nudge')).toMatchObject({ targetMinutes: 5 * 24 * HOUR, state: 'fine' });
  });

  it('is not taken in with something personal in it', async () => {
    await expect(
      desk.call('release.note', { direction: 'out', title: 'Refills', body: 'Ask Mr. Jessie Hope, 303-555-0142' }),
    ).rejects.toThrow('found in the notice');
    expect((await desk.call('outbox.list', {})).entries).toEqual([]);
  });
});
