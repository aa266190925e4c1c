// Answers get lost while teams work on the same tickets: what they close, open, word or move meanwhile stays, and the lead is
// asked wherever it cannot be told whose hand was last.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../electron/contract/calls.ts';
import { pipelineId } from '../../electron/practice/state.ts';
import { DIRECTORY, escalatedCase, openTestDesk, type TestDesk } from '../support/desk.ts';

const RECORDS = DIRECTORY.find((team) => team.label === 'PRODUCT-mhv-medical-records')!;
const PROJECT = { owner: 'department-of-veterans-affairs', number: 1, fields: { Status: 'New' } };

let desk: TestDesk;
let id: Awaited<ReturnType<typeof escalatedCase>>;
type Hook = (method: string, url: string) => Promise<unknown>;
let onRequest: Hook | null = null;
let onAnswer: Hook | null = null;

beforeEach(async () => {
  onRequest = onAnswer = null;
  desk = await openTestDesk({
    fetch: async (input, init) => {
      const request = [init?.method ?? 'GET', String(input)] as const;
      await onRequest?.(...request);
      const answer = await fetch(input, init);
      await onAnswer?.(...request);
      return answer;
    },
  });
  await desk.call('directory.save', { was: RECORDS.label, team: { ...RECORDS, project: PROJECT } });
  id = await escalatedCase(desk, '26-HRC-HD-85-00000081', 'records blank');
  await desk.call('tickets.queue', { caseIds: [id] });
  await sync();
});
afterEach(() => desk.close());

const sync = () => desk.call('sync.now', {});
const issue = () => desk.practice.world.issues()[0]!;
type Wanted = Omit<Input<'tickets.change'>, 'id' | 'seen'>;
const change = async (wanted: Wanted) =>
  desk.call('tickets.change', { id, seen: (await desk.call('cases.get', { id })).ticket!.remote!, ...wanted });
const newest = async (kind: string) =>
  (await desk.call('outbox.list', {})).entries.find((entry) => entry.kind === kind)!;
/** The team's hand, some time later. */
function team(act: (world: TestDesk['practice']['world']) => void): void {
  desk.practice.world.skewMs += 5_000;
  act(desk.practice.world);
}
async function later(): Promise<void> {
  desk.now += 600_000;
  await sync();
}
const boardIsAt = (name: string) => issue().pipelineId === pipelineId(name);

describe('an edit whose answer was lost', () => {
  it('closes no ticket again that the team has opened meanwhile', async () => {
    await change({ state: 'closed' });
    await desk.fault({ method: 'PATCH', what: 'drop-after' });
    await sync();
    expect(issue().state).toBe('closed');
    team((world) => world.change(issue(), { state: 'open' }));
    await later();
    expect(issue().state).toBe('open');
    expect(await newest('edit-issue')).toMatchObject({
      state: 'undecided',
      reason: expect.stringContaining('is unclear whether your change of the state arrived'),
      conflicts: [{ field: 'state', was: 'open', ours: 'closed', theirs: 'open' }],
      acts: ['choose', 'answer'],
    });
    await desk.call('outbox.choose', { id: (await newest('edit-issue')).id, keep: { state: 'ours' } });
    await sync();
    expect(issue().state).toBe('closed');
  });

  it('writes over no words that the team has put back', async () => {
    const { title } = issue();
    await change({ title: 'A better title' });
    await desk.fault({ method: 'PATCH', what: 503, after: true });
    await sync();
    team((world) => world.change(issue(), { title }));
    await later();
    expect(issue().title).toBe(title);
    await desk.call('outbox.choose', { id: (await newest('edit-issue')).id, keep: { title: 'theirs' } });
    await sync();
    expect([issue().title, (await newest('edit-issue')).state]).toEqual([title, 'withdrawn']);
  });

  it('is written by itself where it did not arrive and nobody touched the ticket', async () => {
    await change({ title: 'A better title' });
    await desk.fault({ method: 'PATCH', what: 'drop-before' });
    await sync();
    expect((await newest('edit-issue')).acts).toContain('answer');
    await later();
    expect([issue().title, (await newest('edit-issue')).state]).toEqual(['A better title', 'sent']);
  });

  it('leaves alone what it has done when a later step of it has to be tried again', async () => {
    await change({ title: 'A better title', labels: [...issue().labels, 'mhv-medications'] });
    await desk.fault({ what: 'drop-before' });
    await sync();
    team((world) => world.change(issue(), { title: 'The best title' }));
    await later();
    expect(issue()).toMatchObject({
      title: 'The best title',
      labels: expect.arrayContaining(['mhv-medications']),
    });
    expect((await newest('edit-issue')).state).toBe('sent');
  });

  it('can be pulled back once it is certain that nothing of it was taken', async () => {
    await change({ title: 'A better title' });
    await desk.fault({ method: 'PATCH', what: 422 });
    await sync();
    expect((await newest('edit-issue')).acts).toEqual(['retry', 'drop']);
  });
});

describe('a move on a board', () => {
  it('leaves a card at ZenHub where the team has moved it after our try', async () => {
    await change({ board: { pipeline: 'In Progress' } });
    await desk.fault({ service: 'zenhub', what: 'slow', ms: 0, times: 2 }); // the board, then the card, are read
    await desk.fault({ service: 'zenhub', what: 'drop-after' });
    await sync();
    expect(boardIsAt('In Progress')).toBe(true);
    team((world) => world.place(issue(), { pipelineId: pipelineId('Done') }));
    await later();
    expect(boardIsAt('Done')).toBe(true);
    expect(await newest('move-pipeline')).toMatchObject({
      state: 'undecided',
      conflicts: [{ field: 'pipeline', was: 'Tier 3 Support', ours: 'In Progress', theirs: 'Done' }],
    });
    await desk.call('outbox.choose', { id: (await newest('move-pipeline')).id, keep: { pipeline: 'theirs' } });
    await sync();
    expect([boardIsAt('Done'), (await newest('move-pipeline')).state]).toEqual([true, 'sent']);
    expect((await desk.call('cases.get', { id })).ticket?.pipeline).toBe('Done');
  });

  it('leaves a card that it has found in its place and the team has moved since, while another value is to be tried again', async () => {
    await change({ board: { pipeline: 'In Progress', estimate: 5 } });
    await desk.fault({ service: 'zenhub', what: 'slow', ms: 0, times: 2 });
    await desk.fault({ service: 'zenhub', what: 'drop-after' });
    await sync();
    await desk.fault({ service: 'zenhub', what: 'slow', ms: 0, times: 2 });
    await desk.fault({ service: 'zenhub', what: 'drop-before' });
    await later();
    team((world) => world.place(issue(), { pipelineId: pipelineId('Done') }));
    await later();
    expect([boardIsAt('Done'), issue().estimate]).toEqual([true, 5]);
  });

  it('moves no card back that the team has put where it was', async () => {
    await change({ board: { pipeline: 'In Progress' } });
    await desk.fault({ service: 'zenhub', what: 'slow', ms: 0, times: 2 });
    await desk.fault({ service: 'zenhub', what: 'drop-after' });
    await sync();
    team((world) => world.place(issue(), { pipelineId: pipelineId('Tier 3 Support') }));
    await later();
    expect(boardIsAt('Tier 3 Support')).toBe(true);
    await desk.call('outbox.choose', { id: (await newest('move-pipeline')).id, keep: { pipeline: 'ours' } });
    await sync();
    expect(boardIsAt('In Progress')).toBe(true);
  });

  it('asks where the team has moved the card since the lead saw it, on either board', async () => {
    team((world) => world.place(issue(), { pipelineId: pipelineId('Done'), boards: { 1: { Status: 'Done' } } }));
    await change({ board: { pipeline: 'In Progress' }, project: { Status: 'In Progress' } });
    await sync();
    expect([boardIsAt('Done'), issue().boards]).toEqual([true, { 1: { Status: 'Done' } }]);
    const ofBoard = await newest('set-project');
    expect(ofBoard).toMatchObject({ state: 'undecided', acts: ['choose', 'drop'] });
    expect(ofBoard.conflicts).toEqual([{ field: 'Status', was: 'New', ours: 'In Progress', theirs: 'Done' }]);
    await desk.call('outbox.choose', { id: ofBoard.id, keep: { Status: 'ours' } });
    await sync();
    expect(issue().boards).toEqual({ 1: { Status: 'In Progress' } });
  });

  it('leaves a column at GitHub that the team has set after our try', async () => {
    await change({ project: { Status: 'In Progress' } });
    await desk.fault({ what: 'slow', ms: 0 }); // its place is read
    await desk.fault({ what: 'drop-after' });
    await sync();
    team((world) => world.place(issue(), { boards: { 1: { Status: 'New' } } }));
    await later();
    expect(issue().boards).toEqual({ 1: { Status: 'New' } });
    expect((await newest('set-project')).reason).toContain('is unclear');
    await desk.call('outbox.choose', { id: (await newest('set-project')).id, keep: { Status: 'theirs' } });
    await sync();
    expect([issue().boards, (await newest('set-project')).state]).toEqual([{ 1: { Status: 'New' } }, 'withdrawn']);
  });

  it('counts as made only by an answer of the shape that GitHub and ZenHub give', async () => {
    await change({ board: { pipeline: 'In Progress' }, project: { Status: 'In Progress' } });
    await desk.fault({ what: 'slow', ms: 0 });
    await desk.fault({ what: 200, body: {} });
    await desk.fault({ service: 'zenhub', what: 'slow', ms: 0, times: 2 });
    await desk.fault({ service: 'zenhub', what: 200, body: { data: {} } });
    await sync();
    expect([(await newest('move-pipeline')).state, (await newest('set-project')).state]).toEqual(['queued', 'queued']);
    await later();
    expect([boardIsAt('In Progress'), issue().boards]).toEqual([true, { 1: { Status: 'In Progress' } }]);
  });
});

describe('words changed at the last moment', () => {
  it('are the ones that leave, though the entry had been taken up already', async () => {
    const other = await escalatedCase(desk, '26-HRC-HD-85-00000082', 'labs missing');
    await desk.call('tickets.queue', { caseIds: [other] });
    const { entries } = await desk.call('outbox.list', {});
    const { id: entry, words } = entries.find((one) => one.kind === 'create-issue' && one.state === 'queued')!;
    onRequest = async (_, url) => {
      if (!url.includes('state=open')) return;
      onRequest = null;
      await desk.call('outbox.edit', { id: entry, title: 'Labs of June missing', body: words!.body });
    };
    await sync();
    expect(desk.practice.world.issues()[1]?.title).toBe('Labs of June missing');
  });
});

describe('asking while a run is under way', () => {
  it('brings in what was said after that run had looked', async () => {
    let asked: ReturnType<typeof sync> | null = null;
    onAnswer = async (method, url) => {
      if (method !== 'GET' || !/\/issues\?/.test(url) || asked !== null) return;
      team((world) => world.comment(issue(), 'rx-engineer', 'ETA is Friday.'));
      asked = sync();
    };
    await sync();
    await asked;
    expect((await desk.call('cases.get', { id })).comments).toMatchObject([{ body: 'ETA is Friday.' }]);
  });
});
