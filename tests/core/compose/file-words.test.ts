// The words of a file that leaves: whatever could name somebody is among them, in every format, and counts are not.
import { expect, it } from 'vitest';
import { wordsOfFile } from '../../../electron/core/compose/file-words.ts';

it('has the cells of a data set, a number of nine digits among them', () => {
  const text = '\uFEFFname,count\r\n"Finch, Harold",12\r\n536228145,-3.5\r\n';
  expect(wordsOfFile('a.csv', text)).toEqual(['name', 'count', 'Finch, Harold', '536228145']);
});

it('has a heading in quotes behind the byte order mark', () => {
  expect(wordsOfFile('a.csv', '\uFEFF"Finch, Harold",count\r\nx-ray,12\r\n')).toEqual([
    'Finch, Harold',
    'count',
    'x-ray',
  ]);
});

it('has a number that stands for a name, however short, and none that a column counts', () => {
  const set = '\uFEFFmember,member_name,value,n\r\n4321,Tier / 0093,1204,54021\r\nteam,8812,-1204.25,3\r\n';
  expect(wordsOfFile('a.csv', set)).toEqual(['member', 'member_name', 'value', '4321', 'Tier / 0093', 'team', '8812']);
  expect(wordsOfFile('a.html', '<tr><td>4321</td><td>1,204</td><td>+54,021.5</td></tr>')).toEqual(['4321']);
  expect(wordsOfFile('a.md', '| 4321 | 1,204 | −12 |')).toEqual(['4321']);
});

it('has the text, the attributes, the comments and the style of a page', () => {
  const page = `<html lang="en"><head><style>a { content: "Harold Finch"; width: 12px }</style></head>
    <body><!-- Samuel --><p title="Ms. Diaz">1,204 <b>of</b> Tier &amp; 3</p></body></html>`;
  const words = wordsOfFile('x/a.html', page);
  for (const word of ['content: "Harold Finch"', 'Samuel', 'Ms. Diaz', 'Tier & 3']) expect(words).toContain(word);
  expect(words).not.toContain('1,204');
});

it('has the cells of a table in Markdown and the lines around it, each once', () => {
  const text =
    '# Report\n\n| Team | n |\n| --- | ---: |\n| Harold \\| Finch | 125 |\n| Harold \\| Finch | 146 |\nCalled 555-0134';
  expect(wordsOfFile('a.md', text)).toEqual(['# Report', 'Team', 'Harold \\| Finch', 'Called 555-0134']);
});
