// Boards: a pipeline of ZenHub, a board at GitHub, both or none; asked for by name, set once, and chosen from what is there.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Team } from '../../electron/contract/schemas.ts';
import { WITHOUT_BOARDS } from '../../electron/practice/github-boards.ts';
import { DIRECTORY, escalatedCase, openTestDesk, type TestDesk } from '../support/desk.ts';

const OWNER = 'department-of-veterans-affairs';
const RECORDS = DIRECTORY.find((team) => team.label === 'PRODUCT-mhv-medical-records')!;

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(() => desk.close());

const sync = () => desk.call('sync.now', {});
const issue = () => desk.practice.world.issues()[0]!;
const ofKind = async (kind: string) =>
  (await desk.call('outbox.list', {})).entries.find((entry) => entry.kind === kind);

async function openTicket(team: Partial<Team>) {
  await desk.call('directory.save', { was: RECORDS.label, team: { ...RECORDS, ...team } });
  const id = await escalatedCase(desk, '26-HRC-HD-85-00000071', 'records blank');
  await desk.call('tickets.queue', { caseIds: [id] });
  await sync();
  return id;
}
const project = (fields: Record<string, string>, number = 1) => ({ owner: OWNER, number, fields, on: true });
const change = async (id: Awaited<ReturnType<typeof openTicket>>, wanted: object) =>
  desk.call('tickets.change', { id, seen: (await desk.call('cases.get', { id })).ticket!.remote!, ...wanted });

describe('a board at GitHub', () => {
  it('gets a new ticket in its column with its fields, beside ZenHub', async () => {
    await openTicket({ project: project({ Status: 'Tier 3 Support', Priority: 'high', Found: 'by Veterans' }) });
    expect(issue().boards).toEqual({ 1: { Status: 'Tier 3 Support', Priority: 'High', Found: 'by Veterans' } });
    expect((await ofKind('set-project'))?.state).toBe('sent');
    expect((await ofKind('move-pipeline'))?.state).toBe('sent');
  });

  it('alone is enough', async () => {
    await openTicket({ zenhub: null, project: project({ Status: 'New' }) });
    expect(issue().boards).toEqual({ 1: { Status: 'New' } });
    expect(await ofKind('move-pipeline')).toBeUndefined();
  });

  it('is changed with the ticket', async () => {
    const id = await openTicket({ project: project({ Status: 'New' }) });
    await change(id, { project: { Status: 'Tier 3 Support' } });
    await sync();
    expect(issue().boards).toEqual({ 1: { Status: 'Tier 3 Support' } });
  });

  it.each([
    ['a field it does not have', { Colour: 'red' }, 1, 'has no field "Colour"'],
    ['a column it does not have', { Status: 'Somewhere' }, 1, 'has no "Somewhere"'],
    ['a field nobody can set', { Title: 'x' }, 1, 'cannot set the board'],
    ['a number there is no board of', { Status: 'New' }, 9, 'no such board'],
  ])('with %s is refused whole, in words, and the ticket stays', async (_, fields, number, reason) => {
    await openTicket({ project: project({ Found: 'yes', ...fields }, number) });
    expect(await ofKind('set-project')).toMatchObject({ state: 'failed', reason: expect.stringContaining(reason) });
    expect(issue().boards).toEqual({});
    expect((await ofKind('create-issue'))?.state).toBe('sent');
  });

  it('is set once more after a broken connection, without harm', async () => {
    await desk.call('directory.save', {
      was: RECORDS.label,
      team: { ...RECORDS, project: project({ Status: 'New', Found: 'yes' }) },
    });
    const id = await escalatedCase(desk, '26-HRC-HD-85-00000072', 'records blank');
    await desk.call('tickets.queue', { caseIds: [id] });
    await sync();
    await desk.fault({ what: 'drop-after', times: 2 });
    await change(id, { project: { Status: 'Tier 3 Support', Found: 'twice' } });
    for (let round = 0; round < 4; round += 1) {
      await sync();
      desk.now += 60_000;
    }
    expect(issue().boards).toEqual({ 1: { Status: 'Tier 3 Support', Found: 'twice' } });
    expect((await ofKind('set-project'))?.state).toBe('sent');
  });

  it('needs the right "project": said at sign-in, and on the entry', async () => {
    const signedOut = await openTestDesk({ signedOut: true });
    const address = signedOut.practice.github;
    const signedIn = await signedOut.call('services.signIn', { service: 'github', token: WITHOUT_BOARDS, address });
    expect(signedIn.note).toContain('lacks the "project" scope');
    await signedOut.call('directory.save', {
      was: RECORDS.label,
      team: { ...RECORDS, zenhub: null, project: project({ Status: 'New' }) },
    });
    const id = await escalatedCase(signedOut, '26-HRC-HD-85-00000073', 'records blank');
    await signedOut.call('tickets.queue', { caseIds: [id] });
    await signedOut.call('sync.now', {});
    const { entries } = await signedOut.call('outbox.list', {});
    expect(entries.find((entry) => entry.kind === 'set-project')).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('lacks the "project" scope'),
    });
    expect(signedOut.practice.world.issues()).toHaveLength(1);
    await signedOut.close();
  });
});

describe('ZenHub', () => {
  it('takes a pipeline, an estimate, a priority and an epic, and only what was asked for', async () => {
    const id = await openTicket({});
    await change(id, {
      board: { pipeline: 'In Progress', estimate: 3, priority: 'High priority', epic: 'Records you can rely on' },
    });
    await sync();
    const pipeline = () => Buffer.from(issue().pipelineId, 'base64').toString().split('/').at(-1);
    expect(pipeline()).toBe('In Progress');
    expect(issue()).toMatchObject({ estimate: 3, priority: 'High priority', epics: ['Records you can rely on'] });
    await change(id, { board: { pipeline: 'Done', priority: null } });
    await sync();
    expect(pipeline()).toBe('Done');
    expect(issue()).toMatchObject({ estimate: 3, priority: null, epics: ['Records you can rely on'] });
    expect((await desk.call('cases.get', { id })).ticket?.pipeline).toBe('Done');
  });

  it.each([
    [{ pipeline: 'Somewhere' }, 'no pipeline "Somewhere"'],
    [{ pipeline: 'Done', priority: 'Odd' }, 'no priority "Odd"'],
    [{ pipeline: 'Done', epic: 'No such epic' }, 'no epic "No such epic"'],
  ])('refuses %j whole, in words', async (board, reason) => {
    const id = await openTicket({});
    const before = issue().pipelineId;
    await change(id, { board });
    await sync();
    expect(await ofKind('move-pipeline')).toMatchObject({ state: 'failed', reason: expect.stringContaining(reason) });
    expect(issue().pipelineId).toBe(before);
  });

  it('does not wait for the board at GitHub, nor a comment for either', async () => {
    await desk.fault({ service: 'zenhub', what: 503, times: 9 });
    const id = await openTicket({ project: project({ Status: 'New' }) });
    await desk.call('follow-up.comment', { id, verb: 'answer', text: 'It is still so.' });
    await sync();
    expect(issue()).toMatchObject({ boards: { 1: { Status: 'New' } }, comments: [{}] });
    expect((await ofKind('move-pipeline'))?.state).toBe('queued');
  });
});

describe('what can be chosen', () => {
  it('comes from the services', async () => {
    const { projects, workspaces } = await desk.call('boards.list', { owner: OWNER });
    const statuses = ['New', 'Tier 3 Support', 'In Progress', 'Done'];
    expect(projects).toEqual([
      { number: 1, title: 'Tool teams', statuses },
      { number: 1729, title: 'Secure Messaging', statuses },
      { number: 1727, title: 'Medications', statuses },
      { number: 1728, title: 'Medical Records', statuses },
      { number: 1776, title: 'SM Clinician Portal', statuses },
    ]);
    expect(workspaces).toMatchObject([{ name: 'MHV', pipelines: expect.arrayContaining(['Tier 3 Support']) }]);
    await expect(desk.call('boards.list', { owner: 'nobody-at-all' })).rejects.toThrow('has no "nobody-at-all"');
    const id = await openTicket({});
    const choices = await desk.call('tickets.choices', { id });
    expect(choices.labels).toContain('mhv-medications');
    expect(choices.people).toContain('mr-engineer');
    expect(choices.milestones).toEqual([
      { number: 1, title: 'Sprint 12' },
      { number: 2, title: 'Sprint 13' },
    ]);
  });

  it('a label that somebody has made since is there, and nothing is wrong', async () => {
    await openTicket({ extraLabels: ['never-seen-before'] });
    const entry = await ofKind('create-issue');
    desk.practice.world.addLabel('never-seen-before');
    expect(await desk.call('outbox.makeLabels', { id: entry!.id })).toEqual({ made: ['never-seen-before'] });
  });

  it('a label that is missing is offered, made, and put onto the ticket', async () => {
    const id = await openTicket({ extraLabels: ['never-seen-before'] });
    const entry = await ofKind('create-issue');
    expect(entry).toMatchObject({ state: 'sent', reason: 'GitHub did not accept: label never-seen-before.' });
    expect(entry?.acts).toEqual(['make-labels']);
    const { problems } = await desk.call('directory.check', {});
    expect(problems.map(({ label }) => label?.name)).toEqual(['never-seen-before']);
    expect(await desk.call('outbox.makeLabels', { id: entry!.id })).toEqual({ made: ['never-seen-before'] });
    await sync();
    expect(issue().labels).toContain('never-seen-before');
    expect((await desk.call('directory.check', {})).problems).toEqual([]);
    expect((await ofKind('create-issue'))?.acts).toEqual([]);
    expect((await desk.call('cases.get', { id })).ticket?.remote?.labels).toContain('never-seen-before');
  });
});
