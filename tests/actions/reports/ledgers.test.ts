// What a lead did is in the support ledger at once, what a team did in the other; every number opens to its cases.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportFigureRow } from '../../../electron/contract/report-calls.ts';
import type { Ledger } from '../../../electron/core/domain/report.ts';
import { dynamicsCsv, openTestDesk, type TestDesk } from '../../support/desk.ts';

describe('a day at the desk', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await openTestDesk();
    const rows = ['26-HRC-HD-18-36879449', '26-HRC-HD-18-36879450', '26-HRC-HD-18-36879451'].map((reference) => ({
      reference,
      text: `Cannot open the list of prescriptions, ${reference.slice(-2)}`,
    }));
    await desk.call('intake.import', { name: 'a.csv', text: dynamicsCsv(rows) });
    const [first, second] = (await desk.call('cases.list', {})).cases;
    await desk.call('triage.act', { caseIds: [first!.id], action: 'escalate', team: 'mhv-medications' });
    await desk.call('tickets.queue', { caseIds: [first!.id] });
    await desk.call('sync.now', {});
    const { templates } = await desk.call('templates.list', {});
    for (const { id } of templates)
      if (await desk.call('templates.use', { id, caseId: second!.id }).catch(() => null)) break;
    await desk.call('cases.log', { line: '#sign-in 5m Caller cannot get past the ID.me page' });
  });
  afterAll(() => desk.close());

  const figure = async (ledger: Ledger, id: string): Promise<ReportFigureRow> => {
    const { figures } = await desk.call('reports.get', { ledger });
    return figures.find((one) => one.id === id)!;
  };

  it('is in the ledger it belongs to', async () => {
    expect(await figure('support', 'received')).toMatchObject({ value: 4 });
    expect(await figure('support', 'decided')).toMatchObject({ value: 2 });
    expect(await figure('support', 'acted-in-time')).toMatchObject({ value: 1, n: 2 });
    expect(await figure('support', 'from-template')).toMatchObject({ value: 1, n: 1 });
    expect(await figure('support', 'captured')).toMatchObject({ value: 0.75, n: 4 });
    expect(await figure('support', 'minutes-spent')).toMatchObject({ value: 5, n: 1 });
    expect(await figure('product', 'tickets-opened')).toMatchObject({ value: 1 });
    expect(await figure('product', 'waiting')).toMatchObject({ value: 1 });
    const { figures } = await desk.call('reports.get', { ledger: 'product' });
    expect(figures.find(({ id }) => id === 'waiting')?.tables[0]?.rows).toMatchObject([
      { member: 'mhv-medications', name: 'Medications', value: 1 },
    ]);
  });

  it('opens a number to its very cases, and says of a share which cases do not count', async () => {
    const captured = await desk.call('reports.cases', { ledger: 'support', figure: 'captured' });
    expect(captured.counted.map(({ reference }) => reference).sort()).toEqual([
      '26-HRC-HD-18-36879449',
      '26-HRC-HD-18-36879450',
      '26-HRC-HD-18-36879451',
    ]);
    expect(captured.others.map(({ reference }) => reference)).toEqual(['log-2026-10-28-1']);
    const part = { figure: 'received', by: 'source', member: 'typed' } as const;
    expect(await desk.call('reports.cases', { ledger: 'support', ...part })).toMatchObject({
      countedN: 1,
      counted: [{ reference: 'log-2026-10-28-1' }],
    });
    await expect(desk.call('reports.cases', { ledger: 'product', figure: 'captured' })).rejects.toThrow(
      'The product ledger has no figure "captured".',
    );
  });

  it('takes back what was undone', async () => {
    const { cases } = await desk.call('cases.list', {});
    const open = cases.find(({ status }) => status === 'undecided')!;
    const { actId } = await desk.call('triage.act', { caseIds: [open.id], action: 'out-of-scope' });
    expect(await figure('support', 'out-of-scope')).toMatchObject({ value: 1 });
    await desk.call('activity.undo', { id: actId! });
    expect(await figure('support', 'out-of-scope')).toMatchObject({ value: 0 });
  });

  it('counts what documentation lacks from the quick log, and says how often a topic came this week', async () => {
    const line = '#documentation-missing slack: where is the page about refills';
    expect(await desk.call('cases.readLog', { line })).toMatchObject({ topic: 'documentation-missing', thisWeek: 0 });
    for (const n of [1, 2]) expect(await desk.call('cases.log', { line })).toMatchObject({ thisWeek: n });
    expect((await figure('support', 'documentation-gaps')).tables[0]?.rows).toMatchObject([
      { member: 'documentation-missing', name: 'Documentation: the page is missing', value: 2 },
    ]);
    const { topics } = await desk.call('cases.topics', {});
    expect(topics).toContainEqual({ topic: 'documentation-missing', name: 'Documentation: the page is missing', n: 2 });
    expect(topics).toContainEqual({ topic: 'sign-in', name: 'sign-in', n: 1 });
  });

  it('says at once which problem a line tells of, how often it came this week, and what helps', async () => {
    const line = 'iris sign in ends at https://www.va.gov/auth/login/callback/?auth=fail&code=202';
    const read = () => desk.call('cases.readLog', { line });
    const { problem: before } = await read();
    expect(before).toMatchObject({ thisWeek: 0 });
    expect((await desk.call('cases.log', { line })).problem).toMatchObject({ title: before!.title, thisWeek: 1 });
    expect((await read()).problem).toMatchObject({ thisWeek: 1, guide: expect.stringContaining('answer from') });
    await desk.call('trends.known', { id: 'code-202', known: 'Clear the cookies and try again.' });
    expect((await read()).problem?.guide).toBe('tell callers: Clear the cookies and try again.');
    expect((await desk.call('cases.readLog', { line: 'iris the moon is cheese' })).problem).toBeNull();
  });

  it('refuses a period that is none, and says how to write one', async () => {
    await expect(desk.call('reports.get', { ledger: 'support', period: '2026-13' })).rejects.toThrow(
      '"2026-13" is not a period. Write 2026-10, 2026-W44 or 2026-10-05..2026-10-09.',
    );
  });
});
