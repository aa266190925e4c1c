// Words the lead typed are never lost, whatever takes their ticket, answer or change back.
import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { escalatedCase, typeDraft } from '../../support/desk.ts';
import { pullBackDesk, reference } from '../../support/pull-back-desk.ts';

const { desk, entries, read, undo, sync, create } = pullBackDesk();

describe('words the lead typed', () => {
  let id: CaseId;
  beforeEach(async () => {
    id = await escalatedCase(desk, reference(1), 'records blank');
  });
  const draft = () => desk.call('tickets.draft', { id });
  const MINE = { title: 'My title', body: 'My words' };

  it('are the draft again after queue and undo', async () => {
    await typeDraft(desk, id, MINE);
    await desk.call('tickets.queue', { caseIds: [id] });
    expect(await draft()).toMatchObject(MINE);
    await undo();
    expect(await draft()).toMatchObject({ ...MINE, edited: true });
  });

  it('are the draft again when a reworded ticket is dropped', async () => {
    await desk.call('tickets.queue', { caseIds: [id] });
    await desk.call('outbox.edit', { id: (await create()).id, ...MINE });
    expect(await draft()).toMatchObject(MINE);
    await desk.call('outbox.drop', { id: (await create()).id });
    expect(await draft()).toMatchObject({ ...MINE, edited: true });
  });

  it('come back by undo after starting over', async () => {
    await typeDraft(desk, id, MINE);
    expect((await desk.call('tickets.startOver', { id })).actId).not.toBeNull();
    await typeDraft(desk, id, { title: 'Another', body: 'Other words' });
    await undo();
    expect(await draft()).toMatchObject({ ...MINE, edited: true });
    expect((await read(id)).keptWords).toMatchObject([{ title: 'Another', body: 'Other words' }]);
    await undo();
    expect((await draft()).edited).toBe(true); // that was the escalation
  });

  it('as an answer are kept with the case when the ticket goes, and the question is open again', async () => {
    await desk.call('tickets.queue', { caseIds: [id] });
    await desk.call('follow-up.comment', { id, verb: 'answer', text: 'It was Chrome 141.' });
    await desk.call('outbox.drop', { id: (await create()).id });
    const one = await read(id);
    expect(one.keptWords).toMatchObject([{ kind: 'comment', body: 'It was Chrome 141.' }]);
    expect(one.activity.filter(({ undoneAt }) => undoneAt === null).map(({ summary }) => summary)).not.toContain(
      'Answered the question on the ticket',
    );
    await desk.call('words.use', { id: one.keptWords[0]!.id });
    expect((await draft()).body).toContain('It was Chrome 141.');
    expect((await read(id)).keptWords).toEqual([]);
    await undo();
    expect((await draft()).body).not.toContain('It was Chrome 141.');
    expect((await read(id)).keptWords).toHaveLength(1);
    await desk.call('words.discard', { id: one.keptWords[0]!.id });
    expect((await read(id)).keptWords).toEqual([]);
    await undo();
    expect((await read(id)).keptWords).toHaveLength(1);
  });

  it('as a change of the ticket, or as other words for a comment, are kept when those are undone', async () => {
    await desk.call('tickets.queue', { caseIds: [id] });
    await sync();
    const seen = (await read(id)).ticket!.remote!;
    await desk.call('tickets.change', { id, seen, title: 'Records of June blank', body: `${seen.body}\nSince June.` });
    await undo();
    expect((await read(id)).keptWords).toMatchObject([
      { kind: 'change', title: 'Records of June blank', body: expect.stringContaining('Since June.') },
    ]);
    await desk.call('follow-up.comment', { id, verb: 'request-status' });
    const { id: entry, words } = (await entries('add-comment'))[0]!;
    await desk.call('outbox.edit', { id: entry, body: 'Any news of this one?' });
    await undo();
    expect((await entries('add-comment'))[0]!.words).toEqual(words);
    expect((await read(id)).keptWords.map(({ body }) => body)).toContain('Any news of this one?');
  });
});
