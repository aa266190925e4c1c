// Files whose rows and columns do not stand as a table should.
import {
  type AwkwardFile,
  bad,
  csv,
  good,
  HEADER,
  inPage,
  joined,
  PERSON,
  PLAIN,
  REFS,
  ROWS,
  rejecting,
  row,
  utf8,
} from './write.ts';

export const SHAPES: readonly AwkwardFile[] = [
  ...[';', '\t', '|'].map((delimiter) =>
    good(`separated by ${JSON.stringify(delimiter)}`, csv(PLAIN, delimiter), { notes: /separated/ }),
  ),
  good('sep= line', `sep=;\r\n${csv(PLAIN, ';')}`),
  good('sep= line in quotes', `"sep=|"\n${csv(PLAIN, '|')}`),
  good('quoted line breaks and delimiters', csv([HEADER, row(1, 'first line\r\nsecond, "third"'), row(2), row(3)]), {
    says: 'first line\nsecond, "third"',
  }),
  good('a space after the comma', `${PLAIN.map((cells) => cells.map((cell) => `"${cell}"`).join(', ')).join('\n')}\n`),
  good('a space before the comma', `${PLAIN.map((cells) => cells.map((cell) => `"${cell}"`).join(' ,')).join('\n')}\n`),
  good('old Mac line ends', csv(PLAIN, ',', '\r')),
  good('mixed line ends', `${csv([HEADER])}${csv(ROWS, ',', '\n')}`),
  good('line ends saved twice', csv(PLAIN, ',', '\r\r\n')),
  good('no line end at the end', csv(PLAIN).trimEnd()),
  good('blank rows between', csv([HEADER, ['']].concat(ROWS.flatMap((one) => [one, HEADER.map(() => '')])))),
  good('a comma more at each end', csv(PLAIN.map((cells) => [...cells, '']))),
  good('trailing empty values left out', csv([[...HEADER, 'Case Notes', 'Modified On'], ...ROWS])),
  good(
    'quotes with backslashes',
    `${csv([HEADER])}${csv([row(1, 'TEXT')]).replace('TEXT', '"she said \\"no\\", then left"')}${csv([row(2), row(3)])}`,
    { says: 'she said "no", then left' },
  ),
  good('quotes in a value that is not quoted', csv(PLAIN).replace('blank 1', 'blank on a 5" screen')),
  good(
    'a title, a filter and a date above',
    csv([['MHV Tier 3 queue'], ['Filtered by: Status equals New'], ['As of 10/1/2026'], [], ...PLAIN]),
    { notes: /row 5/ },
  ),
  good('totals below', csv([...PLAIN, [''], ['Total', '3'], ['Generated 10/1/2026 by an analyst']]), {
    notes: /left out/,
  }),
  good('totals right below', csv([...PLAIN, ['Total records: 3']])),
  good(
    'confidentiality note below',
    csv([...PLAIN, [], ['Confidential Information - Do Not Distribute'], ['Copyright 2026']]),
  ),
  good(
    'titles of groups between',
    csv([HEADER, ['Medical Records (2)'], row(1), row(2), ['Subtotal', '2'], ['Medications (1 record)'], row(3)]),
  ),
  good('the header again on each page', csv([HEADER, row(1), HEADER, row(2), HEADER, row(3)])),
  good('columns in another order', csv(PLAIN.map((cells) => cells.toReversed()))),
  good('columns named in capitals', csv([HEADER.map((name) => name.toUpperCase()), ...ROWS])),
  good(
    'columns renamed',
    csv([
      ['Record Number', 'Entered Queue On', 'Status', 'Owner', 'Category', 'Sub-Area', 'Customer', 'Case Description'],
      ...ROWS,
    ]),
  ),
  good(
    'columns of Dynamics itself',
    csv([
      ['(Do Not Modify) Case', 'Case Number', 'Created On', 'Status Reason', 'Customer', 'Description'],
      ...ROWS.map((cells) => ['0f-guid', cells[0]!, cells[1]!, 'New', PERSON, cells[7]!]),
    ]),
  ),
  good(
    'names as a program writes them',
    csv([
      ['record_number', 'createdOn', 'statusReason', 'description'],
      ...ROWS.map((cells) => [cells[0]!, cells[1]!, 'New', cells[7]!]),
    ]),
  ),
  good(
    'only the record numbers tell the source',
    csv([['Ticket No.', 'Created', 'Details'], ...ROWS.map((cells) => [cells[0]!, cells[1]!, cells[7]!])]),
  ),
  good(
    'a German sheet, told by its record numbers',
    inPage(
      csv(
        [
          ['Vorgangs-Nr.', 'Vorgangsnummer', 'Eingangsdatum', 'Priorität', 'Beschreibung'],
          ...ROWS.map((cells, n) => ['', cells[0]!, `0${8 + n}.09.2026 12:43`.slice(-16), 'hoch', cells[7]!]),
        ],
        ';',
      ),
      'Windows-1252',
    ),
    { at: '2026-09-08T12:43:00Z', notes: /day first/ },
  ),
  good('a column twice', csv([[...HEADER, 'Description'], ...ROWS.map((cells) => [...cells, 'more of it'])]), {
    says: 'the records page is blank 1\n\nmore of it',
  }),
  good('an empty column twice', csv([['Description', ...HEADER], ...ROWS.map((cells) => ['', ...cells])]), {
    says: 'the records page is blank 1',
  }),
  good('values as formulas', csv(PLAIN.map((cells, n) => (n === 0 ? cells : [`="${cells[0]}"`, ...cells.slice(1)])))),
  good(
    'a fixed space around numbers',
    csv(PLAIN.map((cells, n) => (n === 0 ? cells : [`\u00A0${cells[0]}\u200B`, ...cells.slice(1)]))),
  ),
  good(
    'every row one quoted value',
    PLAIN.map((cells) => `"${csv([cells]).trimEnd().replaceAll('"', '""')}"\r\n`).join(''),
  ),
  good('the sign by which DOS ends a file', `${csv(PLAIN)}\x1A`),
  good('filled up with zeros', joined(utf8(csv(PLAIN)), new Uint8Array(500))),
  good('record numbers with dashes of a word processor', csv(PLAIN).replaceAll('-HRC-HD-', '\u2013HRC\u2011HD\u2013')),
  good('record numbers in small letters, with a space', csv(PLAIN).replaceAll('-HRC-HD-00', ' -hrc-hd-00')),
  bad('no description', csv(PLAIN.map((cells) => cells.slice(0, 7))), /row 1 lacks "description"/),
  bad('no record number', csv(PLAIN.map((cells) => cells.slice(1))), /row 1 lacks "record #"/),
  bad(
    'only a header of nothing known',
    csv([
      ['Nachname', 'Vorname'],
      [PERSON, 'x'],
    ]),
    /not the header of a known export/,
  ),
  bad('no header', csv(ROWS), /not the header of a known export/),
  bad('an empty file', '', /empty/),
  bad('blank lines only', '\r\n\r\n , ,\r\n', /empty/),
  bad(
    'a quote that is never closed',
    csv(PLAIN).replace('the records page is blank 2', '"the records page'),
    /row 3, value 8/,
  ),
  { name: 'a header and no row', bytes: utf8(csv([HEADER])), brings: [] },
  rejecting(
    'a quote that swallows the next row',
    csv(PLAIN).replace('the records page is blank 1', '"the page').replace('blank 3', 'blank"'),
    [],
    [[2, 'Description']],
  ),
  rejecting(
    'a comma that is not quoted',
    csv(PLAIN).replace('page is blank 2', 'page, is blank'),
    [REFS[0]!, REFS[2]!],
    [[3, 'Description']],
  ),
  rejecting(
    'a line break that is not quoted',
    csv(PLAIN).replace('page is blank 2', 'page\r\nis blank'),
    [REFS[0]!, REFS[2]!],
    [
      [3, 'Description'],
      [4, 'Entered Queue'],
    ],
  ),
  rejecting(
    'a record number that was rounded',
    csv(PLAIN).replace(REFS[1]!, '2.61E+15'),
    [REFS[0]!, REFS[2]!],
    [[3, 'Record #']],
  ),
  rejecting(
    'a value that is an error',
    csv(PLAIN).replace('the records page is blank 2', '#REF!'),
    [REFS[0]!, REFS[2]!],
    [[3, 'Description']],
  ),
  rejecting(
    'a date too wide to show',
    csv(PLAIN).replace('9/29/2026 12:43 PM', '########'),
    [REFS[0]!, REFS[2]!],
    [[3, 'Entered Queue']],
  ),
];
