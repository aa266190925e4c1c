// More cases than SQLite takes values in one statement.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../../electron/store/opening/open.ts';
import { dynamicsCsv, KEY, openTestDesk, ROOT } from '../../support/desk.ts';

const MANY = 33_000;

it('are listed whole, as desk cases asks for them, and found by a search that finds all', async () => {
  const desk = await openTestDesk();
  try {
    await desk.call('intake.import', {
      name: 'a.csv',
      text: dynamicsCsv([{ reference: '26-HRC-HD-85-00000001', text: 'records blank' }]),
    });
    const store = openStore({
      file: join(desk.folder, 'desk.db'),
      key: KEY,
      migrations: join(ROOT, 'drizzle', 'migrations'),
    });
    store.db.run(`
      WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ${MANY})
      INSERT INTO cases (id, source, reference, reported_at, received_at, imported_at, raw_text, hints, fields,
        scrubbed_title, scrubbed_text, scrubber_version, status, problem)
      SELECT printf('%08d-0000-7000-8000-000000000000', i), source, 'log-2026-10-28-' || i, reported_at, received_at,
        imported_at, raw_text, hints, fields, scrubbed_title, scrubbed_text, scrubber_version, status, problem
      FROM cases, n`);
    store.close();
    await desk.reopen();
    expect((await desk.call('cases.list', {})).cases).toHaveLength(MANY);
    expect((await desk.call('cases.list', { search: 'records' })).cases).toHaveLength(MANY);
  } finally {
    await desk.close();
  }
});
