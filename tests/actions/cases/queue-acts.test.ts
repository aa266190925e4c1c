// Acts of the queue: many cases each to its own suggested team with one undo, tags of a desk's own words, and the queue by
// the newest.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamicsCsv, openTestDesk, type TestDesk } from '../../support/desk.ts';

const ROWS = [
  ['26-HRC-HD-18-36870001', 'The list of prescriptions stays blank', '10/27/2026 9:00 AM'],
  ['26-HRC-HD-18-36870002', 'Blue Button download of medical records fails', '10/28/2026 8:00 AM'],
  ['26-HRC-HD-18-36870003', 'Cannot send a secure message to the care team', '10/26/2026 9:00 AM'],
  ['26-HRC-HD-18-36870004', 'It does not work', '10/27/2026 10:00 AM'],
] as const;

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
  const rows = ROWS.map(([reference, text, at]) => ({ reference, text, at }));
  await desk.call('intake.import', { name: 'export.csv', text: dynamicsCsv(rows) });
});
afterAll(() => desk.close());

it('escalates each case to its suggested team, leaves those without one, and undoes all with one undo', async () => {
  const { cases } = await desk.call('cases.list', {});
  const ids = cases.map((one) => one.id);
  const { suggestions } = await desk.call('cases.suggest', { ids });
  const done = await desk.call('triage.act', { caseIds: ids, action: 'escalate', eachSuggested: true });
  const unsure = suggestions.flatMap(({ id, team }) => (team === null ? [id] : []));
  expect(unsure).toHaveLength(1);
  expect(done).toMatchObject({ changed: 3, unsure, left: 0 });
  const after = (await desk.call('cases.list', {})).cases;
  for (const { id, team } of suggestions)
    expect(after.find((one) => one.id === id)).toMatchObject(
      team === null ? { status: 'undecided', team: null } : { status: 'escalated', team },
    );
  expect(new Set(suggestions.map(({ team }) => team)).size).toBe(4);
  const said = 'Escalated to their suggested teams';
  expect((await desk.call('activity.stack', {})).acts[0]).toMatchObject({ summary: said, cases: 3 });
  const caseIds = suggestions.flatMap(({ id, team }) => (team === null ? [] : [id]));
  const { actId: id } = await desk.call('tickets.queue', { caseIds });
  expect((await desk.call('activity.undo', { id })).undone).toBe('Queued tickets for their teams (3 cases)');
  const { undone } = await desk.call('activity.undo', { id: done.actId! });
  expect(undone).toBe(`${said} (3 cases)`);
  expect((await desk.call('cases.list', {})).counts).toMatchObject({ undecided: 4 });
});

it('takes a case of the quick log back: it is gone, its number free, and its line in the form again', async () => {
  const line = '#labs 5m Jane Roe  9:14 AM\nno labs since Monday';
  const references = async () => (await desk.call('cases.list', {})).cases.map((one) => one.reference);
  const logged = await desk.call('cases.log', { line });
  const row = (await desk.call('cases.list', {})).cases.find(({ id }) => id === logged.id);
  expect(row?.title).toBe('No labs since Monday');
  expect(logged.text).not.toMatch(/NAME|9:14/);
  expect(await references()).toContain(logged.reference);
  const { undone } = await desk.call('activity.undo', { id: logged.actId });
  expect(undone).toMatch(new RegExp(`^Logged by hand.*\\(${logged.reference}\\)$`));
  expect(await references()).not.toContain(logged.reference);
  expect((await desk.call('typed.get', { form: 'log' })).words).toEqual({ line });
  const { id } = logged;
  for (const acting of [
    desk.call('cases.get', { id }),
    desk.call('notes.add', { id, text: 'Called back' }),
    desk.call('follow-up.act', { caseIds: [id], act: { verb: 'snooze', until: desk.now + 3_600_000 } }),
    desk.call('triage.act', { caseIds: [id], action: 'respond' }),
  ])
    await expect(acting).rejects.toThrow('This case was undone');
  const day = new Date(desk.now).toISOString().slice(0, 10);
  expect((await desk.call('audit.export', { from: day, to: day })).file?.csv).toContain('Logged by hand');
  const again = await desk.call('cases.log', { line });
  expect(again.reference).toBe(logged.reference);
  await desk.call('cases.tag', { caseIds: [again.id], tag: 'seen' });
  await expect(desk.call('activity.undo', { id: again.actId })).rejects.toThrow('has worked on the case since');
  await desk.call('activity.undo', {});
  await desk.call('activity.undo', {});
  expect(await references()).not.toContain(logged.reference);
});

it('takes the words of a desk as tags, and no name beside them', async () => {
  const [one] = (await desk.call('cases.list', {})).cases;
  await desk.call('cases.tag', { caseIds: [one!.id], tag: 'vip case' });
  expect((await desk.call('cases.get', { id: one!.id })).tags).toEqual(['vip-case']);
  await desk.call('cases.tag', { caseIds: [one!.id], tag: 'from-b' });
  expect((await desk.call('cases.get', { id: one!.id })).tags).toContain('from-b');
  await expect(desk.call('cases.tag', { caseIds: [one!.id], tag: 'from-okafor' })).rejects.toMatchObject({
    kind: 'refused',
  });
  await expect(desk.call('cases.tag', { caseIds: [one!.id], tag: 'john-smith-case' })).rejects.toMatchObject({
    kind: 'refused',
  });
});

it('lists the newest first, and a filter by status with a search lists that status alone', async () => {
  const { cases, groups } = await desk.call('cases.list', { group: 'newest' });
  expect(cases.map((one) => one.reference.slice(-1))).toEqual(['2', '4', '1', '3']);
  expect(groups).toMatchObject([{ name: 'Newest first', count: 4 }]);
  const [first] = cases;
  const round = await desk.call('cases.list', { group: 'newest', reversed: true });
  expect(round.cases).toEqual(cases.toReversed());
  expect(round.groups).toMatchObject([{ name: 'Oldest first', count: 4 }]);
  expect(await desk.call('cases.place', { group: 'newest', reversed: true, id: first!.id })).toEqual({ at: 3 });
  await desk.call('triage.act', { caseIds: [first!.id], action: 'respond' });
  const query = { filter: { status: ['undecided'] }, search: '3687000' };
  expect((await desk.call('cases.list', query)).cases.map(({ status }) => status)).toEqual(Array(3).fill('undecided'));
});

it('takes a held ticket back: it has not been sent', async () => {
  const [one] = (await desk.call('cases.list', { filter: { status: ['undecided'] } })).cases;
  await desk.call('triage.act', { caseIds: [one!.id], action: 'escalate', team: 'mhv-medications' });
  await desk.call('tickets.queue', { caseIds: [one!.id] });
  const { entries } = await desk.call('outbox.list', {});
  for (const { id, acts } of entries) if (acts.includes('hold')) await desk.call('outbox.hold', { id });
  expect((await desk.call('activity.stack', {})).acts[0]).toMatchObject({ obstacle: null });
  await desk.call('activity.undo', {});
  expect(await desk.call('cases.get', { id: one!.id })).toMatchObject({ status: 'escalated' });
});

it('lists what can be undone with its case, and says of what cannot why', async () => {
  const [one] = (await desk.call('cases.list', { filter: { status: ['undecided'] } })).cases;
  await desk.call('triage.act', { caseIds: [one!.id], action: 'escalate', team: 'mhv-medications' });
  await desk.call('triage.act', { caseIds: [one!.id], action: 'respond' });
  const { reference } = one!;
  expect((await desk.call('activity.stack', {})).acts.slice(0, 2)).toMatchObject([
    { reference, cases: 1, obstacle: null },
    { reference, cases: 1, obstacle: expect.stringContaining('Responded') },
  ]);
});
