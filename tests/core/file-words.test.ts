// The words of a file that leaves: whatever could name somebody is among them, in every format, and counts are not.
import { expect, it } from 'vitest';
import { wordsOfFile } from '../../electron/core/compose/file-words.ts';

it('has the cells of a data set, a number of nine digits among them', () => {
  const text = '\uFEFFname,count\r\n"Finch, Harold",12\r\n536228145,-3.5\r\n';
  expect(wordsOfFile('a.csv', text)).toEqual(['name', 'count', 'Finch, Harold', '536228145']);
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
