// The promises of time: previewed on running clocks, saved, undone, refused where they cannot be.
import { describe, expect, it } from 'vitest';
import { caseDeskForEach, clock, HOUR, HOUR_MS, RECORD } from '../../support/case-desk.ts';

const { desk, read, later, openTicket } = caseDeskForEach();

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
    expect(clock(await read(), 'act')?.state).toBe('fine');
    await desk.call('policies.save', { policies: shorter });
    expect(clock(await read(), 'act')?.state).toBe('missed');
    await desk.call('activity.undo', {});
    expect(clock(await read(), 'act')?.state).toBe('fine');
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
