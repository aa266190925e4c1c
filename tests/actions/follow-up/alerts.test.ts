// Alerts: what is due and missed is told once, in groups, and quietly in quiet hours.
import { describe, expect, it } from 'vitest';
import { caseDeskForEach, HOUR_MS, RECORD } from '../../support/case-desk.ts';
import { dynamicsCsv, WEDNESDAY } from '../../support/desk.ts';

const { desk, id } = caseDeskForEach();
const notes = () => desk.events.filter((event) => event.event === 'notify');

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
