// What goes onto paper is judged as at every exit: a case from its scrubbed words, a list row by row.
import { afterEach, expect, it } from 'vitest';
import { escalatedCase, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
afterEach(() => desk.close());

it('is scrubbed, in lists and cases, counts what was masked, and is a line of activity', async () => {
  desk = await openTestDesk();
  const id = await escalatedCase(
    desk,
    '26-HRC-HD-18-36871001',
    'My SSN is 205-07-8965 and the list of records stays blank',
    'Jessica Miller',
  );
  const one = await desk.call('print.case', { id });
  expect(one).toMatchObject({ note: '26-HRC-HD-18-36871001', masked: 0 });
  expect(one.text).toContain('the list of records stays blank');
  expect(one.facts).toContainEqual(['Status', 'Escalated']);
  expect(one.facts.map(([name]) => name)).toEqual(['Source', 'Reported', 'Status', 'Team']);
  expect(JSON.stringify(one)).not.toMatch(/205-07-8965|Miller/);

  const cells = ['Call of Jessica Miller, SSN 205-07-8965', 'records'];
  const list = await desk.call('print.list', { title: 'Cases', note: '', heads: [], rows: [{ caseId: id, cells }] });
  expect(list.masked).toBe(1);
  expect(JSON.stringify(list)).not.toMatch(/205-07-8965|Miller/);
  expect(list.tables[0]?.rows[0]?.[1]).toBe('records');

  const { activity } = await desk.call('cases.get', { id });
  expect(activity.filter(({ summary }) => summary === 'Printed, scrubbed')).toHaveLength(2);
});
