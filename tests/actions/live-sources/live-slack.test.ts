// Messages of a channel come in as cases by themselves, as an export of the same channel would bring them, and nothing is posted.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPracticeSlack, type PracticeMessage } from '../../../electron/practice/slack-api.ts';
import { type ServedStandIn, serveStandIn } from '../../../electron/practice/stand-in.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

const TOKEN = `xoxb-${'7'.repeat(12)}-practice`;
const slack = createPracticeSlack(TOKEN);
const ROOM = 'C0TIER3ROOM';
const PERSON = 'Zebulon Quillfeather';
let desk: TestDesk;
let served: ServedStandIn;
beforeAll(async () => {
  desk = await openTestDesk();
  served = await serveStandIn(slack.answer);
  slack.people.set('U0ZEB', PERSON);
  slack.channels.set(ROOM, { name: 'mhv-tier-3-support', isPrivate: false, isMember: true, messages: [] });
});
afterAll(async () => {
  await desk.close();
  await served.close();
});

const room = () => slack.channels.get(ROOM)!.messages;
/** A `ts` so many minutes before now. */
const ago = (minutes: number) => `${Math.floor(desk.now / 1_000) - minutes * 60}.000100`;
function say(minutes: number, text: string, more: Partial<PracticeMessage> = {}): PracticeMessage {
  const message = { ts: ago(minutes), text, user: 'U0ZEB', ...more };
  room().push(message);
  return message;
}
const set = (part: object = {}) =>
  desk.call('liveSources.save', {
    slack: { isOn: true, channels: ROOM, address: `${served.address}/api`, ...part },
    everyMinutes: 15,
  });
const keepToken = (token: string) => desk.call('liveSources.keepToken', { kind: 'slack', token });
const look = async () => (await desk.call('liveSources.look', { kind: 'slack' })).rows;
const status = async () => (await desk.call('liveSources.list', {})).sources.find(({ kind }) => kind === 'slack')!;
const all = async () => (await desk.call('cases.list', {})).cases;
async function caseOf({ ts }: PracticeMessage) {
  const row = (await all()).find(({ reference }) => reference === ts);
  return desk.call('cases.get', { id: row!.id });
}
const fieldOf = (one: { fields: readonly { name: string; value: string }[] }, name: string) =>
  one.fields.find((field) => field.name === name)?.value;

it('is off, and its token goes in, never out, and to no other address', async () => {
  expect(await status()).toMatchObject({ isOn: false, token: 'missing', nextAt: null });
  await set();
  await expect(look()).rejects.toThrow('Give this source its token first.');
  await expect(keepToken('hunter2-hunter2')).rejects.toThrow('begins with xoxb- or xoxp-');
  await keepToken(TOKEN);
  expect(await status()).toMatchObject({ isOn: true, token: 'kept', nextAt: 0 });
  for (const address of ['https://slack.example.com/api', 'https://u:p@slack.com/api', 'slack.com/api'])
    await expect(set({ address }), address).rejects.toThrow('The address is https://slack.com/api');
  expect((await status()).token).toBe('kept');
  await set({ address: 'https://slack.com/api/' });
  await expect(look()).rejects.toThrow('The token was given for another address.');
  expect((await status()).token).toBe('elsewhere');
  await set();
  for (const name of ['desk.db', 'desk.db-wal'])
    expect(readFileSync(join(desk.folder, name)).includes(TOKEN), name).toBe(false);
  const told = [await desk.call('liveSources.get', {}), await status(), await desk.call('activity.stack', {})];
  expect(JSON.stringify(told)).not.toContain(TOKEN);
});

it('takes in threads with what the support bot was told, once', async () => {
  const first = say(90, `Veteran ${PERSON} cannot refill since Monday`, { files: [{ name: 'screen.png' }] });
  const inThread = (minutes: number, text: string, more = {}) => say(minutes, text, { thread_ts: first.ts, ...more });
  inThread(80, '<@U0BOT> track');
  inThread(79, 'Tracking this request', { username: 'Support Bot', subtype: 'bot_message' });
  inThread(78, '<@U0BOT> title Refill button dead');
  inThread(77, 'we see it too', { subtype: 'thread_broadcast' });
  const form = say(60, '', { subtype: 'bot_message', username: 'Ask Tier 3', attachments: [{ text: 'Labs missing' }] });
  say(50, 'joined', { subtype: 'channel_join' });
  expect(await look()).toBe(2);
  const one = await caseOf(first);
  expect(one).toMatchObject({ source: 'slack', status: 'undecided' });
  expect(one.scrubbedText).not.toContain('Quillfeather');
  expect(fieldOf(one, 'subject')).toBe('Refill button dead');
  expect(fieldOf(one, 'channel')).toBe('mhv-tier-3-support');
  expect(fieldOf(one, 'files')).toBe('screen.png');
  expect(fieldOf(one, 'notes')).toBe('we see it too');
  expect(fieldOf(one, 'link')).toBe(`https://example.slack.com/archives/${ROOM}/p${first.ts.replace('.', '')}`);
  expect((await caseOf(form)).rawText).toBe('Labs missing');
  // A slash at the end is the same address.
  await set({ address: `${served.address}/api/` });
  expect(await look()).toBe(0);
  expect((await desk.call('imports.list', {})).imports).toHaveLength(1);
  await set();
  // The same day of an export tells nothing new.
  const day = JSON.stringify(
    room().map((message) => ({
      type: 'message',
      ...message,
      ...(message.user === 'U0ZEB' && { user_profile: { real_name: PERSON } }),
    })),
  );
  const again = await desk.call('intake.import', { name: '2026-10-28.json', text: day });
  expect(again).toMatchObject({ imported: 0, duplicates: 2 });
  expect(again.updated).toBeUndefined();
});

it('follows an edit, a command and a deletion, each as one change', async () => {
  const [first] = room() as [PracticeMessage];
  first.text = `${first.text}, with Edge`;
  first.edited = { user: 'U0ZEB', ts: ago(1) };
  expect(await look()).toBe(1);
  expect(await look()).toBe(0);
  const edits = (await caseOf(first)).activity.filter(({ summary }) => summary.startsWith('Changed'));
  expect(edits.map(({ summary }) => summary)).toEqual(['Changed in Slack: another text']);
  say(0, '<@U0BOT> resolve', { thread_ts: first.ts });
  expect(await look()).toBe(1);
  expect((await caseOf(first)).status).toBe('resolved');
  const slip = say(2, 'please ignore');
  expect(await look()).toBe(1);
  room().splice(room().indexOf(slip), 1);
  expect(await look()).toBe(1);
  expect(await look()).toBe(0);
  const summaries = (await caseOf(slip)).activity.map(({ summary }) => summary);
  expect(summaries).toContainEqual('Changed in Slack: status Open → Deleted');
});

it('brings back what an undone import of it had brought', async () => {
  const late = say(7, 'taken back and here again');
  expect(await look()).toBe(1);
  const [newest] = (await desk.call('imports.list', {})).imports;
  expect(await desk.call('imports.undo', { id: newest!.id })).toMatchObject({ withdrawn: 1 });
  const known = (await all()).length;
  expect(await look()).toBe(1);
  expect(await all()).toHaveLength(known + 1);
  expect((await caseOf(late)).rawText).toBe('taken back and here again');
  expect(await look()).toBe(0);
});

it('takes in what is good beside what is odd, says how much that was, and takes nothing away for it', async () => {
  const known = (await all()).length;
  const [first] = room() as [PracticeMessage];
  const { text } = first;
  const odd = { ts: ago(3), text: 7 } as unknown as PracticeMessage;
  const nothing = { ts: ago(4), text: null, files: [{ name: 'only-a-file.png' }] } as unknown as PracticeMessage;
  const nowhere = { ts: `${ago(5)}9`, text: 'out of place' };
  room().push(odd, nothing, nowhere);
  first.text = ['no text'] as unknown as string;
  const good = say(6, 'a good one among them');
  expect(await look()).toBe(2);
  expect(await all()).toHaveLength(known + 2);
  expect((await caseOf(nothing)).rawText).toBe('only-a-file.png');
  expect((await caseOf(good)).rawText).toBe('a good one among them');
  expect((await caseOf(first)).activity.map(({ summary }) => summary).join()).not.toContain('Deleted');
  const note = '3 messages could not be read and are kept under Import, to be mended.';
  expect(await status()).toMatchObject({ error: null, note });
  const { rejects } = await desk.call('rejects.list', {});
  expect(rejects.map(({ source, column }) => [source, column])).toEqual(Array(3).fill(['slack', expect.any(String)]));
  const seven = rejects.find(({ cells }) => cells.some(({ name, value }) => name === 'text' && value === '7'))!;
  expect(seven.reason).toBe('This is not a message of a Slack export.');
  // Told once, however often it is seen.
  await look();
  expect(await status()).toMatchObject({ error: null, note: null });
  expect((await desk.call('rejects.list', {})).rejects).toHaveLength(3);
  const values = seven.cells.map(({ value }) => value);
  expect(await desk.call('rejects.retry', { id: seven.id, values })).toMatchObject({ came: 'new' });
  expect((await caseOf(odd)).rawText).toBe('7');
  first.text = text;
  for (const one of [odd, nowhere]) room().splice(room().indexOf(one), 1);
  expect(await look()).toBe(0);
  expect((await status()).note).toBeNull();
});

it('goes on by itself where Slack lets it ask once a minute, and loses nothing', async () => {
  slack.mostInPage = 15;
  const known = (await all()).length;
  const added = Array.from({ length: 40 }, (_, n) => say(1_000 + n, `report number ${n} of a slow day`));
  const long = added[39]!;
  for (let n = 0; n < 20; n += 1) say(900 - n, `answer ${n}`, { thread_ts: long.ts });
  let looks = 0;
  do {
    slack.refill(1);
    await look();
    looks += 1;
    const { goesOn, note, nextAt } = await status().then((one) => ({ ...one, goesOn: one.note !== null }));
    if (!goesOn) break;
    expect(note).toMatch(/lets this app ask only so often/);
    expect(nextAt).toBe(desk.now + 60_000);
    desk.now += 60_000;
  } while (looks < 20);
  expect(looks).toBeGreaterThan(3);
  expect(looks).toBeLessThan(20);
  expect(await all()).toHaveLength(known + 40);
  expect(fieldOf(await caseOf(long), 'notes')?.split('\n\n')).toHaveLength(20);
  slack.mostInPage = 999;
  slack.refill();
  expect(await look()).toBe(0);
});

it('tells of a deleted first message of which a stone is left, although it is the oldest there', async () => {
  const [oldest] = room().toSorted((a, b) => (a.ts < b.ts ? -1 : 1)) as [PracticeMessage];
  Object.assign(oldest, { subtype: 'tombstone', text: 'This message was deleted.' });
  expect(await look()).toBe(1);
  expect(await look()).toBe(0);
  const summaries = (await caseOf(oldest)).activity.map(({ summary }) => summary);
  expect(summaries).toContainEqual('Changed in Slack: status Open → Deleted');
});

it('says what is wrong and what to do, in words without anything personal, and takes in the rest', async () => {
  const closed = 'C0CLOSED01';
  slack.channels.set(closed, { name: 'closed', isPrivate: false, isMember: false, messages: [] });
  await set({ channels: `${closed}, https://example.slack.com/archives/${ROOM}` });
  const late = say(0, 'one more thing');
  await expect(look()).rejects.toThrow(`The app is not in the channel ${closed}. Invite it there`);
  expect((await caseOf(late)).rawText).toBe('one more thing');
  expect(await status()).toMatchObject({ rows: 1, error: expect.stringContaining('/invite') });
  await set({ channels: 'support' });
  await expect(look()).rejects.toThrow('Channel 1 is neither a link nor an ID.');
  await set({ channels: 'C0NOWHERE1' });
  await expect(look()).rejects.toThrow('There is no channel C0NOWHERE1');
  await set();
  slack.scopes.splice(0, 1);
  await expect(look()).rejects.toThrow('lacks the scope channels:history');
  slack.scopes.push('channels:history');
  slack.isRevoked = true;
  await expect(look()).rejects.toThrow('The token was revoked.');
  expect((await status()).error).toMatch(/Make a new one/);
  slack.isRevoked = false;
  await served.close();
  await expect(look()).rejects.toThrow('Slack cannot be reached.');
  expect((await desk.call('liveSources.list', {})).sources.map(({ error }) => error).join()).not.toContain(PERSON);
  await desk.call('liveSources.forgetToken', { kind: 'slack' });
  await expect(look()).rejects.toThrow('Give this source its token first.');
});
