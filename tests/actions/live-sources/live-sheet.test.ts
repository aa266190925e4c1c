// Rows of a Google Sheet come in as cases by themselves; where it is switched on, their status and ticket go back, by the outbox.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPracticeSheets, type PracticeSheets } from '../../../electron/practice/google-sheets.ts';
import { type ServedStandIn, serveStandIn } from '../../../electron/practice/stand-in.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

const PERSON = 'Zebulon Quillfeather';
const HEADER = ['Timestamp', 'Requester', 'Team', 'Topic', 'Request', 'Status', 'Ticket'];
const row = (minute: number, request: string, status = '') => [
  `10/28/2026 9:${minute}:00`,
  'Ana Requester',
  'Platform',
  'Medications',
  request,
  status,
];
let desk: TestDesk;
let google: PracticeSheets;
let served: ServedStandIn;
let link = '';
beforeAll(async () => {
  desk = await openTestDesk();
  google = createPracticeSheets(() => desk.now);
  google.sheets.set('Start', { gid: 0, rows: [['Nothing here']] });
  google.sheets.set("Ana's requests", {
    gid: 77,
    rows: [
      [...HEADER],
      row(10, `Refill fails for ${PERSON}`),
      row(11, 'Labs page is blank', 'asked Bo'),
      row(12, 'Old one'),
    ],
  });
  served = await serveStandIn(google.answer);
  link = `${served.address}/spreadsheets/d/${google.spreadsheet}/edit?gid=77#gid=77`;
});
afterAll(async () => {
  await desk.close();
  await served.close();
});

const rows = () => google.sheets.get("Ana's requests")!.rows;
const set = (part: object = {}) =>
  desk.call('liveSources.save', { sheet: { isOn: true, link, ...part }, everyMinutes: 15 });
const keepToken = (token: string) => desk.call('liveSources.keepToken', { kind: 'sheet', token });
const look = async () => (await desk.call('liveSources.look', { kind: 'sheet' })).rows;
const status = async () => (await desk.call('liveSources.list', {})).sources.find(({ kind }) => kind === 'sheet')!;
const all = async () => (await desk.call('cases.list', {})).cases;
const entries = async () => (await desk.call('outbox.list', {})).entries.filter(({ kind }) => kind === 'set-cells');
async function send() {
  desk.now += 3_600_000;
  await desk.call('sync.now', {});
}

it('is not switched on with a link that is none of a sheet', async () => {
  for (const wrong of ['', 'https://sheets.example.com/spreadsheets/d/1practice-Sheet/edit', 'docs.google.com'])
    await expect(set({ link: wrong }), wrong).rejects.toThrow('Paste the link of the sheet');
  expect(await status()).toMatchObject({ isOn: false });
});

it('takes in rows as a saved file would bring them, once, with a key that stays in the store', async () => {
  await set();
  await expect(keepToken('{"type":"service_account"}')).rejects.toThrow('This is no key of a service account.');
  const key = google.keyFile(`${served.address}/token`);
  await keepToken(key);
  expect(await status()).toMatchObject({ token: 'kept', error: null });
  expect(await look()).toBe(3);
  const one = await desk.call('cases.get', { id: (await all()).find(({ title }) => title.includes('Refill'))!.id });
  expect(one).toMatchObject({ source: 'sheet', reportedAt: Date.parse('2026-10-28T13:10:00Z') });
  expect(one.scrubbedText).not.toContain('Quillfeather');
  expect(one.activity.at(-1)?.summary).toMatch(/^Read from row 2 of a Google Sheet/);
  expect(await look()).toBe(0);
  expect((await desk.call('imports.list', {})).imports).toHaveLength(1);
  const csv = rows()
    .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
    .join('\n');
  expect(await desk.call('intake.import', { name: 'sheet.csv', text: csv })).toMatchObject({
    imported: 0,
    duplicates: 3,
  });
  rows().push(row(13, 'Travel pay claim is stuck'));
  expect(await look()).toBe(1);
  const secret = (JSON.parse(key) as { private_key: string }).private_key.slice(60, 100);
  for (const name of ['desk.db', 'desk.db-wal'])
    expect(readFileSync(join(desk.folder, name)).includes(secret), name).toBe(false);
  expect(await entries()).toHaveLength(0);
});

it('writes status and ticket back by the outbox, once, and never over what somebody wrote', async () => {
  await set({ writesBack: true });
  const refill = (await all()).find(({ title }) => title.includes('Refill'))!;
  const team = 'PRODUCT-mhv-medical-records';
  await desk.call('triage.act', { caseIds: [refill.id], action: 'escalate', team });
  await desk.call('tickets.queue', { caseIds: [refill.id] });
  await send();
  expect(await look()).toBe(0);
  const [entry, ...more] = await entries();
  expect(more).toEqual([]);
  expect(entry).toMatchObject({ destination: 'Google Sheet', state: 'queued' });
  await send();
  expect((await entries())[0]).toMatchObject({ state: 'sent', reason: null });
  const url = (await desk.call('outbox.list', {})).entries.find(({ kind }) => kind === 'create-issue')?.url;
  expect(google.written.toSorted()).toEqual(['F2=With the team', 'F4=Undecided', 'F5=Undecided', `G2=${url}`]);
  // What the desk wrote is no news of the row, and is not written again.
  expect(await look()).toBe(0);
  await send();
  expect(await entries()).toHaveLength(1);
  expect(rows()[2]?.[5]).toBe('asked Bo');
});

it('leaves a row alone that is another by now, and writes it where it went', async () => {
  const old = (await all()).find(({ title }) => title.includes('Old one'))!;
  await desk.call('triage.act', { caseIds: [old.id], action: 'out-of-scope' });
  expect(await look()).toBe(0);
  const before = google.written.length;
  rows().splice(1, 0, row(14, 'A row that came in above'));
  await send();
  expect(google.written).toHaveLength(before);
  expect((await entries()).find(({ reason }) => reason !== null)?.reason).toBe(
    'One row has changed there and waits for the next look.',
  );
  expect(await look()).toBe(1);
  google.losesAnswers = 1;
  await send();
  expect((await entries())[0]).toMatchObject({ state: 'queued', reason: expect.stringContaining('in trouble') });
  await send();
  expect((await entries())[0]).toMatchObject({ state: 'sent', reason: null });
  // The answer was lost, the value was there: it is not written a second time.
  expect(google.written.slice(before)).toEqual(['F5=Out of scope']);
});

it('reads times in a time zone of its own, and refuses one that nobody knows', async () => {
  rows().push(row(15, 'Prescription list is empty'));
  google.timeZone = 'Mars/Olympus';
  await expect(look()).rejects.toThrow('The time zone of the sheet is not known here.');
  google.timeZone = 'GMT-07:00';
  expect(await look()).toBe(1);
  const one = (await all()).find(({ title }) => title.includes('Prescription'))!;
  expect((await desk.call('cases.get', { id: one.id })).reportedAt).toBe(Date.parse('2026-10-28T16:15:00Z'));
  google.timeZone = 'America/New_York';
});

it('says what is wrong and what to do', async () => {
  google.left = 1;
  await look();
  expect(await status()).toMatchObject({
    note: 'Google asks to wait before it is asked again.',
    nextAt: desk.now + 30_000,
  });
  google.left = Number.POSITIVE_INFINITY;
  for (const [column, name] of [
    [5, 'Status'],
    [6, 'Ticket'],
  ] as const) {
    rows()[0]![column] = 'Case';
    await expect(look()).rejects.toThrow('the sheet needs two columns, Status and Ticket');
    rows()[0]![column] = name;
  }
  google.shared = 'nobody';
  await expect(look()).rejects.toThrow('Share the sheet with the service account');
  google.shared = 'reader';
  google.isKeyDeleted = true;
  await expect(look()).rejects.toThrow('Make a new key for the service account');
  expect((await status()).error).not.toContain(PERSON);
  google.isKeyDeleted = false;
  await set({ link: 'https://docs.google.com/spreadsheets/d/1another-Sheet_of-Requests/edit' });
  await expect(look()).rejects.toThrow('The token was given for another address.');
  await expect(keepToken(google.keyFile(`${served.address}/token`))).rejects.toThrow('Practice');
  await set();
  await served.close();
  await expect(look()).rejects.toThrow('Google cannot be reached.');
});
