// What is known of a person outranks what was cleared, and what is masked once in a case is masked wherever its words go.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dynamicsCsv, openTestDesk, type TestDesk, typeDraft } from '../../support/desk.ts';

const record = (last: number) => `26-HRC-HD-18-3687944${last}`;
const TEAM = 'PRODUCT-mhv-medical-records';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(() => desk.close());

async function bringIn(rows: Parameters<typeof dynamicsCsv>[0]): Promise<void> {
  await desk.call('intake.import', { name: 'a.csv', text: dynamicsCsv(rows) });
}

async function read(last: number) {
  const { cases } = await desk.call('cases.list', { search: record(last) });
  return desk.call('cases.get', { id: cases[0]!.id });
}

async function clear(last: number, words: string): Promise<void> {
  const one = await read(last);
  const start = one.rawText.indexOf(words);
  await desk.call('findings.decide', { caseId: one.id, start, end: start + words.length, decision: 'clear' });
}

const sent = () => JSON.stringify(desk.practice.world.issues());

describe('a clearing', () => {
  it('counts for its own case only: a known person of another case stays masked in a ticket of both', async () => {
    await bringIn([
      { reference: record(1), text: 'Mr. Jordan Whitfield: medical records list is blank' },
      { reference: record(2), text: 'medical records list is blank', contact: 'Jordan Abernathy' },
    ]);
    await clear(1, 'Jordan Whitfield');
    expect((await read(1)).scrubbedText).toContain('Jordan Whitfield');
    const [one, two] = [await read(1), await read(2)];
    expect(one.problem?.id).toBe(two.problem?.id);
    await desk.call('trends.ticket', { id: one.problem!.id, team: TEAM });
    await desk.call('sync.now', {});
    expect(desk.practice.world.issues()).toHaveLength(1);
    expect(sent()).not.toMatch(/jordan/i);
  });

  it('does not unmask the same words in another case', async () => {
    await bringIn([
      { reference: record(1), text: 'Mr. Whitfield says the list is blank' },
      { reference: record(2), text: 'Mr. Whitfield cannot refill' },
    ]);
    await clear(1, 'Whitfield');
    expect((await read(1)).scrubbedText).toContain('Whitfield');
    expect((await read(2)).scrubbedText).toBe('Mr. [NAME 1] cannot refill');
  });

  it('does not outrank what the columns of the source say of the reporter', async () => {
    await bringIn([{ reference: record(1), text: 'Jordan cannot refill', contact: 'Jordan Abernathy' }]);
    await expect(clear(1, 'Jordan')).rejects.toThrow("source's own columns");
    expect((await read(1)).scrubbedText).toBe('[NAME 1] cannot refill');
  });

  it('is still free where the name of the reporter is an ordinary word here', async () => {
    await bringIn([{ reference: record(1), text: 'the page is blank', contact: 'Orla Page' }]);
    expect((await read(1)).scrubbedText).toBe('the [NAME 1] is blank');
    await clear(1, 'page');
    expect((await read(1)).scrubbedText).toBe('the page is blank');
  });
});

it('a rule for the whole desk does not unmask the reporter of a case', async () => {
  await bringIn([
    { reference: record(1), text: 'Mr. Jordan Whitfield: list is blank' },
    { reference: record(2), text: 'jordan whitfield cannot refill', contact: 'Jordan Whitfield' },
  ]);
  const { id: caseId } = await read(1);
  await desk.call('rules.make', { caseId, start: 4, end: 20, kind: 'allow', type: 'NAME' });
  expect((await read(1)).scrubbedText).toContain('Jordan Whitfield');
  expect((await read(2)).scrubbedText).not.toMatch(/jordan|whitfield/i);
});

describe('what is masked once in a case', () => {
  const THREE = 'Veteran Maria Elena Houston called about the list. Records blank. Houston tried twice, elena too';

  it('is masked everywhere in it, in single parts and in its title', async () => {
    await bringIn([{ reference: record(1), text: THREE }]);
    const { scrubbedText, title } = await read(1);
    expect(`${scrubbedText} ${title}`).not.toMatch(/maria|elena|houston/i);
    expect(scrubbedText).toContain('called about the list. Records blank.');
  });

  it('is masked everywhere when a person marked it in one place', async () => {
    await bringIn([{ reference: record(1), text: 'Kestrel 4 is blank, kestrel 4 again' }]);
    const { id: caseId } = await read(1);
    await desk.call('findings.decide', { caseId, start: 0, end: 9, decision: 'add', type: 'OTHER' });
    expect((await read(1)).scrubbedText).toBe('[OTHER 1] is blank, [OTHER 1] again');
  });

  it('does not leave in a title, a comment or an area that somebody words otherwise', async () => {
    await bringIn([{ reference: record(1), text: 'Caller Maria Elena Houston: medical records blank' }]);
    const { id } = await read(1);
    await desk.call('triage.act', { caseIds: [id], action: 'escalate', team: TEAM });
    await typeDraft(desk, id, { title: 'Houston cannot see records', body: 'blank' });
    expect((await desk.call('tickets.draft', { id })).found).toMatchObject([{ place: 'title', type: 'NAME' }]);
    await desk.call('tickets.startOver', { id });
    await desk.call('tickets.queue', { caseIds: [id] });
    await desk.call('sync.now', {});
    await expect(desk.call('follow-up.comment', { id, verb: 'answer', text: 'Houston tried again' })).rejects.toThrow(
      'name found in the comment',
    );
    expect(sent()).not.toContain('Houston');
  });

  it('leaves the words of products alone that the name has too', async () => {
    await bringIn([
      {
        reference: record(1),
        text: 'Veteran Maria Elena Blue called. Maria says Blue Button download is blank on the Records page',
      },
    ]);
    const { scrubbedText } = await read(1);
    expect(scrubbedText).toContain('Blue Button download is blank on the Records page');
    expect(scrubbedText).not.toMatch(/maria|elena/i);
  });
});
