// The privacy review through the calls: questions and their answers, words that were missed, and what is shown before an import.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { openQuestions } from '../../../electron/core/domain/pii.ts';
import { dynamicsCsv, openTestDesk, type TestDesk, typeDraft } from '../../support/desk.ts';
import { textAskedTwice } from '../../support/questions.ts';

const ASKED = textAskedTwice();
const MISSED = 'The kiosk shows an error; that kiosk was moved. Kiosks are new, the Kiosk is not.';
const ROWS = [
  { reference: '26-HRC-HD-18-36879501', text: 'Blue Button fails' },
  { reference: '26-HRC-HD-18-36879502', text: ASKED },
  { reference: '26-HRC-HD-18-36879503', text: MISSED },
  { reference: '26-HRC-HD-18-36879504', text: 'At the kiosk it fails' },
];

let desk: TestDesk;
let ids: CaseId[];
beforeAll(async () => {
  desk = await openTestDesk();
  await desk.call('intake.import', { name: 'a.csv', text: dynamicsCsv(ROWS) });
  const { cases } = await desk.call('cases.list', {});
  ids = ROWS.map(({ reference }) => cases.find((row) => row.reference === reference)!.id);
});
afterAll(() => desk.close());

const read = (at: number) => desk.call('cases.get', { id: ids[at]! });
const questionsOfRow = async (at: number) =>
  (await desk.call('cases.list', {})).cases.find((row) => row.id === ids[at])?.questions;

describe('a question', () => {
  it('is counted by its words in the row, and the list finds the case', async () => {
    const one = await read(1);
    const questions = openQuestions(one.rawText, one.findings);
    expect(questions.length).toBeGreaterThan(0);
    expect(await questionsOfRow(1)).toBe(questions.length);
    expect(await questionsOfRow(0)).toBe(0);
    const { at } = await desk.call('cases.nextQuestion', {});
    const { cases } = await desk.call('cases.list', { from: at!, count: 1 });
    expect(cases[0]?.id).toBe(ids[1]);
    expect(await desk.call('cases.nextQuestion', { after: at! })).toEqual({ at }); // from the top again
  });

  it('is answered once for all places of its words, and one undo asks again', async () => {
    const one = await read(1);
    const [question] = openQuestions(one.rawText, one.findings);
    const words = one.rawText.slice(question!.start, question!.end);
    const before = await questionsOfRow(1);
    const answered = await desk.call('findings.decide', { caseId: one.id, ...question!, decision: 'clear' });
    expect(answered.scrubbedText).toContain(words);
    const same = answered.findings.filter(({ start, end }) => one.rawText.slice(start, end) === words);
    expect(same.map(({ decision }) => decision)).toEqual(['cleared', 'cleared']);
    expect(await questionsOfRow(1)).toBe(before! - 1);
    await desk.call('activity.undo', { id: answered.actId });
    expect((await read(1)).scrubbedText).not.toContain(words);
    expect(await questionsOfRow(1)).toBe(before);
  });
});

describe('words that were missed', () => {
  it('are masked wherever they stand in the case, as whole words, in any letter case', async () => {
    const { scrubbedText } = await desk.call('findings.decide', {
      ...{ caseId: ids[2]!, start: 4, end: 9, decision: 'add', type: 'USERNAME' },
    });
    expect(scrubbedText).toBe(
      'The [USERNAME 1] shows an error; that [USERNAME 1] was moved. Kiosks are new, the [USERNAME 1] is not.',
    );
    expect(await desk.call('rules.reach', { caseId: ids[2]!, start: 4, end: 9 })).toEqual({ others: 1 });
  });

  it('are masked in every case by a rule that one undo takes back', async () => {
    const made = await desk.call('rules.make', {
      ...{ caseId: ids[2]!, start: 4, end: 9, kind: 'deny', type: 'USERNAME' },
    });
    expect(made.changed).toBe(1);
    expect((await read(3)).scrubbedText).toBe('At the [USERNAME 1] it fails');
    await desk.call('activity.undo', { id: made.actId });
    expect((await read(3)).scrubbedText).toBe('At the kiosk it fails');
    expect((await read(2)).scrubbedText).toContain('[USERNAME 1]'); // the mark itself stays
  });
});

describe('what was reviewed', () => {
  it('is an example to learn from: the text as received, with what stays masked in it', async () => {
    const { examples } = await desk.call('review.examples', {});
    const learned = examples.find(({ text }) => text === MISSED);
    expect(learned?.spans.map(({ start, end }) => MISSED.slice(start, end))).toEqual(['kiosk', 'kiosk', 'Kiosk']);
    expect(examples.some(({ text }) => text === ROWS[0]!.text)).toBe(false);
  });
});

describe('an internal note', () => {
  it('stays as it was typed, is scrubbed when it is copied, and undo takes it off', async () => {
    const text = 'Tamsin called back, SSN 555-12-9876';
    const { actId } = await desk.call('notes.add', { id: ids[0]!, text });
    expect((await read(0)).notes).toMatchObject([{ actId, text }]);
    const copied = await desk.call('notes.copy', { caseId: ids[0]!, actId });
    expect(copied.masked).toBe(true);
    expect(copied.text).not.toMatch(/555|9876/);
    expect(JSON.stringify((await read(0)).activity)).not.toContain('9876');
    await desk.call('activity.undo', { id: actId });
    expect((await read(0)).notes).toEqual([]);
  });
});

describe('the kind of a ticket', () => {
  it('gives the draft another form; what was typed is kept, and undo brings it back', async () => {
    const id = ids[0]!;
    expect((await desk.call('tickets.draft', { id })).kind).toBe('hrc');
    await typeDraft(desk, id, { title: 'Typed', body: 'by hand' });
    const chosen = await desk.call('tickets.chooseKind', { id, kind: 'data-request' });
    expect(chosen).toMatchObject({ kind: 'data-request', edited: false });
    expect(chosen.body).toContain('# Data request');
    expect((await read(0)).keptWords).toMatchObject([{ title: 'Typed', body: 'by hand' }]);
    await desk.call('activity.undo', { id: chosen.actId });
    expect(await desk.call('tickets.draft', { id })).toMatchObject({ kind: 'hrc', title: 'Typed', body: 'by hand' });
  });
});

it('shows rows of an export scrubbed before they come in, by their own columns too', async () => {
  const text = dynamicsCsv([
    { reference: '26-HRC-HD-18-36879505', text: 'Quell asks for help, SSN 555-12-9876', contact: 'Tamsin Quell' },
  ]);
  const { sample } = await desk.call('intake.preview', { name: 'b.csv', text });
  expect(sample[0]?.text).toBe('[NAME 1] asks for help, SSN [SSN]');
});
