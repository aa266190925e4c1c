// The shipped directory against the practice: boards at GitHub first, ZenHub a press away, labels as they are written, and
// the labels of teams left alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labelsFor } from '../../electron/core/compose/labels.ts';
import { boardsOf } from '../../electron/core/domain/team-boards.ts';
import { DEFAULT_DIRECTORY, escalatedCase, openTestDesk, type TestDesk } from '../support/desk.ts';
import { BOARDS, LABELS } from './facts.ts';

const shipped = (label: string) => DEFAULT_DIRECTORY.find((team) => team.label === label)!;

describe('the shipped directory', () => {
  it.each(Object.entries(BOARDS.numbers))('puts tickets of %s onto board %i, and not into ZenHub', (label, number) => {
    const team = shipped(label);
    expect(boardsOf(team)).toMatchObject({
      zenhub: null,
      project: { owner: BOARDS.owner, number, fields: { Status: BOARDS.column } },
    });
    expect(team.zenhub).toMatchObject({ pipeline: BOARDS.column, on: false });
  });

  it('writes the labels as the repository does', () => {
    const labels = DEFAULT_DIRECTORY.flatMap(labelsFor);
    for (const label of [LABELS.every, ...LABELS.teams]) expect(labels).toContain(label);
    for (const [label, beside] of Object.entries(LABELS.beside)) expect(labelsFor(shipped(label))).toContain(beside);
  });

  it('sets no label of the teams', () => {
    for (const team of DEFAULT_DIRECTORY)
      for (const label of LABELS.setByTeamsOnly) expect(labelsFor(team)).not.toContain(label);
  });
});

describe('a desk', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await openTestDesk();
  });
  afterAll(() => desk.close());
  const kinds = async () => (await desk.call('outbox.list', {})).entries.map((entry) => entry.kind);

  it('in practice shows both worlds: one team on its board at GitHub, another in ZenHub', async () => {
    for (const [at, label] of ['mhv-medications', 'mhv-horizon'].entries()) {
      const id = await escalatedCase(desk, `26-HRC-HD-85-0000088${at}`, `page blank ${at}`, '', label);
      const { places } = await desk.call('tickets.draft', { id });
      expect(places).toEqual([label === 'mhv-horizon' ? 'Pipeline: Tier 3 Support' : 'Board 1727: Tier 3 Support']);
      await desk.call('tickets.queue', { caseIds: [id] });
    }
    expect((await kinds()).sort()).toEqual(['create-issue', 'create-issue', 'move-pipeline', 'set-project']);
    await desk.call('sync.now', {});
    expect(desk.practice.world.issues().map((issue) => issue.boards)).toEqual([
      { [BOARDS.numbers['mhv-medications']]: { Status: BOARDS.column } },
      {},
    ]);
  });

  it.each([
    ['critical', 'Labs are blank at an Oracle Health site', true],
    ['high', 'Labs are blank. Oracle site Y/N: Y', true],
    ['low', 'Labs are blank at an Oracle Health site', false],
    ['critical', 'Labs are blank', false],
  ] as const)('a %s case that says "%s" has the label of urgent Oracle cases: %s', async (priority, text, has) => {
    const reference = `26-HRC-HD-85-000009${priority.length}${text.length}`;
    const id = await escalatedCase(desk, reference, text);
    await desk.call('follow-up.act', { caseIds: [id], act: { verb: 'set-priority', priority } });
    const labels = [LABELS.every, 'PRODUCT-mhv-medical-records', 'TEAM-mhv-medical-records'];
    const wanted = has ? [...labels, LABELS.urgentOracle] : labels;
    expect((await desk.call('tickets.draft', { id })).labels).toEqual(wanted);
    await desk.call('tickets.queue', { caseIds: [id] });
    await desk.call('sync.now', {});
    const issue = desk.practice.world.issues().find(({ body }) => body.includes(reference));
    expect(issue?.labels).toEqual(wanted);
  });

  it.each(LABELS.setByTeamsOnly)('neither sets nor removes %s, however it is written', async (label) => {
    const { cases } = await desk.call('cases.find', { reference: '26-HRC-HD-85-00000880' });
    const { id } = cases[0]!;
    const seen = (await desk.call('cases.get', { id })).ticket!.remote!;
    const written = label.toUpperCase();
    const change = (before: readonly string[], labels: readonly string[]) =>
      desk.call('tickets.change', { id, seen: { ...seen, labels: [...before] }, labels: [...labels] });
    await expect(change(seen.labels, [...seen.labels, written])).rejects.toThrow('is managed by the team');
    await expect(change([...seen.labels, written], seen.labels)).rejects.toThrow('is managed by the team');
    const team = { ...shipped('mhv-medications'), extraLabels: [written] };
    await expect(desk.call('directory.save', { was: 'mhv-medications', team })).rejects.toThrow('set by the team');
  });

  it('takes two labels that differ in letter case for one', async () => {
    const team = { ...shipped('mhv-medications'), label: 'MHV-Horizon' };
    await expect(desk.call('directory.save', { was: 'mhv-medications', team })).rejects.toThrow('of another team');
  });
});
