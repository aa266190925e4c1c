// Time, through the front door: pauses, priorities, the ladder with a real stand-in for GitHub, alerts raised once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseDetail } from '../../electron/contract/schemas.ts';
import { dynamicsCsv, openTestDesk, type TestDesk, WEDNESDAY } from '../support/desk.ts';

const RECORD = '26-HRC-HD-18-36879449';
const HOUR = 60;
const HOUR_MS = 3_600_000;

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
  await desk.call('intake.import', {
    name: 'a.csv',
    text: dynamicsCsv([
      { reference: RECORD, text: 'The list of prescriptions stays blank', at: '10/28/2026 10:00 AM' },
    ]),
  });
});
afterEach(() => desk.close());

const id = async () => (await desk.call('cases.list', {})).cases[0]!.id;
const read = async () => desk.call('cases.get', { id: await id() });
const clock = (one: CaseDetail, policy: string) => one.countdowns.find((countdown) => countdown.policy === policy);
const later = (hours: number) => {
  desk.now += hours * HOUR_MS;
};
const summaries = (one: CaseDetail) => one.activity.map((act) => act.summary);
const notes = () => desk.events.filter((event) => event.event === 'notify');

async function openTicket(): Promise<void> {
  await desk.call('triage.act', { caseIds: [await id()], action: 'escalate', team: 'mhv-medications' });
  await desk.call('tickets.queue', { caseIds: [await id()] });
  await desk.call('sync.now', {});
}

async function teamSays(login: string, body: string): Promise<void> {
  const [issue] = desk.practice.world.issues();
  desk.practice.world.comment(issue!, login, body);
  await desk.call('sync.now', {});
}

describe('a pause', () => {
  it('stops the clock, shows for whom and since when, and moves the due time when it ends', async () => {
    later(2);
    await desk.call('follow-up.act', { caseIds: [await id()], act: { verb: 'pause', reason: 'tier-2' } });
    later(5);
    const paused = await read();
    expect(clock(paused, 'act')).toMatchObject({
      meaning: 'paused',
      leftMinutes: 22 * HOUR,
      paused: { reason: 'tier-2', since: WEDNESDAY + 2 * HOUR_MS },
    });
    await desk.call('follow-up.act', { caseIds: [await id()], act: { verb: 'resume' } });
    later(1);
    const going = await read();
    expect(clock(going, 'act')).toMatchObject({ meaning: 'fine', leftMinutes: 21 * HOUR, paused: null });
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
    expect(clock(await read(), 'act')?.meaning).toBe('paused');
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
    expect(clock(await read(), 'pm')).toMatchObject({ targetMinutes: 48 * HOUR, meaning: 'fine' });
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
    expect(clock(one, 'eta')?.meaning).toBe('met');
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

  it('says in its words the target that the policy sets, not 48 business hours', async () => {
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
      (await desk.call('follow-up.preview', { id: await id(), verb })).text;
    expect(await words('request-status')).toContain('after 30 business hours.');
    expect(await words('escalate-pm')).toContain('no answer for 1 hour since');
  });

  it('refuses an ETA that has passed', async () => {
    await expect(
      desk.call('follow-up.act', { caseIds: [await id()], act: { verb: 'set-eta', etaAt: desk.now - 1 } }),
    ).rejects.toThrow('An ETA lies in the future');
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

describe('a question of the team', () => {
  it('starts the answer clock; the answer goes to the ticket scrubbed and stops it', async () => {
    await openTicket();
    await teamSays('rx-engineer', '@tier3-lead which browser was it?');
    expect(clock(await read(), 'answer')).toMatchObject({ targetMinutes: 24 * HOUR, metAt: null });
    await expect(
      desk.call('follow-up.comment', { id: await id(), verb: 'answer', text: 'Chrome, says Mr. Jessie Hope' }),
    ).rejects.toMatchObject({
      message: 'Nothing left the desk: name found in the comment. Take it out of the text, then try again.',
      details: { place: 'the comment', found: [{ type: 'NAME', start: 'Chrome, says Mr. '.length }] },
    });
    await desk.call('follow-up.comment', { id: await id(), verb: 'answer', text: 'Chrome 141 on Windows 11.' });
    await desk.call('sync.now', {});
    expect(clock(await read(), 'answer')?.meaning).toBe('met');
    expect(desk.practice.world.issues()[0]?.comments.at(-1)?.body).toContain('Chrome 141 on Windows 11.');
  });
});

describe('what is said on a ticket', () => {
  it('changes no clock where a stranger or a bot says it, and is shown all the same', async () => {
    await openTicket();
    await teamSays('some-stranger', 'lol ETA is Friday, or never?');
    await teamSays('github-actions[bot]', 'The fix will be released on Friday.');
    const one = await read();
    expect(clock(one, 'eta')?.metAt).toBeNull();
    expect(clock(one, 'answer')).toBeUndefined();
    expect(one.comments).toHaveLength(2);
  });

  it('is a question without a mention too, and no ETA when it says there is none', async () => {
    await openTicket();
    await teamSays('rx-engineer', 'No ETA yet.');
    expect(summaries(await read())).not.toContain('gave an ETA on the ticket');
    await teamSays('rx-engineer', 'Which browser was this on?');
    expect(clock(await read(), 'answer')).toMatchObject({ targetMinutes: 24 * HOUR, metAt: null });
  });

  it('is heard of an assignee whom nobody else knows, of a member of the repository, and not of their thanks', async () => {
    await openTicket();
    await teamSays('rx-engineer', 'Thanks!');
    expect((await read()).activity.some((act) => act.actor === 'rx-engineer')).toBe(false);
    const [issue] = desk.practice.world.issues();
    desk.practice.world.change(issue!, { assignees: [...issue!.assignees, 'on-loan'] });
    await teamSays('on-loan', 'ETA is Friday.');
    expect(clock(await read(), 'eta')?.meaning).toBe('met');
  });

  it('is read again when it is edited later, and what it said before no longer counts', async () => {
    await openTicket();
    await teamSays('rx-engineer', 'ETA is Friday.');
    const [issue] = desk.practice.world.issues();
    const edit = (body: string) => {
      desk.practice.world.skewMs += 10_000;
      desk.practice.world.editComment(issue!, issue!.comments[0]!.id, body);
    };
    edit('Which browser was this on?');
    await desk.call('sync.now', {});
    const one = await read();
    expect(one.comments).toMatchObject([{ body: 'Which browser was this on?', seenAt: null }]);
    expect(clock(one, 'eta')?.metAt).toBeNull();
    expect(clock(one, 'answer')?.metAt).toBeNull();
    edit('Found it. ETA is Friday.');
    await desk.call('sync.now', {});
    expect(clock(await read(), 'eta')?.meaning).toBe('met');
  });
});

describe('alerts', () => {
  const advance = (hours: number) => desk.call('practice.advance', { minutes: hours * 60 });

  it('tell of what is due and missed, each once, over a restart too', async () => {
    await advance(1);
    expect(notes()).toEqual([]);
    await advance(18.5);
    expect(notes()).toEqual([]); // due by now, but it is half past five in the morning
    await advance(3);
    expect(notes()).toMatchObject([
      { title: `Act due soon: ${RECORD}`, body: 'The list of prescriptions stays blank' },
    ]);
    await advance(2);
    expect(notes()).toHaveLength(2);
    expect(notes()[1]).toMatchObject({ title: `Act missed: ${RECORD}`, caseId: await id() });
    await desk.reopen();
    await advance(1);
    expect(notes()).toHaveLength(2);
  });

  it('group a burst, and keep quiet about what is snoozed', async () => {
    await desk.call('intake.import', {
      name: 'b.csv',
      text: dynamicsCsv(
        [1, 2, 3, 4].map((n) => ({
          reference: `26-HRC-HD-18-3687940${n}`,
          text: 'Blank page',
          at: '10/28/2026 10:00 AM',
        })),
      ),
    });
    const { cases } = await desk.call('cases.list', { search: '36879401' });
    await desk.call('follow-up.act', {
      caseIds: [cases[0]!.id],
      act: { verb: 'snooze', until: WEDNESDAY + 100 * HOUR_MS },
    });
    desk.now = Date.parse('2026-10-29T15:00:00Z');
    await advance(0.1);
    const missed = notes().filter(({ title }) => title.endsWith('missed'));
    expect(missed).toMatchObject([{ title: '4 cases missed', caseId: null }]);
    expect(await desk.call('alerts.get', {})).toMatchObject({ worst: 'missed', count: 5 });
    expect((await desk.call('alerts.get', {})).nearest).toHaveLength(5);
  });
});

describe('a release notice', () => {
  it('that came in is reviewed within 72 business hours, and needs no triage', async () => {
    const noted = await desk.call('release.note', {
      direction: 'in',
      title: 'Refill page 4.12',
      body: 'Goes live on Monday for all.',
    });
    const one = await desk.call('cases.get', { id: noted.id });
    expect(clock(one, 'review')).toMatchObject({ targetMinutes: 72 * HOUR, meaning: 'fine' });
    expect(clock(one, 'act')?.meaning).toBe('met');
    await desk.call('release.review', { id: noted.id });
    expect(clock(await desk.call('cases.get', { id: noted.id }), 'review')?.meaning).toBe('met');
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
      expect(undone).toMatch(/^Release notice/);
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

  it('that was sent cannot be taken back', async () => {
    const noted = await desk.call('release.note', { direction: 'out', title: 'Refill page 4.12', body: 'For all.' });
    await desk.call('sync.now', {});
    await expect(desk.call('activity.undo', { id: noted.activityId })).rejects.toThrow('It has been sent');
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
    const { activity } = await desk.call('cases.get', { id: noticed });
    expect(activity.map(({ summary }) => summary)).toContain('Nudge when 5 business days brought no answer');
  });

  it('is not taken in with something personal in it', async () => {
    await expect(
      desk.call('release.note', { direction: 'out', title: 'Refills', body: 'Ask Mr. Jessie Hope, 303-555-0142' }),
    ).rejects.toThrow('found in the notice');
    expect((await desk.call('outbox.list', {})).entries).toEqual([]);
  });
});

describe('policies', () => {
  it('are previewed on the running clocks, saved, recompute history, and are undone', async () => {
    const { policies } = await desk.call('policies.get', {});
    later(5);
    const shorter = policies.map((one) => (one.id === 'act' ? { ...one, targetMinutes: 4 * HOUR } : one));
    expect(await desk.call('policies.preview', { policies: shorter })).toMatchObject({
      before: { fine: 1 },
      after: { missed: 1 },
      changed: 1,
      examples: [{ reference: RECORD, name: 'Act' }],
    });
    expect(clock(await read(), 'act')?.meaning).toBe('fine');
    await desk.call('policies.save', { policies: shorter });
    expect(clock(await read(), 'act')?.meaning).toBe('missed');
    await desk.call('activity.undo', {});
    expect(clock(await read(), 'act')?.meaning).toBe('fine');
  });

  it('read the strict rule when the PM escalation starts with the ticket', async () => {
    const { policies } = await desk.call('policies.get', {});
    await desk.call('policies.save', {
      policies: policies.map((one) => (one.id === 'pm' ? { ...one, start: 'ticket-opened' as const } : one)),
    });
    await openTicket();
    later(49);
    expect((await desk.call('day.get', {})).steps).toMatchObject([{ step: 'escalate-pm' }]);
  });

  it('refuse what cannot be, and say where', async () => {
    const { policies, calendars } = await desk.call('policies.get', {});
    await expect(
      desk.call('policies.save', { policies: policies.map((one) => ({ ...one, calendar: 'moon' })) }),
    ).rejects.toThrow('Act: there is no calendar "moon"');
    const days = calendars['business-days']!;
    await expect(
      desk.call('calendars.save', {
        calendars: { ...calendars, 'business-days': { ...days, timeZone: 'Mars/Olympus' } },
      }),
    ).rejects.toThrow('there is no time zone "Mars/Olympus"');
    await expect(
      desk.call('calendars.save', {
        calendars: { ...calendars, 'business-days': { ...days, week: [[], [], [], [], [], [], []] } },
      }),
    ).rejects.toThrow('open it on at least one day');
  });

  it('count by the calendar as it is now: a closure added later moves what runs', async () => {
    const { calendars } = await desk.call('policies.get', {});
    const days = calendars['business-days']!;
    const before = clock(await read(), 'act')?.dueAt ?? 0;
    await desk.call('calendars.save', {
      calendars: { ...calendars, 'business-days': { ...days, closed: ['2026-10-29'] } },
    });
    expect(clock(await read(), 'act')?.dueAt).toBe(before + 24 * HOUR_MS);
  });
});
