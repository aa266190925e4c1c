// Words cut to a length, and what a group of reports is called: no word in halves, and no half of a placeholder.
import { expect, it } from 'vitest';
import { cutWords } from '../../../electron/core/domain/cut-words.ts';
import { titleOfGroup } from '../../../electron/core/trends/group-title.ts';
import { leastCpuMs } from '../../support/cpu-time.ts';

it.each([
  ['short', 20, 'short'],
  ['cut at the end of a word', 12, 'cut at the…'],
  ['cut at the end of a word', 10, 'cut at the…'],
  ['call [PHONE 12] at once', 12, 'call…'],
  ['call [PHONE 12] at once', 15, 'call [PHONE 12]…'],
  ['page [x] is blank today', 12, 'page [x] is…'],
  ['x'.repeat(30), 10, `${'x'.repeat(10)}…`],
  ['', 5, ''],
])('%j in %i', (words, most, cut) => {
  expect(cutWords(words, most)).toBe(cut);
});

it('cuts long words of brackets in a time that grows as they do', () => {
  const time = (n: number) =>
    leastCpuMs(() => {
      for (let at = 0; at < 20; at += 1) cutWords('[A'.repeat(n), n);
    });
  time(1_000);
  expect(time(64_000)).toBeLessThan(Math.max(2, time(8_000)) * 40);
});

it.each([
  [
    'Veteran [NAME 1] called. Printed labels come out sideways on the mailing page. Callback [PHONE 1] [PHONE 2]',
    ['labels', 'sideways', 'printed'],
    'Printed labels come out sideways on the mailing page',
  ],
  [
    'Caller [NAME 1] reports that the goldfish swims over the footer',
    ['goldfish', 'footer'],
    'The goldfish swims over the footer',
  ],
  ['[NAME 1] [PHONE 1]', ['goldfish', 'footer'], 'Goldfish, footer'],
  [
    `${'the goldfish swims '.repeat(9)}`,
    ['goldfish'],
    expect.stringMatching(/^The goldfish .* (?:the|goldfish|swims)…$/),
  ],
])('calls %j by what its reports share', (text, words, title) => {
  expect(titleOfGroup(text, words)).toEqual(title);
});
