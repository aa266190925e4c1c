// A Slack folder comes in, and the desk says which problems there are and whose they are: JSON as scripts read it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runDesk } from '../support/process.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tier3-cli-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const run = (args: readonly string[]) => runDesk([...args, '--home', home, '--json']);
const json = async (args: readonly string[]) => {
  const { code, stdout, stderr } = await run(args);
  if (code !== 0) throw new Error(`${code}: ${stderr}`);
  return JSON.parse(stdout);
};

function slackFolder(days: Readonly<Record<string, unknown>>): string {
  const folder = join(home, 'slack');
  mkdirSync(join(folder, 'mhv-tier-3-support'), { recursive: true });
  for (const [day, messages] of Object.entries(days))
    writeFileSync(join(folder, 'mhv-tier-3-support', `${day}.json`), JSON.stringify(messages));
  return folder;
}
const message = (at: number, text: string, more = {}) => ({
  type: 'message',
  user: 'U1',
  ts: `17906642${at}.006000`,
  text,
  ...more,
});

it('finds the trend at the fifth case, and the team for each', async () => {
  const texts = ['refill fails', 'cannot refill', 'refill button dead', 'the refill errors out', 'refills never move'];
  const folder = slackFolder({
    '2026-09-29': texts.slice(0, 4).map((text, at) => message(70 + at, text)),
    '2026-09-30': [
      message(80, 'same here', { thread_ts: '1790664270.006000' }),
      { type: 'message', subtype: 'channel_join', user: 'U2', ts: '1790664281.000100', text: 'joined' },
      message(82, 'cannot reschedule my appointment'),
    ],
  });
  expect(await json(['import', folder, '--practice'])).toEqual({
    importId: expect.any(Number),
    imported: 5,
    duplicates: 0,
    rejected: [],
    rejectedCount: 0,
  });
  expect(await json(['trends'])).toEqual([]);
  expect(await json(['trends', '--all'])).toMatchObject([{ size: 4 }, { size: 1 }]);
  slackFolder({ '2026-10-01': [message(90, texts[4] ?? '')] });
  expect(await json(['import', folder])).toMatchObject({ imported: 1, duplicates: 5, rejectedCount: 0 });
  expect((await json(['cases']))[0]).toMatchObject({ tags: [], priority: null });
  const [trend] = await json(['trends']);
  expect(trend).toMatchObject({ size: 5, team: 'mhv-medications' });
  expect(trend.references).toContain('1790664290.006000');
  const routes = await json(['route']);
  expect(routes.filter((one: { outOfScope: boolean }) => one.outOfScope)).toMatchObject([
    { reference: '1790664282.006000', team: null },
  ]);
  expect(Object.keys(routes[0])).toEqual(['reference', 'team', 'confidence', 'outOfScope']);
});

it('says what a folder lacks, and which message is none', async () => {
  mkdirSync(join(home, 'empty'));
  expect(await run(['import', join(home, 'empty'), '--practice'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('not an unpacked Slack export'),
  });
  const folder = slackFolder({
    '2026-09-29': [message(70, 'refill fails'), { type: 'message', ts: 'yesterday', text: 'x' }],
  });
  mkdirSync(join(folder, 'random'));
  writeFileSync(join(folder, 'random', '2026-09-29.json'), JSON.stringify([message(71, 'lunch, anybody?')]));
  const chosen = ['import', folder, '--practice', '--channel'];
  expect(await json([...chosen, '#mhv-tier-3-support'])).toMatchObject({
    imported: 1,
    rejected: [{ part: 'day 2026-09-29', row: 2, column: 'ts' }],
  });
  const zip = join(home, 'export.zip');
  writeFileSync(
    zip,
    zipSync({
      'channels.json': strToU8('[]'),
      'random/2026-09-29.json': strToU8(JSON.stringify([message(71, 'lunch, anybody?')])),
      'mhv-tier-3-support/2026-09-30.json': strToU8(JSON.stringify([message(72, 'labs are missing')])),
    }),
  );
  const packed = ['import', zip, join(folder, 'random', '2026-09-29.json'), '--channel', '#mhv-tier-3-support'];
  expect(await run(packed)).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/"imported": ?1\b/),
    stderr: expect.stringContaining('Channels are chosen of a Slack export'),
  });
  expect(await run([...chosen, 'general'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no channel general'),
  });
});

it('takes several files, patterns and standard input; one that is refused holds up none of the others', async () => {
  const csv = (n: number) =>
    `Record #;Entered Queue;Description\r\n26-HRC-HD-00-0000000${n};9/28/2026 12:43 PM;the page is blank\r\n`;
  writeFileSync(join(home, 'a1.csv'), `\uFEFF${csv(1)}`, 'utf16le');
  writeFileSync(join(home, 'a2.csv'), csv(2));
  writeFileSync(join(home, 'b.csv'), Buffer.from('89504e470d0a1a0a', 'hex'));
  const { code, stdout, stderr } = await run(['import', join(home, 'a*.csv'), join(home, 'b.csv'), '--practice']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('b.csv: This is a picture (PNG)') });
  expect(JSON.parse(stdout)).toMatchObject({ imported: 2, files: [{ imported: 1 }, { imported: 1 }] });
  const dates = ['13/04/2026', '04/31/2026'].map((at, n) => `26-HRC-HD-00-0000000${n};${at};blank`);
  const odd = await runDesk(['import', '-', '--home', home], {
    stdin: ['Record #;Entered Queue;Description', ...dates].join('\n'),
  });
  expect(odd).toMatchObject({ code: 1, stderr: expect.stringMatching(/row 2 .* row 3 .*--date-order day-first/) });
  const piped = await runDesk(['import', '-', '--home', home, '--json'], { stdin: csv(3) });
  expect(JSON.parse(piped.stdout)).toMatchObject({ imported: 1, notes: ['Columns are separated by semicolons.'] });
});
