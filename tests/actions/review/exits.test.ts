// Every way out of the desk, driven with personal information: nothing leaves, and the kind and place are named, never the
// value. The scrubbed words in the store are spoilt on purpose, as a bug or a hand in the file might.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../electron/actions/app-context.ts';
import { notify } from '../../../electron/actions/egress.ts';
import type { DeskEvent } from '../../../electron/contract/calls.ts';
import { createLog, describeBug } from '../../../electron/host/log.ts';
import { openStore } from '../../../electron/store/opening/open.ts';
import { dynamicsCsv, KEY, openTestDesk, ROOT, type TestDesk } from '../../support/desk.ts';

const SSN = '518-41-0093';
const ICN = '1008714701V416111';
const RECORD = '26-HRC-HD-18-36879449';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
  await desk.call('intake.import', {
    name: 'a.csv',
    text: dynamicsCsv([{ reference: RECORD, text: 'Cannot open the list of prescriptions' }]),
  });
});
afterEach(() => desk.close());

const onlyCase = async () => (await desk.call('cases.list', {})).cases[0]!;
const openFile = () =>
  openStore({ file: join(desk.folder, 'desk.db'), key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });

function spoil(): void {
  const store = openFile();
  store.db.run(`UPDATE cases SET scrubbed_text = 'Cannot open, SSN ${SSN}'`);
  store.close();
}

describe('personal information at an exit', () => {
  it('is masked in a file and on the clipboard, and the lead is told where', async () => {
    spoil();
    const { id } = await onlyCase();
    const { csv, masked } = await desk.call('cases.export', { caseIds: [id] });
    expect(csv).toContain('Cannot open, SSN [SSN]');
    expect(masked).toEqual([{ column: 'Description', cells: 1 }]);
    const copied = await desk.call('cases.copy', { id });
    expect(copied).toEqual({ text: `${RECORD}\nCannot open, SSN [SSN]`, masked: true });
  });

  it('is masked in every cell of a file: record numbers, titles, teams and tags', async () => {
    const numbers = ['26-HRC-HD-18-36879461', '26-HRC-HD-18-36879462', '26-HRC-HD-18-36879460', '79335763'];
    const rows = numbers.map((reference) => ({ reference, text: 'Cannot open the list of prescriptions' }));
    await desk.call('intake.import', { name: 'b.csv', text: dynamicsCsv(rows) });
    const store = openFile();
    store.db.run(`UPDATE cases SET reference = '${SSN}' WHERE reference = '${numbers[0]}'`);
    store.db.run(`UPDATE cases SET reference = 'Marlene Kowalski 555-010-4477' WHERE reference = '${numbers[1]}'`);
    store.db.run(
      `UPDATE cases SET tags = 'marlene.kowalski@example.com', team = 'SSN ${SSN}' WHERE reference = '${RECORD}'`,
    );
    store.close();
    const { cases } = await desk.call('cases.list', {});
    const { csv, masked } = await desk.call('cases.export', { caseIds: cases.map((one) => one.id) });
    expect(csv).not.toMatch(/518-41|0093|Kowalski|555-010/i);
    for (const kept of [RECORD, '26-HRC-HD-18-36879460', '79335763']) expect(csv).toContain(kept);
    expect(masked).toEqual(
      expect.arrayContaining([
        { column: 'Reference', cells: 2 },
        { column: 'Team', cells: 1 },
        { column: 'Tags', cells: 1 },
      ]),
    );
  });

  it('is masked in the sheet of a trend, its title and the name of its file', async () => {
    const rows = ['26-HRC-HD-18-36879462', '26-HRC-HD-18-36879461'].map((reference) => ({
      reference,
      text: 'Cannot open the list of prescriptions',
    }));
    await desk.call('intake.import', { name: 'b.csv', text: dynamicsCsv(rows) });
    const { problem } = await desk.call('cases.get', { id: (await onlyCase()).id });
    const store = openFile();
    store.db.run(`UPDATE cases SET reference = '${SSN}' WHERE reference = '26-HRC-HD-18-36879462'`);
    store.db.run(
      `INSERT INTO problems (id, title, words, created_at) VALUES ('${problem!.id}', 'List of Mrs. Kowalski, SSN ${SSN}', '', 0)
       ON CONFLICT DO UPDATE SET title = excluded.title`,
    );
    store.close();
    const sheet = await desk.call('trends.sheet', { id: problem!.id });
    expect(JSON.stringify(sheet)).not.toMatch(/518-41|0093|kowalski/i);
    expect(sheet.name).toMatch(/^list-of-mrs-name/);
    expect(sheet.csv).toContain(RECORD);
    expect(sheet.cells.flat()).toContain('10/28/2026');
    expect(sheet.masked).toEqual(expect.arrayContaining([{ column: 'Ticket number', cells: 1 }]));
  });

  it('is stopped in the file of the directory', async () => {
    expect((await desk.call('directory.export', {})).json).toContain('PRODUCT-mhv-medical-records');
    const store = openFile();
    store.db.run(
      `UPDATE teams SET entry = json_set(entry, '$.name', 'Team of SSN ${SSN}') WHERE label = 'PRODUCT-mhv-medical-records'`,
    );
    store.close();
    await expect(desk.call('directory.export', {})).rejects.toThrow('Social Security number found in the team');
  });

  it('is stopped at the outbox', async () => {
    const { id } = await onlyCase();
    await desk.call('triage.act', { caseIds: [id], action: 'escalate', team: 'mhv-medications' });
    await desk.call('tickets.queue', { caseIds: [id] });
    const store = openFile();
    store.db.run(`UPDATE outbox SET payload = replace(payload, 'prescriptions', 'prescriptions of SSN ${SSN}')`);
    store.close();
    expect(await desk.call('sync.now', {})).toMatchObject({ sent: 0, attention: 1 });
    const { entries } = await desk.call('outbox.list', {});
    const entry = entries.find(({ kind }) => kind === 'create-issue');
    expect(entry).toMatchObject({
      state: 'blocked',
      reason: expect.stringMatching(/Social Security number in the (title|body)/),
    });
    expect(entry?.reason).not.toContain(SSN);
  });

  it('is stopped at a notification', () => {
    const store = openFile();
    const events: DeskEvent[] = [];
    const ctx = { store, announce: (event: DeskEvent) => events.push(event) } as unknown as AppContext;
    notify(ctx, { title: `Case of SSN ${SSN} is due`, body: `${RECORD}: act within the hour`, caseId: null });
    store.close();
    expect(events).toEqual([
      { event: 'notify', title: 'Tier3 Desk', body: `${RECORD}: act within the hour`, caseId: null },
    ]);
  });

  it('is stopped at the log', () => {
    const file = join(desk.folder, 'desk.log');
    createLog(file, () => 0)(`could not read SSN ${SSN}`);
    const written = readFileSync(file, 'utf8');
    expect(written).toContain('Social Security number');
    expect(written).not.toContain(SSN);
  });
});

describe('clean words', () => {
  it('leave as CSV with what a formula would be shown as text', async () => {
    await desk.call('intake.import', {
      name: 'b.csv',
      text: dynamicsCsv([
        { reference: '26-HRC-HD-18-36879450', text: '=A1 stays blank, says Mr. Smith, SSN 518-41-0093' },
      ]),
    });
    const { cases } = await desk.call('cases.list', { search: '36879450' });
    const { csv, rows } = await desk.call('cases.export', { caseIds: cases.map((one) => one.id) });
    expect(rows).toBe(1);
    expect(csv).toContain(`"'=A1 stays blank, says Mr. [NAME 1], SSN [SSN]"`);
    expect(csv).not.toContain('Smith');
  });

  it('leave to the clipboard and are noted', async () => {
    const { id } = await onlyCase();
    expect(await desk.call('cases.copy', { id })).toEqual({
      text: `${RECORD}\nCannot open the list of prescriptions`,
      masked: false,
    });
    expect((await desk.call('cases.get', { id })).activity[0]).toMatchObject({ summary: 'Copied the scrubbed text' });
  });
});

describe('the log', () => {
  it('says the kind of an error and where it happened, also where a line is withheld', () => {
    const file = join(desk.folder, 'desk.log');
    const error = Object.assign(new Error(`no row for SSN ${SSN}`), { code: 'SQLITE_FULL', name: 'SqliteError' });
    error.stack = `SqliteError: x\n    at SSN ${SSN} (/home/desk/electron/store/cases/cases.ts:41:9)\n    at run (node:vm:1:2)`;
    createLog(file, () => 0)(describeBug('cases.list', error));
    const written = readFileSync(file, 'utf8');
    expect(written).toContain('cases.list: SqliteError SQLITE_FULL');
    expect(written).toContain('(withheld: Social Security number) (store/cases/cases.ts:41:9)');
    expect(written).not.toContain(SSN);
  });
});

describe('an import', () => {
  it('brings a record number in that reads as personal, with the rest of its piece, and tells it to no team', async () => {
    const text = 'medical records list is blank';
    const csv = (numbers: readonly string[]) => dynamicsCsv(numbers.map((reference) => ({ reference, text })));
    await desk.call('intake.import', { name: 'a.csv', text: csv(['26-HRC-HD-18-36879451', '26-HRC-HD-18-36879452']) });
    const first = (await desk.call('cases.find', { reference: '26-HRC-HD-18-36879451' })).cases[0]!;
    const { problem } = await desk.call('cases.get', { id: first.id });
    await desk.call('trends.ticket', { id: problem!.id, team: 'PRODUCT-mhv-medical-records' });
    const later = csv(['26-HRC-HD-18-36879453', ICN, SSN, '26-HRC-HD-18-36879454']);
    const { imported, rejected } = await desk.call('intake.import', { name: 'b.csv', text: later });
    expect(imported).toBe(3);
    expect(rejected.map(({ reason }) => reason)).toEqual([expect.stringContaining('not a record number')]);
    expect((await desk.call('cases.find', { reference: ICN })).cases[0]).toMatchObject({ status: 'undecided' });
    await desk.call('sync.now', {});
    const sent = JSON.stringify(desk.practice.world.issues());
    expect(sent).toContain('36879454');
    expect(sent).not.toMatch(new RegExp(`${SSN}|${ICN}`));
  });
});
