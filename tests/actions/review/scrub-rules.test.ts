// Rules for the whole desk, and a newer scrubber over what an older one has read.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../electron/store/opening/open.ts';
import { dynamicsCsv, KEY, openTestDesk, ROOT, type TestDesk, typeDraft } from '../../support/desk.ts';

const record = (last: number) => `26-HRC-HD-18-3687944${last}`;

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
  await desk.call('intake.import', {
    name: 'a.csv',
    text: dynamicsCsv([
      { reference: record(1), text: 'Jessica Hope wrote: the Kestrel page is blank' },
      { reference: record(2), text: 'jessica hope again, KESTREL PAGE still blank' },
      { reference: record(3), text: 'The kestrels page is blank' },
    ]),
  });
});
afterEach(() => desk.close());

async function read(last: number) {
  const { cases } = await desk.call('cases.list', { search: record(last) });
  return desk.call('cases.get', { id: cases[0]!.id });
}

describe('a rule for the whole desk', () => {
  it('masks its words in every case, in any letter case, and only as whole words', async () => {
    const one = await read(1);
    const start = one.rawText.indexOf('Kestrel page');
    const made = await desk.call('rules.make', { caseId: one.id, start, end: start + 12, kind: 'deny', type: 'OTHER' });
    expect(made.changed).toBe(2);
    expect((await read(1)).scrubbedText).toContain('the [OTHER 1] is blank');
    expect((await read(2)).scrubbedText).toContain(', [OTHER 1] still');
    expect((await read(3)).scrubbedText).toBe('The kestrels page is blank');
    expect((await read(1)).activity[0]?.summary).toBe('Always masked on this desk: personal information');
  });

  it('lets its words stand everywhere, until it is dropped or undone', async () => {
    const one = await read(1);
    const [name] = one.findings;
    const make = () =>
      desk.call('rules.make', { caseId: one.id, start: name!.start, end: name!.end, kind: 'allow', type: 'NAME' });
    const { id } = await make();
    expect((await read(1)).scrubbedText).toContain('Jessica Hope wrote');
    expect((await read(2)).scrubbedText).toContain('jessica hope again');
    expect((await desk.call('rules.list', {})).rules).toMatchObject([{ id, kind: 'allow', value: 'jessica hope' }]);
    expect(await desk.call('rules.drop', { id })).toEqual({ changed: 2 });
    expect((await read(2)).scrubbedText).toContain('[NAME 1] again');
    await make();
    await desk.call('activity.undo', {});
    expect((await read(1)).scrubbedText).toContain('[NAME 1] wrote');
    expect((await desk.call('rules.list', {})).rules).toEqual([]);
  });

  it('holds for what comes in later, and at the outbound PII check', async () => {
    const one = await read(3);
    await desk.call('rules.make', { caseId: one.id, start: 4, end: 12, kind: 'deny', type: 'OTHER' });
    await desk.call('intake.import', {
      name: 'b.csv',
      text: dynamicsCsv([{ reference: record(4), text: 'more kestrels' }]),
    });
    const four = await read(4);
    expect(four.scrubbedText).toBe('more [OTHER 1]');
    await desk.call('triage.act', { caseIds: [four.id], action: 'escalate', team: 'mhv-medications' });
    await typeDraft(desk, four.id, { title: 'Kestrels', body: 'they are' });
    expect((await desk.call('tickets.draft', { id: four.id })).found).toMatchObject([
      { place: 'title', type: 'OTHER' },
    ]);
  });

  it('is refused for a single letter or outside the text', async () => {
    const { id: caseId } = await read(3);
    const make = (start: number, end: number) =>
      desk.call('rules.make', { caseId, start, end, kind: 'deny', type: 'OTHER' });
    await expect(make(0, 1)).rejects.toThrow('at least two letters');
    await expect(make(0, 999)).rejects.toThrow('not inside the text');
  });
});

describe('a newer scrubber', () => {
  it('reads again what an older one has read, keeps the original and says what changed', async () => {
    const store = openStore({
      file: join(desk.folder, 'desk.db'),
      key: KEY,
      migrations: join(ROOT, 'drizzle', 'migrations'),
    });
    store.db.run(
      `UPDATE cases SET scrubber_version = 1, scrubbed_text = replace(scrubbed_text, '[NAME 1]', 'Jessica Hope')`,
    );
    store.close();
    const outcome = await desk.call('cases.rescrub', {});
    expect(outcome.scrubbed).toBe(3);
    expect(outcome.changed).toEqual([
      { reference: record(1), change: '1 more masked (name)' },
      { reference: record(2), change: '1 more masked (name)' },
    ]);
    const one = await read(1);
    expect(one.rawText).toBe('Jessica Hope wrote: the Kestrel page is blank');
    expect(one.activity[0]?.summary).toMatch(/^Scrubbed again by scrubber \d+: 1 more masked \(name\)$/);
    expect(await desk.call('cases.rescrub', {})).toEqual({ scrubbed: 0, changed: [] });
  });
});
