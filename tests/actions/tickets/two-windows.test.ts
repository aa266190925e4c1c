// Two windows on one desk, through its door: what both type into one draft or one form is lost to neither.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../electron/contract/calls.ts';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { chanceOf } from '../../faults/chance.ts';
import { escalatedCase, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
let id: CaseId;
beforeEach(async () => {
  desk = await openTestDesk();
  id = await escalatedCase(desk, '26-HRC-HD-85-00000101', 'records blank');
});
afterEach(() => desk.close());

type FormFields = { readonly title: string; readonly body: string };
const draft = async (): Promise<FormFields> => {
  const { title, body } = await desk.call('tickets.draft', { id });
  return { title, body };
};
const edit = (was: FormFields, words: FormFields) => desk.call('tickets.edit', { caseId: id, was, ...words });
const kept = async () => (await desk.call('cases.get', { id })).keptWords;

describe('the draft of a ticket', () => {
  it('takes the title of one window and the body of the other', async () => {
    const was = await draft();
    await edit(was, { ...was, title: 'From the first' });
    expect(await edit(was, { ...was, body: 'From the second' })).toMatchObject({ keptId: null });
    expect(await draft()).toEqual({ title: 'From the first', body: 'From the second' });
  });

  it('is not written over: the later words are kept, can be put in its place, and the first come back', async () => {
    const was = await draft();
    const [first, second] = [
      { ...was, body: 'The first' },
      { ...was, body: 'The second' },
    ];
    await edit(was, first);
    const { keptId, body } = await edit(was, second);
    expect([body, await draft(), await kept()]).toMatchObject([
      'The first',
      first,
      [{ id: keptId, kind: 'ticket', ...second }],
    ]);
    await desk.call('words.use', { id: keptId! });
    expect([await draft(), await kept()]).toEqual([second, []]);
    await desk.call('activity.undo', {});
    expect([await draft(), await kept()]).toMatchObject([first, [second]]);
  });

  it('takes the last words of a page that goes, whether those before have arrived or not', async () => {
    const was = await draft();
    const [saved, sent, last] = ['One', 'One two', 'One two three'].map((body) => ({ ...was, body }));
    for (const arrived of [[], [sent!]]) {
      await desk.call('tickets.startOver', { id });
      await edit(was, saved!);
      for (const one of arrived) await edit(saved!, one);
      const answer = await desk.call('tickets.edit', { caseId: id, was: saved!, sent: sent!, ...last! });
      expect([answer.keptId, await draft()]).toEqual([null, last]);
    }
  });

  it('that was queued meanwhile keeps what comes too late', async () => {
    const was = await draft();
    await desk.call('tickets.queue', { caseIds: [id] });
    const queued = await draft();
    expect(await edit(was, queued)).toMatchObject({ keptId: null });
    expect((await edit(was, { ...was, body: 'Too late' })).keptId).not.toBeNull();
    expect([await draft(), await kept()]).toMatchObject([queued, [{ body: 'Too late' }]]);
  });

  it('loses none of the words that two windows type at random', async () => {
    const chance = chanceOf(41);
    const windows = await Promise.all([0, 1].map(async () => ({ was: await draft(), words: await draft() })));
    const typed: string[] = [];
    for (let round = 0; round < 60; round += 1) {
      const here = chance.pick(windows);
      typed.push(`w${round}.`);
      const field = chance.next() < 0.3 ? 'title' : 'body';
      here.words = { ...here.words, [field]: `${here.words[field]} w${round}.` };
      if (chance.next() < 0.5) continue;
      const { title, body } = await edit(here.was, here.words);
      here.was = { title, body };
      here.words = here.was;
    }
    for (const { was, words } of windows) await edit(was, words);
    const words = await kept();
    expect(words.length).toBeGreaterThan(3);
    const everywhere = JSON.stringify([await draft(), words]);
    expect(typed.filter((word) => !everywhere.includes(word))).toEqual([]);
  });
});

describe('a form', () => {
  const about = { form: 'answer', about: 'x' } as const;
  const keep = (was: string | null, text: string | null, key: Pick<Input<'typed.keep'>, 'form' | 'about'> = about) =>
    desk.call('typed.keep', {
      ...key,
      was: was === null ? null : { text: was },
      words: text === null ? null : { text },
    });
  const typed = async (key: Input<'typed.get'> = about) => (await desk.call('typed.get', key)).words;

  it('holds the words of both windows', async () => {
    await keep(null, 'One two');
    expect(await keep(null, 'Three')).toEqual({ words: { text: 'One two\n\nThree' } });
    expect(await typed()).toEqual({ text: 'One two\n\nThree' });
    // The window that typed all of it goes on, deletes, empties.
    await keep('One two\n\nThree', 'One');
    await keep('One', null);
    expect(await typed()).toBeNull();
  });

  it('is not doubled by words that come late, and not emptied by a window that has not seen them', async () => {
    await keep(null, 'One two');
    expect(await keep(null, 'One')).toEqual({ words: { text: 'One two' } });
    await keep('One', null);
    expect(await typed()).toEqual({ text: 'One two' });
  });

  it('takes the last words of a page that goes, whether those before have arrived or not', async () => {
    for (const arrived of [false, true]) {
      await keep(null, 'One');
      if (arrived) await keep('One', 'Two');
      const last = { ...about, was: { text: 'One' }, sent: { text: 'Two' }, words: { text: 'Three' } };
      expect(await desk.call('typed.keep', last)).toEqual({ words: { text: 'Three' } });
      await keep('Three', null);
    }
  });

  it('chooses one of two choices and joins titles in one line', async () => {
    const release = { form: 'release' } as const;
    const words = { direction: 'in', title: 'One', body: '', scope: 'feature', goesLiveOn: '' };
    await desk.call('typed.keep', { ...release, was: null, words });
    const other = { ...words, direction: 'out', title: 'Two' };
    expect(await desk.call('typed.keep', { ...release, was: null, words: other })).toEqual({
      words: { ...words, direction: 'out', title: 'One Two' },
    });
  });

  it('that is sent forgets what was sent, and keeps what another window typed', async () => {
    await desk.call('tickets.queue', { caseIds: [id] });
    const answer = { form: 'answer', about: id } as const;
    await keep(null, 'It was Chrome', answer);
    await desk.call('follow-up.comment', { id, verb: 'answer', text: 'It was Chrome 141.' });
    expect(await typed(answer)).toBeNull();
    await keep(null, 'Or Firefox?', answer);
    await desk.call('follow-up.comment', { id, verb: 'answer', text: 'No.' });
    expect(await typed(answer)).toEqual({ text: 'Or Firefox?' });
    const note = { form: 'note', about: id } as const;
    await keep(null, 'Ask again on Monday', note);
    await desk.call('notes.add', { id, text: 'Ask again on Monday' });
    expect(await typed(note)).toBeNull();
  });

  it('that two windows send together goes out once; words that changed elsewhere are refused and stay', async () => {
    await desk.call('tickets.queue', { caseIds: [id] });
    const answer = { form: 'answer', about: id } as const;
    await keep(null, 'It was Chrome 141.', answer);
    const typedOf = { text: 'It was Chrome 141.' };
    const send = () => desk.call('follow-up.comment', { id, verb: 'answer', text: typedOf.text, typedOf });
    const sent = await Promise.allSettled([send(), send()]);
    expect(sent.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await expect(send()).rejects.toThrow('Another window has sent or emptied this answer. Nothing was sent.');
    const { entries } = await desk.call('outbox.list', {});
    expect(entries.filter(({ kind }) => kind === 'add-comment')).toHaveLength(1);
    await keep(null, 'Or Firefox?', answer);
    await expect(send()).rejects.toThrow('Another window has changed this answer');
    expect(await typed(answer)).toEqual({ text: 'Or Firefox?' });
  });
});
