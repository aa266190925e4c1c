// Answers from templates: kept, filled in from the case, counted; an answer decides a case, or is only copied.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId, TemplateId } from '../../../electron/core/domain/ids.ts';
import { dynamicsCsv, openTestDesk, type TestDesk } from '../../support/desk.ts';

const REFERENCE = '26-HRC-HD-85-00000301';
let desk: TestDesk;
let caseId: CaseId;
let id: TemplateId;
beforeAll(async () => {
  desk = await openTestDesk();
  await desk.call('intake.import', {
    name: 'export.csv',
    text: dynamicsCsv([{ reference: REFERENCE, text: 'The list of labs is blank' }]),
  });
  caseId = (await desk.call('cases.list', {})).cases[0]!.id;
});
afterAll(() => desk.close());

const all = async () => (await desk.call('templates.list', {})).templates;
const find = async () => (await all()).find((one) => one.id === id);
const activity = async () => (await desk.call('cases.get', { id: caseId })).activity.map(({ summary }) => summary);

it('are kept by a name that no other has, and changed under it', async () => {
  const before = (await all()).length;
  ({ id } = await desk.call('templates.save', { name: 'Blank labs', body: 'Reload {{title}}.' }));
  await expect(desk.call('templates.save', { name: 'Blank labs', body: 'x' })).rejects.toThrow(
    'There is a template named "Blank labs" already.',
  );
  const body = 'Case {{reference}} ({{source}}, {{reported}}): reload the page.';
  expect(await desk.call('templates.save', { id, name: 'Blank labs', body })).toEqual({ id });
  expect(await all()).toHaveLength(before + 1);
  expect(await find()).toMatchObject({ name: 'Blank labs', body, uses: 0, problem: null });
});

it('are filled in from the case, which is responded to, and the most used comes first', async () => {
  const said = `Case ${REFERENCE} (HRC Dynamics, Oct 28, 2026): reload the page.`;
  expect(await desk.call('templates.fill', { id, caseId })).toEqual({ text: said, missing: [] });
  const { text, actId } = await desk.call('templates.use', { id, caseId });
  expect(text).toBe(said);
  expect((await desk.call('cases.get', { id: caseId })).status).toBe('responded');
  expect((await activity())[0]).toBe('Responded from the template "Blank labs"');
  expect((await all())[0]).toMatchObject({ id, uses: 1 });
  await desk.call('activity.undo', { id: actId });
  expect((await desk.call('cases.get', { id: caseId })).status).toBe('undecided');
});

it('name what a case has nothing for, and answer nothing', async () => {
  const { id: other } = await desk.call('templates.save', {
    name: 'With its ticket',
    body: 'See {{ticket}}, {{team}}.',
  });
  expect((await desk.call('templates.fill', { id: other, caseId })).missing).toEqual(['ticket', 'team']);
  await expect(desk.call('templates.use', { id: other, caseId })).rejects.toThrow(
    `${REFERENCE} has nothing for {{ticket}}, {{team}}. Choose another template.`,
  );
  expect((await desk.call('cases.get', { id: caseId })).status).toBe('undecided');
});

it('are only copied where the case has its ticket', async () => {
  const team = 'PRODUCT-mhv-medical-records';
  await desk.call('triage.act', { caseIds: [caseId], action: 'escalate', team });
  await desk.call('tickets.queue', { caseIds: [caseId] });
  await desk.call('templates.use', { id, caseId });
  expect((await desk.call('cases.get', { id: caseId })).status).toBe('ticketed');
  expect(await activity()).toContain('Copied the template "Blank labs"');
});

it('are removed, once', async () => {
  await desk.call('templates.drop', { id });
  expect(await find()).toBe(undefined);
  for (const act of [desk.call('templates.drop', { id }), desk.call('templates.fill', { id, caseId })])
    await expect(act).rejects.toThrow('This template no longer exists.');
});
