// A Slack export with threads, a workflow's form and the support bot's commands.
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { messagesOfDay } from '../../../electron/core/domain/slack-days.ts';
import { readFile } from '../../../electron/core/intake/read-file.ts';
import { readSlack, readSlackMessages } from '../../../electron/core/intake/read-slack.ts';
import { messageOfCells } from '../../../electron/core/intake/slack-rejects.ts';

const at = (n: number) => `179066420${n}.006000`;
const message = (n: number, text: string, more = {}) => ({ type: 'message', user: 'U1', ts: at(n), text, ...more });
const reply = (n: number, text: string) => message(n, text, { thread_ts: at(1) });

const read = readSlack(
  JSON.stringify([
    message(1, 'refill fails for a Veteran', { thread_ts: at(1), channel: 'mhv-tier-3-support' }),
    reply(2, '<@U0BOT> track'),
    reply(3, '<@U0BOT> title Refill button dead'),
    reply(4, '@Support Bot add category Medications'),
    reply(5, '<@U0BOT|bot> add link <https://github.com/example/repo/issues/1|the ticket>'),
    reply(6, 'we see it too'),
    reply(7, '<@U0BOT> resolve'),
    message(8, '', {
      subtype: 'bot_message',
      username: 'Ask Tier 3',
      attachments: [{ text: 'What: labs are missing' }],
    }),
    message(9, 'Tracking this request', { subtype: 'bot_message', username: 'Support Bot' }),
    { type: 'message', subtype: 'channel_join', user: 'U2', ts: '1790664281.000100', text: 'joined' },
    { type: 'message', subtype: 'tombstone', ts: '1790664282.000100', text: 'This message was deleted.' },
    message(0, '', { files: [{ name: 'screen.png' }] }),
  ]),
);

it('reads requests with what their threads say of them', () => {
  if (!read.ok) throw new Error(read.reason);
  expect(read.rejected).toEqual([]);
  expect(read.cases.map(({ reference, text }) => [reference, text])).toEqual([
    [at(1), 'refill fails for a Veteran'],
    [at(8), 'What: labs are missing'],
    [at(0), 'screen.png'],
  ]);
  const [first] = read.cases;
  expect(first).toMatchObject({
    subject: 'Refill button dead',
    area: 'Medications',
    status: 'Resolved',
    resolvedAt: 1790664207006,
  });
  expect(Object.fromEntries(first!.fields.map(({ name, value }) => [name, value]))).toMatchObject({
    channel: 'mhv-tier-3-support',
    links: 'https://github.com/example/repo/issues/1',
    notes: 'we see it too',
  });
});

const cases = (messages: readonly unknown[]) => {
  const outcome = readSlack(JSON.stringify(messages));
  if (!outcome.ok) throw new Error(outcome.reason);
  return { ...outcome, said: outcome.cases.map(({ reference, text }) => [reference, text]) };
};

it('reads the words of a request that a workflow has built of blocks', () => {
  const section = { type: 'section', text: { type: 'mrkdwn', text: '*What:* labs are missing' } };
  const fields = { type: 'section', fields: [{ type: 'mrkdwn', text: 'Where: records' }] };
  const rich = {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'asked by ' },
          { type: 'user', user_id: 'U7' },
        ],
      },
      {
        type: 'rich_text_list',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'since Monday' }] }],
      },
    ],
  };
  const buttons = { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Take it' } }] };
  const { said, rejected } = cases([
    message(1, '', { subtype: 'bot_message', username: 'Ask Tier 3', blocks: [section, fields, rich, buttons] }),
    message(2, "This content can't be displayed.", { attachments: [{ fallback: '[no preview]', blocks: [section] }] }),
  ]);
  expect(rejected).toEqual([]);
  expect(said).toEqual([
    [at(1), '*What:* labs are missing\nWhere: records\nasked by <@U7>\nsince Monday'],
    [at(2), '*What:* labs are missing'],
  ]);
});

it('takes a message as it stands now: its newest words, and nothing that was deleted', () => {
  const change = (n: number, of: number, text: string) =>
    message(n, '', { subtype: 'message_changed', message: message(of, text), previous_message: message(of, 'before') });
  const { said, rejected } = cases([
    message(1, 'refil fails', { channel: 'tier-3' }),
    change(6, 1, 'refill fails on phones'),
    change(5, 1, 'refill fails'),
    message(2, 'posted by mistake'),
    { type: 'message', subtype: 'message_deleted', ts: at(7), deleted_ts: at(2), channel: 'tier-3' },
    change(8, 3, 'labs are missing'),
  ]);
  expect(rejected).toEqual([]);
  expect(said).toEqual([
    [at(1), 'refill fails on phones'],
    [at(3), 'labs are missing'],
  ]);
});

it('counts a reply whose thread begins before the export, with the reason', () => {
  const { said, rejected, notes } = cases([reply(2, 'we see it too'), message(3, 'labs are missing')]);
  expect(said).toEqual([[at(3), 'labs are missing']]);
  expect(rejected).toMatchObject([{ row: 1, column: 'thread_ts', reason: expect.stringContaining('days before') }]);
  expect(notes).toEqual([]);
});

it('says where the first message of a thread was deleted, by a stone in its place or by a message about it', () => {
  const stone = { type: 'message', subtype: 'tombstone', ts: at(1), text: 'This message was deleted.' };
  const { said, rejected, notes } = cases([stone, reply(2, 'we see it too'), message(3, 'labs are missing')]);
  expect(said).toEqual([[at(3), 'labs are missing']]);
  expect(rejected).toEqual([]);
  expect(notes).toEqual(['The first message of a thread was deleted, so its replies are left out.']);
  const about = { type: 'message', subtype: 'message_deleted', ts: at(7), deleted_ts: at(4) };
  const more = cases([stone, reply(2, 'we too'), about, message(5, 'here too', { thread_ts: at(4) })]);
  expect(more.notes).toEqual(['The first messages of 2 threads were deleted, so their replies are left out.']);
  expect(cases([stone, message(3, 'labs are missing')]).notes).toEqual([]);
});

it('keeps a message that cannot be read as it came, by day and row, and reads it once it is mended', () => {
  const days = ['2026-10-01', '2026-10-02'].flatMap((day) =>
    messagesOfDay(
      { channel: 'tier-3', day },
      JSON.stringify([message(3, 'labs are missing'), { ts: at(4), text: 7 }, 9]),
    ),
  );
  const { rejected, lines } = cases(days);
  expect(rejected).toMatchObject([
    { part: 'day 2026-10-01', row: 2, column: 'type' },
    { row: 3, column: 'message' },
    { part: 'day 2026-10-02', row: 2, column: 'type' },
    { row: 6, column: 'message' },
  ]);
  expect(lines[1]?.line).toEqual([{ name: 'message', value: '9' }]);
  const [first] = lines;
  expect(first?.line).toEqual([
    { name: 'ts', value: at(4) },
    { name: 'text', value: '7' },
    { name: 'channel', value: 'tier-3' },
    { name: 'type', value: '' },
  ]);
  const mended = first!.line!.map((cell) => (cell.name === 'type' ? { ...cell, value: 'message' } : cell));
  expect(readSlackMessages([messageOfCells(mended)]).cases).toMatchObject([{ reference: at(4), text: '7' }]);
  const built = message(5, '', { attachments: [{ text: 'Labs missing' }], thread_ts: at(1) });
  const [lost] = cases([built]).lines;
  expect(lost?.column).toBe('thread_ts');
  const alone = lost!.line!.map((cell) => (cell.name === 'thread_ts' ? { ...cell, value: ' ' } : cell));
  expect(readSlackMessages([messageOfCells(alone)]).cases).toMatchObject([{ reference: at(5), text: 'Labs missing' }]);
});

it('reads the other days of a packed export where one is damaged or cut off, and names the file of that one', async () => {
  const day = (n: number, text: string) => strToU8(JSON.stringify([message(n, text)]));
  const whole = day(4, 'labs are missing, señor');
  const packed = zipSync({
    'channels.json': strToU8('[]'),
    'tier-3/2026-10-01.json': day(1, 'refill fails'),
    'tier-3/2026-10-02.json': strToU8('[{"type":"message","ts":"1790664'),
    'tier-3/2026-10-03.json': strToU8('{"ok":false}'),
    // In the middle of a letter.
    'tier-3/2026-10-04.json': whole.slice(0, whole.indexOf(0xc3) + 1),
    'tier-3/2026-10-05.json': day(5, 'the page is blank'),
  });
  const read = await readFile(packed, { timeZone: 'UTC' });
  if (!read.ok) throw new Error(read.reason);
  expect(read.cases.map(({ text }) => text)).toEqual(['refill fails', 'the page is blank']);
  expect(read.rejected.map(({ part, reason }) => [part, reason])).toEqual(
    [2, 3, 4].map((n) => [
      `day 2026-10-0${n}`,
      `tier-3/2026-10-0${n}.json is not readable JSON: it is damaged or cut off. Export this day again.`,
    ]),
  );
  const [first] = read.lines;
  expect(first?.line).toEqual([{ name: first?.column, value: 'tier-3/2026-10-02.json' }]);
  expect(readSlackMessages([messageOfCells(first!.line!)]).rejected).toMatchObject([{ reason: first!.reason }]);
});
