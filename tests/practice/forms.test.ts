// A team's own form: checked, shown on a real case before it is kept, used from then on, and taken back.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { escalatedCase, openTestDesk, type TestDesk } from '../support/desk.ts';

const TEAM = 'PRODUCT-mhv-medical-records';
const place = { team: TEAM, kind: 'hrc' } as const;
const OWN = { title: 'MR - {{problem}}', body: '## Report\n{{description}}\n\n## Records\n{{numbers}}' };
let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

it('shows nothing while the desk has no case', async () => {
  expect(await desk.call('forms.preview', { ...place, form: OWN })).toEqual({ problem: null, ticket: null });
});

it.each([
  ['what stands for nothing', { ...OWN, body: '{{numbers}} {{nobody}}' }, 'hrc', 'Nothing stands for {{nobody}}.'],
  ['no record numbers', { ...OWN, body: '{{description}}' }, 'hrc', 'write {{numbers}} into the body'],
  ['words of the case in a data request', OWN, 'data-request', 'contains no details of the case'],
  [
    'something personal of its own',
    { ...OWN, body: `${OWN.body}\nAsk Mr. Jessie Hope, 303-555-0142` },
    'hrc',
    'Every ticket of the team would contain it: name, phone found in the body.',
  ],
] as const)('refuses a form with %s', async (_, form, kind, reason) => {
  await expect(desk.call('forms.save', { team: TEAM, kind, form })).rejects.toThrow(reason);
  expect((await desk.call('forms.preview', { team: TEAM, kind, form })).problem).toContain(reason);
});

it('is shown on the newest case, used, and taken back by undo or restored', async () => {
  const id = await escalatedCase(desk, '26-HRC-HD-85-00000881', 'records blank');
  const title = async () => (await desk.call('tickets.draft', { id })).title;
  const shipped = await title();
  const { ticket } = await desk.call('forms.preview', { ...place, form: OWN });
  expect(ticket).toEqual({
    title: 'MR - Records blank',
    body: '## Report\nrecords blank\n\n## Records\n- 26-HRC-HD-85-00000881',
    reference: '26-HRC-HD-85-00000881',
    found: [],
  });
  const { actId } = await desk.call('forms.save', { ...place, form: OWN });
  expect(await title()).toBe('MR - Records blank');
  await desk.call('activity.undo', { id: actId });
  expect(await title()).toBe(shipped);
  await desk.call('forms.save', { ...place, form: OWN });
  await desk.call('forms.restore', place);
  expect(await title()).toBe(shipped);
});

it('is shown on the newest case of its team, else of all; and each kind of ticket has its own', async () => {
  const records = await escalatedCase(desk, '26-HRC-HD-85-00000882', 'labs blank');
  await escalatedCase(desk, '26-HRC-HD-85-00000883', 'refills fail', '', 'mhv-medications');
  const shownOn = async (team: string) =>
    (await desk.call('forms.preview', { team, kind: 'hrc', form: OWN })).ticket?.reference;
  expect(await shownOn(TEAM)).toBe('26-HRC-HD-85-00000882');
  expect(await shownOn('MHV-Secure-Messaging')).toBe('26-HRC-HD-85-00000883');
  const staff = { team: TEAM, kind: 'data-request' } as const;
  await desk.call('forms.save', { ...place, form: OWN });
  await desk.call('forms.save', { ...staff, form: { title: 'Data of {{numbers}}', body: '{{numbers}}' } });
  const title = async () => (await desk.call('tickets.draft', { id: records })).title;
  expect(await title()).toBe('MR - Labs blank');
  await desk.call('forms.restore', staff);
  expect(await title()).toBe('MR - Labs blank');
  await desk.call('forms.restore', place);
});
