// Tables of help desks as live sources: read over HTTP from strict stand-ins, page by page, from where the last look ended. What came by
// file before is the same case.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedStandIn, serveStandIn } from '../../../electron/practice/stand-in.ts';
import { createPracticeTable, type PracticeRecord } from '../../../electron/practice/tables/table-world.ts';
import { openTestDesk, sample, type TestDesk, WEDNESDAY } from '../../support/desk.ts';
import { HELP_DESKS, type Part, recordsOf, rowsOf } from '../../support/help-desks.ts';

const HOUR = 3_600_000;

describe.each(HELP_DESKS)('$kind', (known) => {
  const { kind, part } = known;
  const table = createPracticeTable();
  table.records.push(...recordsOf(known));
  let desk: TestDesk;
  let served: ServedStandIn;
  const off = { isOn: false, address: '', filter: '', columns: '' };
  async function set(more: Part): Promise<void> {
    const live = await desk.call('liveSources.get', {});
    const { address } = served;
    await desk.call('liveSources.save', {
      ...live,
      [kind]: { ...off, table: 'incident', isOn: true, address, ...part, ...more },
    });
  }
  const look = async () => (await desk.call('liveSources.look', { kind })).rows;
  const status = async () => (await desk.call('liveSources.list', {})).sources.find((one) => one.kind === kind)!;
  const cases = async () => (await desk.call('cases.list', {})).cases;
  const first = () => table.records[0]!;
  /** Changes a record there a little later than anything else. */
  function change(record: PracticeRecord, values: PracticeRecord['values'], at = ++later * 60_000): void {
    record.changedAt = WEDNESDAY - HOUR + at;
    record.values = { ...record.values, ...values };
  }
  let later = 0;
  /** A record like the first, with another number and other words. */
  function another(number: string, words: string) {
    const [model] = rowsOf(kind);
    const reference = model!.reference!.replace(/\d{4}$/, number);
    const told = model!.fields.map(
      ({ name, value }) => [name, value === model!.reference ? reference : value] as const,
    );
    return { reference, values: { ...known.values(model!, new Map(told)), [known.text]: words } };
  }

  beforeAll(async () => {
    desk = await openTestDesk();
    served = await serveStandIn(known.standIn(table));
  });
  afterAll(() => Promise.all([desk.close(), served.close()]));

  it('is off at first, needs a token of its own and never shows it again', async () => {
    expect(await status()).toMatchObject({ isOn: false, nextAt: null, token: 'missing' });
    await set({});
    await expect(look()).rejects.toThrow('token');
    await expect(desk.call('liveSources.keepToken', { kind, token: 'two words' })).rejects.toThrow('one line');
    await desk.call('liveSources.keepToken', { kind, token: `Bearer ${table.token}` });
    expect(await status()).toMatchObject({ isOn: true, token: 'kept' });
    const shown = await Promise.all([desk.call('liveSources.get', {}), desk.call('liveSources.list', {})]);
    expect(JSON.stringify(shown)).not.toContain(table.token);
    expect(table.heard).toEqual([]);
  });

  it('knows what came by file, page by page, and a second look brings nothing', async () => {
    await desk.call('intake.import', { name: 'export.csv', text: sample(`${kind}.csv`), source: kind });
    const before = await cases();
    expect(await look()).toBe(0);
    expect(await cases()).toEqual(before);
    expect(table.heard.length).toBeGreaterThanOrEqual(3);
    expect(new Set(table.heard.map((line) => line.split(' ')[0]))).toEqual(new Set(['GET']));
    const imports = (await desk.call('imports.list', {})).imports.length;
    expect(await look()).toBe(0);
    expect((await desk.call('imports.list', {})).imports).toHaveLength(imports);
  });

  it('takes in what is new, as the file would have said it', async () => {
    const [model] = rowsOf(kind);
    const words = 'The refill button of Zebulon Quillfeather does nothing since Monday.';
    const { reference, values } = another('0042', words);
    table.records.push({ id: '77a2f', changedAt: WEDNESDAY - 2 * HOUR, values });
    expect(await look()).toBe(1);
    const { cases: found } = await desk.call('cases.find', { reference });
    const one = await desk.call('cases.get', { id: found[0]!.id });
    expect(one).toMatchObject({ source: kind, reportedAt: model!.reportedAt });
    expect(one.rawText).toContain(words);
    expect(one.scrubbedText).not.toContain('Quillfeather');
    expect(one.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(model!.fields.map(({ name }) => name)));
    expect(one.activity.some(({ summary }) => summary.startsWith('Read from 127.0.0.1'))).toBe(true);
  });

  it('brings back what an undone import of it had brought', async () => {
    const [newest] = (await desk.call('imports.list', {})).imports;
    expect(await desk.call('imports.undo', { id: newest!.id })).toMatchObject({ withdrawn: 1 });
    const known = (await cases()).length;
    expect(await look()).toBe(1);
    expect(await cases()).toHaveLength(known + 1);
    expect(await look()).toBe(0);
  });

  it('keeps a record that cannot be a case among the rejected rows', async () => {
    const empty = Object.fromEntries(
      [known.text, known.text === 'Description' ? 'Subject' : 'short_description'].map((name) => [name, '']),
    );
    for (const id of ['88a2f', '99a2f']) {
      const values = { ...first().values, ...empty };
      table.records.push({ id, changedAt: WEDNESDAY - 2 * HOUR + table.records.length * 1_000, values });
      expect(await look()).toBe(0);
    }
    const { rejects } = await desk.call('rejects.list', {});
    expect(rejects).toHaveLength(2);
    expect(rejects[0]).toMatchObject({ source: kind, reason: 'There is no description.' });
    await desk.call('rejects.drop', { ids: rejects.map(({ id }) => id) });
    table.records.splice(-2);
  });

  it('takes one changed record as one change, also within the second that was read', async () => {
    const all = await cases();
    change(first(), { [known.state]: 'In Progress' });
    expect(await look()).toBe(1);
    change(first(), { [known.state]: 'Resolved' }, first().changedAt - WEDNESDAY + HOUR);
    expect(await look()).toBe(1);
    const reference = rowsOf(kind)[0]!.reference!;
    const { cases: found } = await desk.call('cases.find', { reference });
    expect(found[0]?.status).toBe('resolved');
    expect(await cases()).toHaveLength(all.length);
    expect(await look()).toBe(0);
  });

  it('goes on behind its cursor after a restart, and finds what was written late', async () => {
    const second = table.records[1]!;
    change(second, { [known.state]: 'On Hold' }, ++later * 60_000);
    await desk.reopen();
    const heard = table.heard.length;
    // Bears a time before the newest change that was read.
    const late = table.records[2]!;
    change(late, { [known.state]: 'On Hold' }, later * 60_000 - 30_000);
    expect(await look()).toBe(2);
    // Not from the start, two hours before.
    expect(decodeURIComponent(table.heard[heard] ?? '')).toMatch(/2026-10-28[T+]12:5/);
  });

  it('leaves nothing behind the page where it was told to wait, and waits', async () => {
    const left = table.records.slice(0, 4);
    for (const one of left) change(one, { [known.state]: 'Active' });
    table.waitSeconds = 1_800;
    table.answersLeft = 1;
    const came = await look();
    expect(came).toBeLessThan(4);
    const wait = kind === 'salesforce' ? 15 : 30;
    expect(await status()).toMatchObject({
      nextAt: desk.now + wait * 60_000,
      error: null,
      note: expect.stringContaining('asks to wait'),
    });
    const heard = table.heard.length;
    // Neither a look by hand nor a new token asks before.
    await desk.call('liveSources.keepToken', { kind, token: table.token! });
    const waitsUntil = desk.now + wait * 60_000;
    expect(await desk.call('liveSources.look', { kind })).toEqual({ rows: 0, waitsUntil });
    expect(table.heard).toHaveLength(heard);
    table.waitSeconds = null;
    desk.now += wait * 60_000;
    expect(came + (await look())).toBe(4);
    expect(await status()).toMatchObject({ nextAt: desk.now + 15 * 60_000, note: null });
  });

  it('takes no token to another host, by a link or by a redirect', async () => {
    const heard: string[] = [];
    const other = createServer((request, response) => {
      heard.push(String(request.headers.authorization));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    for (const one of table.records.slice(0, 3)) change(one, { [known.state]: 'New' });
    table.nextHost = elsewhere;
    // ServiceNow's link is not followed at all: it only says that there is more.
    if (kind === 'servicenow') expect(await look()).toBe(3);
    else {
      await expect(look()).rejects.toThrow('points to another host');
      expect((await status()).rows).toBeLessThan(3);
    }
    table.nextHost = null;
    table.movedTo = `${served.address}/elsewhere/`;
    await expect(look()).rejects.toThrow('which it does not follow');
    table.movedTo = elsewhere;
    await expect(look()).rejects.toThrow('which it does not follow');
    table.movedTo = null;
    await look();
    expect(heard).toEqual([]);
    other.close();
    await set({ address: elsewhere });
    await expect(look()).rejects.toThrow('another address');
    for (const address of ['http://help.example.com/case/1', 'help.example.com', 'https://u:p@help.example.com', ''])
      await expect(set({ address }), address).rejects.toThrow(/Write the address of \w+ as https:/);
    await expect(set({ address: 'https://help.example.com/a b' })).rejects.toThrow('without spaces');
    // It can be switched off whatever it says.
    await set({ address: '', isOn: false });
  });

  it('says what is wrong and what to do, and goes on where it was once it is right', async () => {
    const { token } = table;
    await set({ columns: 'Nothing = x' });
    await expect(look()).rejects.toThrow(/Columns: "Nothing" is none of .*,/);
    await set({ columns: `${kind === 'servicenow' ? 'description' : 'Description'} = x'); drop` });
    await expect(look()).rejects.toThrow('name_of_the_column');
    if (kind !== 'servicenow') {
      await set({ columns: 'Description = not_there' });
      await expect(look()).rejects.toThrow('no column not_there');
      await set({ filter: 'nonsense' });
      await expect(look()).rejects.toThrow('does not understand the question');
    } else {
      await set({ filter: 'active=true^ORDERBYnumber' });
      await expect(look()).rejects.toThrow('Leave ORDERBY');
      await set({ table: 'not_there' });
      await expect(look()).rejects.toThrow('Check the filter and the columns');
    }
    await set({ filter: known.filter });
    expect(await look()).toBe(0);
    table.token = null;
    change(first(), { [known.state]: 'On Hold' });
    await expect(look()).rejects.toThrow('it has expired or was revoked');
    expect(await status()).toMatchObject({ error: expect.stringContaining('Enter a new one'), rows: 0 });
    table.token = token;
    expect(await look()).toBe(1);
    if (kind !== 'servicenow') return;
    // Records that the token may not see count for a page and are not in it.
    for (const { id } of table.records.slice(0, 4)) table.hidden.add(id);
    for (const one of table.records) change(one, { [known.state]: 'Pending' }, 50 * 60_000);
    expect(await look()).toBe(2);
  });

  if (kind !== 'servicenow') return;
  it('takes in what is good beside a record that does not say which it is', async () => {
    const { values, reference } = another('0077', 'The list of labs stays empty.');
    const changedAt = WEDNESDAY - 90_000;
    table.records.push({ id: 'a0077', changedAt, values }, { id: '', changedAt: changedAt + 1_000, values });
    expect(await look()).toBe(1);
    expect((await desk.call('cases.find', { reference })).cases).toHaveLength(1);
    const note = 'One record could not be read and is kept under Import, to be mended.';
    expect(await status()).toMatchObject({ error: null, note });
    const kept = async () =>
      (await desk.call('rejects.list', {})).rejects.filter(({ column }) => column === 'the whole record');
    const [odd] = await kept();
    expect(odd).toMatchObject({ source: 'servicenow', reason: expect.stringContaining('does not say which it is') });
    expect(odd?.cells.map(({ value }) => value)).toContain(reference);
    // The same one again is kept once.
    table.records.push({ ...table.records.pop()!, values });
    expect(await look()).toBe(0);
    expect(await kept()).toHaveLength(1);
    table.records.pop();
  });

  it('reads on where more waits than a look takes, all of one second', async () => {
    for (let at = 0; at < 45; at += 1) {
      const { values } = another(String(5_000 + at), 'The labs page stays empty.');
      table.records.push({ id: `b${at + 10}`, changedAt: WEDNESDAY - 60_000, values });
    }
    const came = await look();
    expect(came).toBeGreaterThan(30);
    expect(await status()).toMatchObject({ nextAt: desk.now, note: expect.stringContaining('More waits') });
    expect(came + (await look())).toBe(45);
    expect(await look()).toBe(0);
    expect((await cases()).filter(({ reference }) => /50\d\d$|504\d$/.test(reference))).toHaveLength(45);
  });
});
