// One case with two references where that is sure; a question where it only looks so; never by a bare name or by who typed.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { joinSame } from '../../../electron/actions/intake/join-same.ts';
import { openStore } from '../../../electron/store/opening/open.ts';
import { dynamicsCsv, KEY, openTestDesk, ROOT, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(() => desk.close());

const bringIn = (rows: Parameters<typeof dynamicsCsv>[0]) =>
  desk.call('intake.import', { name: 'export.csv', text: dynamicsCsv(rows) });
const detail = async (reference: string) => {
  const { cases } = await desk.call('cases.find', { reference });
  return desk.call('cases.get', { id: cases[0]!.id });
};
const numbered = (last: number) => `26-HRC-HD-85-0000000${last}`;
const csv = (header: string, rows: readonly (readonly string[])[]) =>
  [header, ...rows.map((row) => row.map((cell) => `"${cell}"`).join(','))].join('\n');
const salesforce = (rows: readonly { number: string; name: string; email: string; text: string }[]) =>
  desk.call('intake.import', {
    name: 'salesforce.csv',
    text: csv(
      'Case Number,Date/Time Opened,Case Origin,Case Type,Case Category,Contact Name,Contact Phone,Contact Email,Subject,Description,Status',
      rows.map(({ number, name, email, text }) => [
        ...[number, '10/28/2026 9:00 AM', 'Phone', 'Other', '', name, '', email, '', text, 'New'],
      ]),
    ),
  });

describe('a record number that is named', () => {
  beforeEach(async () => {
    await bringIn([{ reference: numbered(1), text: 'records do not download', contact: 'Ann Miller' }]);
    await bringIn([{ reference: numbered(2), text: `see ${numbered(1)}: download of records still fails` }]);
  });

  it('joins the two, counted once, with both numbers in the ticket', async () => {
    expect(await detail(numbered(2))).toMatchObject({ status: 'duplicate', sameAs: { reference: numbered(1) } });
    expect((await detail(numbered(1))).alsoKnownAs.map((one) => one.reference)).toEqual([numbered(2)]);
    const { trends } = await desk.call('trends.list', { all: true });
    expect(trends.find((one) => one.references.includes(numbered(1)))).toMatchObject({ size: 1 });
    const { body } = await desk.call('tickets.draft', { id: (await detail(numbered(1))).id });
    for (const last of [1, 2]) expect(body).toContain(`- ${numbered(last)}`);
  });

  it('cannot be decided apart, and is a case of its own again by undo', async () => {
    const again = await detail(numbered(2));
    await expect(desk.call('triage.act', { caseIds: [again.id], action: 'respond' })).rejects.toThrow(
      'another case over again',
    );
    await desk.call('activity.undo', { id: again.activity.find((entry) => entry.canUndo)!.actId });
    const apart = await detail(numbered(2));
    expect(apart).toMatchObject({ status: 'undecided', sameAs: null });
    expect(apart.countdown).not.toBeNull();
  });
});

describe('the same person', () => {
  const email = 'ann.miller@example.com';

  it('known by an e-mail address joins where the words are the same, and is asked about where they differ', async () => {
    await salesforce([
      { number: '79335763', name: 'Ann Miller', email, text: 'records do not download from the blue button page' },
      { number: '79335764', name: 'A. Miller', email, text: 'Blue Button page: her records still do not download' },
      { number: '79335765', name: 'Ann Miller', email, text: 'download of records gives an empty file since Monday' },
    ]);
    expect(await detail('79335764')).toMatchObject({ status: 'duplicate', sameAs: { reference: '79335763' } });
    expect(await detail('79335765')).toMatchObject({ status: 'undecided', maybeSame: { reference: '79335763' } });
  });

  it('by a bare name is never more than a question', async () => {
    await bringIn(
      [1, 2, 3].map((n) => ({ reference: numbered(n), text: 'records do not download', contact: 'J Smith' })),
    );
    expect(await detail(numbered(2))).toMatchObject({ status: 'undecided', maybeSame: { reference: numbered(1) } });
    const { trends } = await desk.call('trends.list', { all: true });
    expect(trends.find((one) => one.references.includes(numbered(1)))).toMatchObject({ size: 3 });
  });

  it('is not the member of staff who typed: five reports by one caller stay five, and are a trend', async () => {
    await desk.call('intake.import', {
      name: 'servicenow.csv',
      text: csv(
        'number,opened_at,caller_id,priority,state,assignment_group,short_description,description',
        [1, 2, 3, 4, 5].map((n) => [
          ...[`INC3248981${n}`, '2026-10-28 09:00:00', 'Belinda Khalid', '3 - Medium', 'New', 'MHV Support'],
          ...['', `Veteran ${n} of today: records do not download`],
        ]),
      ),
    });
    for (const n of [1, 2, 3, 4, 5])
      expect(await detail(`INC3248981${n}`)).toMatchObject({ status: 'undecided', sameAs: null, maybeSame: null });
    const { trends } = await desk.call('trends.list', {});
    expect(trends.map(({ size }) => size)).toEqual([5]);
  });
});

describe('the question', () => {
  beforeEach(() => bringIn([1, 2].map((n) => ({ reference: numbered(n), text: 'refill fails', contact: 'J Smith' }))));

  it('answered yes makes it one case; undo asks again', async () => {
    const { id } = await detail(numbered(2));
    const { actId } = await desk.call('cases.answerSame', { id, isSame: true });
    expect(await detail(numbered(2))).toMatchObject({ status: 'duplicate', maybeSame: null });
    await desk.call('activity.undo', { id: actId });
    expect(await detail(numbered(2))).toMatchObject({ status: 'undecided', maybeSame: { reference: numbered(1) } });
  });

  it('answered no is gone; undo asks again, and nothing is asked twice', async () => {
    const { id } = await detail(numbered(2));
    const { actId } = await desk.call('cases.answerSame', { id, isSame: false });
    expect(await detail(numbered(2))).toMatchObject({ status: 'undecided', maybeSame: null });
    await expect(desk.call('cases.answerSame', { id, isSame: true })).rejects.toThrow('nothing is asked of it');
    await desk.call('activity.undo', { id: actId });
    expect((await detail(numbered(2))).maybeSame).not.toBeNull();
  });
});

describe('rows of a sheet', () => {
  const sheet = (rows: readonly (readonly string[])[]) =>
    desk.call('intake.import', { name: 'sheet.csv', text: csv('Timestamp,Requester,Team,Topic,Request', rows) });
  const september = [
    ['9/29/2026 4:21 AM', 'Will Ruth', 'VFS Forms', 'Messages', 'Secure messages are missing'],
    ['9/30/2026 12:54 AM', 'Marcos Begaye', 'VFS Forms', 'Messages', 'Cannot reply to a message'],
  ];
  const october = [
    ['10/1/2026 7:42 PM', 'Agustin Torphy', 'Platform', 'Sign in', 'The page to sign in is blank'],
    ['10/2/2026 9:10 AM', 'Will Ruth', 'Platform', 'Refills', 'The refill button does nothing'],
    ['10/2/2026 9:40 AM', 'Will Ruth', 'Platform', 'Travel', 'The travel claim shows an error'],
  ];

  it('of two months come in whole, and again bring nothing, wherever they stand', async () => {
    expect(await sheet(september)).toMatchObject({ imported: 2, duplicates: 0 });
    expect(await sheet(october)).toMatchObject({ imported: 3, duplicates: 0 });
    expect(await sheet([october[2]!, ...september, october[0]!])).toMatchObject({ imported: 0, duplicates: 4 });
  });

  it('of two people are two, whatever else is the same, and two of nobody are one', async () => {
    const [at, ...said] = ['10/1/2026 7:42 PM', 'Platform', 'Sign in', 'The page to sign in is blank'];
    const of = (name: string) => [at, name, ...said];
    expect(await sheet([of('Ann Miller'), of('Ben Miller')])).toMatchObject({ imported: 2, duplicates: 0 });
    expect(await sheet([of(''), of('')])).toMatchObject({ imported: 1, duplicates: 1 });
  });

  it('get a number of the desk, which stands in the ticket instead of a row', async () => {
    await sheet(september);
    const { cases } = await desk.call('cases.list', {});
    expect(cases.map((one) => one.reference).sort()).toEqual(['T3-1', 'T3-2']);
    const { body } = await desk.call('tickets.draft', { id: cases[0]!.id });
    expect(body).toContain(`- ${cases[0]!.reference}`);
    expect(body).not.toMatch(/row \d/);
  });
});

describe('a desk of an older version', () => {
  it('sets apart what it had joined by a name alone, tells the lead, and looks only once', async () => {
    await bringIn([1, 2].map((n) => ({ reference: numbered(n), text: 'refill fails', contact: 'J Smith' })));
    const [first, second] = [await detail(numbered(1)), await detail(numbered(2))];
    // As the version before wrote it.
    await desk.reopen(() => {
      const file = join(desk.folder, 'desk.db');
      const store = openStore({ file, key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });
      joinSame(store.db, second.id, { id: first.id, because: 'the same person' }, { at: desk.now, actor: 'Desk' });
      store.close();
    });
    expect((await detail(numbered(2))).status).toBe('duplicate');
    desk.start();
    const apart = await detail(numbered(2));
    expect(apart).toMatchObject({ status: 'undecided', sameAs: null, maybeSame: { reference: numbered(1) } });
    expect(apart.activity.map((entry) => entry.summary)).toContain(
      'A separate case again: only a name or a member of staff was the same',
    );
    const told = () =>
      desk.events.filter((event) => event.event === 'notify' && event.title === '1 case is of its own again');
    expect(told()).toHaveLength(1);
    await desk.reopen();
    desk.start();
    expect(told()).toHaveLength(1);
  });
});
