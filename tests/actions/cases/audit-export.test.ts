// The record of what was done, for auditors: every line of the period with its link, nothing personal in it, and whether the
// chain holds.

import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { openStore } from '../../../electron/store/opening/open.ts';
import { dynamicsCsv, escalatedCase, KEY, openTestDesk, ROOT, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(() => desk.close());

const DAY = { from: '2026-10-28', to: '2026-10-28' };
const open = () =>
  openStore({ file: join(desk.folder, 'desk.db'), key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });

async function exported(period = DAY) {
  const { file } = await desk.call('audit.export', period);
  const rows: Record<string, string>[] = parse(file!.csv, { columns: true, bom: true });
  return { file: file!, rows, last: rows.at(-1)! };
}

it('holds every line of the period in the order of the chain, and says that it holds', async () => {
  const id = await escalatedCase(desk, '26-HRC-HD-85-00000107', 'Maria Delgado: records blank', 'Maria Delgado');
  await desk.call('tickets.queue', { caseIds: [id] });
  await desk.call('activity.undo', {});
  desk.now += 86_400_000;
  await desk.call('triage.act', { caseIds: [id], action: 'respond' });
  const { file, rows, last } = await exported();
  const acts = rows.slice(0, -1);
  expect(file.name).toBe('tier3-activity-2026-10-28-to-2026-10-28');
  expect(acts.map((row) => row.Act)).toEqual(expect.arrayContaining(['escalate', 'queue-ticket', 'undo']));
  expect(acts.map((row) => row.Act)).not.toContain('respond');
  expect(file.masked).toEqual([]);
  const seqs = acts.map((row) => Number(row.Link));
  expect(last['Link hash']).toMatch(/^'?[\w-]{43}$/);
  expect(seqs[0]).toBeGreaterThan(0);
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
  expect(acts.find((row) => row.Act === 'queue-ticket')?.['Taken back (UTC)']).toMatch(/^2026-10-28T/);
  expect(last.What).toMatch(/^The chain holds: \d+ links\.$/);
  expect(file.csv).toContain('26-HRC-HD-85-00000107');
  expect(file.csv).not.toContain('Delgado');
  // That it was exported is a line itself, with the next export of that day.
  const later = await exported({ from: '2026-10-29', to: '2026-10-29' });
  expect(later.rows.map((row) => row.Act)).toEqual(['respond', 'audit-export', 'verify']);
});

it('tells accounts apart that read as names, masks names in what was done, and names the first broken link', async () => {
  const id = await escalatedCase(desk, '26-HRC-HD-85-00000108', 'records blank');
  const store = open();
  store.transaction((db) => {
    for (const [at, who] of ['kelly.martinez', 'jane.doe', 'kelly.martinez'].entries())
      db.run(
        sql`INSERT INTO activity (id, at, actor, who, case_id, verb, summary, act_id) VALUES (${`slipped-${at}`}, ${desk.now}, 'You', ${who}, ${id}, 'note', 'Call from Maria Delgado, 303-555-0142', ${`slipped-${at}`})`,
      );
    for (const at of [0, 1, 2])
      db.run(
        sql`INSERT INTO audit_links (seq, kind, activity_id, payload, hash) SELECT max(seq) + 1, 'add', ${`slipped-${at}`}, '- -', 'x' FROM audit_links`,
      );
  });
  store.close();
  const { file, rows, last } = await exported();
  expect(rows.filter((row) => row.Act === 'note').map((row) => row.Account)).toEqual([
    'person 1',
    'person 2',
    'person 1',
  ]);
  expect(file.csv).not.toMatch(/Delgado|303-555|martinez|jane/);
  expect(file.masked.map(({ column }) => column)).toEqual(expect.arrayContaining(['Account', 'What']));
  expect(last.What).toMatch(/^Link \d+ does not hold\./);
});

it('is no file when it was canceled', async () => {
  const rows = Array.from({ length: 250 }, (_, at) => ({
    reference: `26-HRC-HD-85-${10_000_000 + at}`,
    text: 'blank',
  }));
  await desk.call('intake.import', { name: 'export.csv', text: dynamicsCsv(rows) });
  const running = desk.call('audit.export', { ...DAY, job: 'export' });
  await desk.call('jobs.cancel', { job: 'export' });
  expect(await running).toEqual({ file: null });
});

it('refuses a period that ends before it begins', async () => {
  await expect(desk.call('audit.export', { from: '2026-10-28', to: '2026-10-27' })).rejects.toThrow(/ends before/);
});
