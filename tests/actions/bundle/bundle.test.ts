// Cases handed over to a colleague's desk as a sealed file, through both doors: nothing doubled, nothing decided or typed lost.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { dynamicsCsv, escalatedCase, openTestDesk, type TestDesk, typeDraft } from '../../support/desk.ts';

let mine: TestDesk;
let theirs: TestDesk;
beforeEach(async () => {
  mine = await openTestDesk();
  theirs = await openTestDesk();
});
afterEach(async () => {
  await mine.close();
  await theirs.close();
});

const REF = (last: number) => `26-HRC-HD-85-0000011${last}`;
const TEXT = 'Maria Delgado says the records page is blank since Monday';
const find = async (desk: TestDesk, last: number) =>
  (await desk.call('cases.find', { reference: REF(last) })).cases[0]?.id ?? null;
const read = (desk: TestDesk, id: CaseId) => desk.call('cases.get', { id });
const TYPED = { title: 'Records blank', body: 'Seen on two phones.' };

/** A case that is decided, tagged, reviewed, noted and written. */
async function worked(desk: TestDesk, last: number): Promise<CaseId> {
  const id = await escalatedCase(desk, REF(last), TEXT, 'Maria Delgado');
  await desk.call('cases.tag', { caseIds: [id], tag: 'vip' });
  await desk.call('notes.add', { id, text: 'She calls again on Friday.' });
  await typeDraft(desk, id, TYPED);
  return id;
}

it('brings a case with all that was decided and written, once, however often the file is taken', async () => {
  const id = await worked(mine, 1);
  const { file, code, cases, left } = await mine.call('bundle.make', { caseIds: [id] });
  expect([cases, left]).toEqual([1, 0]);
  expect(file).not.toMatch(/Delgado|records|85-0000/);
  expect((await read(mine, id)).tags).toContain('handed-over');
  theirs.now += 3_600_000;
  expect(await theirs.call('bundle.look', { file, code })).toMatchObject({ cases: 1, here: 0 });
  expect(await theirs.call('bundle.take', { file, code })).toEqual({ added: 1, merged: 0, apart: [] });
  const there = (await find(theirs, 1))!;
  const one = await read(theirs, there);
  expect(one).toMatchObject({ status: 'escalated', tags: ['vip'] });
  expect(one.notes.map(({ text }) => text)).toEqual(['She calls again on Friday.']);
  expect(one.countdowns.find(({ policy }) => policy === 'act')?.metAt).toBe(mine.now);
  expect(await theirs.call('tickets.draft', { id: there })).toMatchObject({ ...TYPED, edited: true });
  expect(await theirs.call('bundle.take', { file, code })).toEqual({ added: 0, merged: 1, apart: [] });
  const again = await read(theirs, there);
  expect([again.notes, again.tags, again.keptWords, again.activity.length]).toEqual([
    one.notes,
    one.tags,
    [],
    one.activity.length,
  ]);
});

it('merges into a case that is here: what was decided and typed here stands, and theirs is kept beside it', async () => {
  const id = await worked(mine, 2);
  const { file, code } = await mine.call('bundle.make', { caseIds: [id] });
  const there = await escalatedCase(theirs, REF(2), TEXT, 'Maria Delgado', 'mhv-medications');
  await typeDraft(theirs, there, { title: 'Mine', body: 'My words' });
  expect(await theirs.call('bundle.take', { file, code })).toEqual({ added: 0, merged: 1, apart: [REF(2)] });
  const one = await read(theirs, there);
  expect(one).toMatchObject({ status: 'escalated', team: 'mhv-medications', keptWords: [TYPED] });
  expect(one.notes).toHaveLength(1);
  expect((await theirs.call('tickets.draft', { id: there })).body).toBe('My words');
  expect((await theirs.call('cases.list', {})).cases).toHaveLength(1);
});

it('takes the decisions on findings along, and takes what comes in later for the same report', async () => {
  const id = await worked(mine, 3);
  const start = TEXT.indexOf('records');
  const end = start + 'records'.length;
  await mine.call('findings.decide', { caseId: id, start, end, decision: 'add', type: 'OTHER' });
  const { file, code } = await mine.call('bundle.make', { caseIds: [id] });
  await theirs.call('bundle.take', { file, code });
  const there = (await find(theirs, 3))!;
  expect((await read(theirs, there)).findings).toEqual((await read(mine, id)).findings);
  const csv = dynamicsCsv([{ reference: REF(3), text: TEXT, contact: 'Maria Delgado' }]);
  await theirs.call('intake.import', { name: 'export.csv', text: csv });
  expect((await theirs.call('cases.list', {})).cases).toHaveLength(1);
});

it('leaves cases with a ticket, and opens for no other code and no changed file', async () => {
  const [id, other] = [await worked(mine, 4), await worked(mine, 5)];
  await mine.call('tickets.queue', { caseIds: [id] });
  await expect(mine.call('bundle.make', { caseIds: [id] })).rejects.toThrow(/with a ticket/);
  const { file, code, left, actId } = await mine.call('bundle.make', { caseIds: [id, other] });
  expect(left).toBe(1);
  const box = JSON.parse(file);
  const at = box.box.length >> 1;
  const changed = JSON.stringify({
    ...box,
    box: `${box.box.slice(0, at)}${box.box[at] === 'A' ? 'B' : 'A'}${box.box.slice(at + 1)}`,
  });
  const { code: otherCode } = await mine.call('bundle.make', { caseIds: [other] });
  for (const wrong of [
    { file, code: otherCode },
    { file: changed, code },
    { file: 'Record #,Description', code },
    { file, code: 'ABCD' },
  ])
    await expect(theirs.call('bundle.take', wrong)).rejects.toThrow(/was not opened|not a file of cases|eight groups/);
  expect((await theirs.call('cases.list', {})).cases).toEqual([]);
  await mine.call('activity.undo', {});
  await mine.call('activity.undo', { id: actId });
  expect((await read(mine, other)).tags).not.toContain('handed-over');
});
