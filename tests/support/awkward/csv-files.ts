// Awkward but ordinary files, as help desks, Excel and mail programs leave them: what each must bring, or how it is refused.
import { CODE_PAGES, type CodePage } from '../../electron/core/intake/code-pages.ts';

/** Stands in every file as the reporter; no message may hold it. */
export const PERSON = 'Zebulon Quillfeather';

export interface AwkwardFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** References in order, where rows come in. */
  readonly brings?: readonly string[];
  /** What the first text must hold. */
  readonly says?: string;
  /** When the first was reported, UTC. */
  readonly at?: string;
  /** Rows that are refused: row and column. */
  readonly rejects?: readonly (readonly [number, string])[];
  /** The file is refused as a whole, in these words. */
  readonly refused?: RegExp;
  /** What is said of it. */
  readonly notes?: RegExp;
}

export const HEADER = [
  'Record #',
  'Entered Queue',
  'Status Reason',
  'Owner',
  'Area',
  'Sub Area',
  'Contact',
  'Description',
];
export const number = (n: number) => `26-HRC-HD-00-${String(n).padStart(8, '0')}`;
export const REFS = [number(1), number(2), number(3)];
export const row = (n: number, text = `the records page is blank ${n}`, more: Readonly<Record<string, string>> = {}) =>
  HEADER.map(
    (name) =>
      more[name] ??
      {
        'Record #': number(n),
        'Entered Queue': `9/${27 + n}/2026 12:43 PM`,
        'Status Reason': 'New',
        Owner: 'MHV Tier 3',
        Area: 'Medical Records',
        Contact: PERSON,
        Description: text,
      }[name] ??
      '',
  );
export const ROWS = [row(1), row(2), row(3)];

const quote = (cell: string, delimiter: string) =>
  /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
export const csv = (rows: readonly (readonly string[])[], delimiter = ',', end = '\r\n') =>
  rows.map((cells) => cells.map((cell) => quote(cell, delimiter)).join(delimiter) + end).join('');

export const utf8 = (text: string) => new TextEncoder().encode(text);
export const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
export const utf16 = (text: string, order: 'le' | 'be', mark = true) => {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16());
};
export const inPage = (text: string, page: CodePage) =>
  Uint8Array.from(text, (letter) => (letter < '\x80' ? letter.charCodeAt(0) : CODE_PAGES[page].indexOf(letter) + 0x80));
/** Text of UTF-8 read as another encoding and saved so. */
export const misread = (text: string, page: CodePage) =>
  Array.from(utf8(text), (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CODE_PAGES[page][byte - 0x80])).join('');

const SPANISH = 'José Muñoz told: the page “Medicación” doesn’t load – “Ålborg”, señor Núñez';
const spanish = [HEADER, row(1, SPANISH), row(2), row(3)];
const plain = [HEADER, ...ROWS];
const good = (name: string, text: string | Uint8Array, more: Partial<AwkwardFile> = {}): AwkwardFile => ({
  name,
  bytes: typeof text === 'string' ? utf8(text) : text,
  brings: REFS,
  ...more,
});
const bad = (name: string, text: string | Uint8Array, refused: RegExp): AwkwardFile => ({
  name,
  bytes: typeof text === 'string' ? utf8(text) : text,
  refused,
});
const rejecting = (
  name: string,
  text: string | Uint8Array,
  brings: readonly string[],
  rejects: AwkwardFile['rejects'],
): AwkwardFile => ({
  name,
  bytes: typeof text === 'string' ? utf8(text) : text,
  brings,
  ...(rejects !== undefined && { rejects }),
});

const ENCODINGS: readonly AwkwardFile[] = [
  good('UTF-8 with its mark', `\uFEFF${csv(spanish)}`, { says: SPANISH }),
  good('UTF-8 without', csv(spanish), { says: SPANISH }),
  good('UTF-16 little end', utf16(csv(spanish, '\t'), 'le'), { says: SPANISH, notes: /UTF-16/ }),
  good('UTF-16 big end', utf16(csv(spanish), 'be'), { says: SPANISH, notes: /UTF-16/ }),
  good('UTF-16 little end without mark', utf16(csv(spanish), 'le', false), { says: SPANISH }),
  good('UTF-16 big end without mark', utf16(csv(spanish), 'be', false), { says: SPANISH }),
  good('Windows-1252', inPage(csv(spanish), 'Windows-1252'), { says: SPANISH, notes: /Windows-1252/ }),
  good('Windows-1252 with semicolons', inPage(csv(spanish, ';'), 'Windows-1252'), {
    says: SPANISH,
    notes: /semicolons/,
  }),
  good(
    'Windows-1252, one letter at the very end',
    inPage(csv([HEADER, row(1), row(2), row(3, 'she is at the café')]).trimEnd(), 'Windows-1252'),
  ),
  good('Macintosh', inPage(csv(spanish), 'Macintosh'), { says: SPANISH, notes: /Macintosh/ }),
  good(
    'MS-DOS',
    inPage(csv([HEADER, row(1, 'José Muñoz, señor Núñez, Frau Müller'), row(2), row(3)]), 'MS-DOS (437)'),
    { says: 'José Muñoz, señor Núñez, Frau Müller' },
  ),
  good(
    'UTF-8 and Windows-1252 in one file',
    joined(utf8(csv([HEADER, row(1, SPANISH)])), inPage(csv([row(2, 'señora Peña'), row(3)]), 'Windows-1252')),
    { says: SPANISH },
  ),
  good('UTF-8 saved as Windows-1252', misread(csv(spanish), 'Windows-1252'), { says: SPANISH, notes: /mended/ }),
  good('UTF-8 saved so twice', misread(misread(csv(spanish), 'Windows-1252'), 'Windows-1252'), { says: SPANISH }),
  good('UTF-8 saved as Macintosh', misread(csv(spanish), 'Macintosh'), { says: SPANISH }),
  good('UTF-8 saved as MS-DOS', misread(csv(spanish), 'MS-DOS (437)'), { says: SPANISH }),
  good('Windows-1252 read as Latin-1', csv([HEADER, row(1, 'she said \x93no\x94, it doesn\x92t'), row(2), row(3)]), {
    says: 'she said “no”, it doesn’t',
  }),
  bad('UTF-32', joined(Uint8Array.of(0xff, 0xfe, 0, 0), utf8('x')), /UTF-32/),
  bad('cut off within a letter', joined(utf8(`${csv(spanish)}${number(4)},José`).slice(0, -1)), /cut off/),
  bad('UTF-16 cut off', utf16(csv(plain), 'le').slice(0, -1), /cut off/),
  bad(
    'Cyrillic in one byte',
    joined(
      utf8(csv([HEADER])),
      Uint8Array.from('Не могу войти в свою почту', (letter) => (letter === ' ' ? 32 : letter.charCodeAt(0) - 0x350)),
    ),
    /encoding that cannot be told/,
  ),
  rejecting(
    'letters lost',
    csv([HEADER, row(1), row(2, 'Mu\uFFFDoz cannot sign in'), row(3)]),
    [REFS[0]!, REFS[2]!],
    [[3, 'Description']],
  ),
  rejecting(
    'letters lost in a name',
    csv([HEADER, row(1), row(2, 'fine', { Contact: 'Jos? Mu?oz' }), row(3)]),
    [REFS[0]!, REFS[2]!],
    [[3, 'Contact']],
  ),
  rejecting(
    'letters garbled beyond mending',
    csv([HEADER, row(1), row(2, 'Mu±oz and Garc√a'), row(3)]),
    [REFS[0]!, REFS[2]!],
    [[3, 'Description']],
  ),
];

const SHAPES: readonly AwkwardFile[] = [
  ...[';', '\t', '|'].map((delimiter) =>
    good(`separated by ${JSON.stringify(delimiter)}`, csv(plain, delimiter), { notes: /separated/ }),
  ),
  good('sep= line', `sep=;\r\n${csv(plain, ';')}`),
  good('sep= line in quotes', `"sep=|"\n${csv(plain, '|')}`),
  good('quoted line breaks and delimiters', csv([HEADER, row(1, 'first line\r\nsecond, "third"'), row(2), row(3)]), {
    says: 'first line\nsecond, "third"',
  }),
  good('a space after the comma', `${plain.map((cells) => cells.map((cell) => `"${cell}"`).join(', ')).join('\n')}\n`),
  good('a space before the comma', `${plain.map((cells) => cells.map((cell) => `"${cell}"`).join(' ,')).join('\n')}\n`),
  good('old Mac line ends', csv(plain, ',', '\r')),
  good('mixed line ends', `${csv([HEADER])}${csv(ROWS, ',', '\n')}`),
  good('line ends saved twice', csv(plain, ',', '\r\r\n')),
  good('no line end at the end', csv(plain).trimEnd()),
  good('blank rows between', csv([HEADER, ['']].concat(ROWS.flatMap((one) => [one, HEADER.map(() => '')])))),
  good('a comma more at each end', csv(plain.map((cells) => [...cells, '']))),
  good('trailing empty values left out', csv([[...HEADER, 'Case Notes', 'Modified On'], ...ROWS])),
  good(
    'quotes with backslashes',
    `${csv([HEADER])}${csv([row(1, 'TEXT')]).replace('TEXT', '"she said \\"no\\", then left"')}${csv([row(2), row(3)])}`,
    { says: 'she said "no", then left' },
  ),
  good('quotes in a value that is not quoted', csv(plain).replace('blank 1', 'blank on a 5" screen')),
  good(
    'a title, a filter and a date above',
    csv([['MHV Tier 3 queue'], ['Filtered by: Status equals New'], ['As of 10/1/2026'], [], ...plain]),
    { notes: /row 5/ },
  ),
  good('totals below', csv([...plain, [''], ['Total', '3'], ['Generated 10/1/2026 by an analyst']]), {
    notes: /left out/,
  }),
  good('totals right below', csv([...plain, ['Total records: 3']])),
  good(
    'confidentiality note below',
    csv([...plain, [], ['Confidential Information - Do Not Distribute'], ['Copyright 2026']]),
  ),
  good(
    'titles of groups between',
    csv([HEADER, ['Medical Records (2)'], row(1), row(2), ['Subtotal', '2'], ['Medications (1 record)'], row(3)]),
  ),
  good('the header again on each page', csv([HEADER, row(1), HEADER, row(2), HEADER, row(3)])),
  good('columns in another order', csv(plain.map((cells) => cells.toReversed()))),
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
  good('values as formulas', csv(plain.map((cells, n) => (n === 0 ? cells : [`="${cells[0]}"`, ...cells.slice(1)])))),
  good(
    'a fixed space around numbers',
    csv(plain.map((cells, n) => (n === 0 ? cells : [`\u00A0${cells[0]}\u200B`, ...cells.slice(1)]))),
  ),
  good(
    'every row one quoted value',
    plain.map((cells) => `"${csv([cells]).trimEnd().replaceAll('"', '""')}"\r\n`).join(''),
  ),
  good('the sign by which DOS ends a file', `${csv(plain)}\x1A`),
  good('filled up with zeros', joined(utf8(csv(plain)), new Uint8Array(500))),
  good('record numbers with dashes of a word processor', csv(plain).replaceAll('-HRC-HD-', '\u2013HRC\u2011HD\u2013')),
  good('record numbers in small letters, with a space', csv(plain).replaceAll('-HRC-HD-00', ' -hrc-hd-00')),
  bad('no description', csv(plain.map((cells) => cells.slice(0, 7))), /row 1 lacks "description"/),
  bad('no record number', csv(plain.map((cells) => cells.slice(1))), /row 1 lacks "record #"/),
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
    csv(plain).replace('the records page is blank 2', '"the records page'),
    /row 3, value 8/,
  ),
  { name: 'a header and no row', bytes: utf8(csv([HEADER])), brings: [] },
  rejecting(
    'a quote that swallows the next row',
    csv(plain).replace('the records page is blank 1', '"the page').replace('blank 3', 'blank"'),
    [],
    [[2, 'Description']],
  ),
  rejecting(
    'a comma that is not quoted',
    csv(plain).replace('page is blank 2', 'page, is blank'),
    [REFS[0]!, REFS[2]!],
    [[3, 'Description']],
  ),
  rejecting(
    'a line break that is not quoted',
    csv(plain).replace('page is blank 2', 'page\r\nis blank'),
    [REFS[0]!, REFS[2]!],
    [
      [3, 'Description'],
      [4, 'Entered Queue'],
    ],
  ),
  rejecting(
    'a record number that was rounded',
    csv(plain).replace(REFS[1]!, '2.61E+15'),
    [REFS[0]!, REFS[2]!],
    [[3, 'Record #']],
  ),
  rejecting(
    'a value that is an error',
    csv(plain).replace('the records page is blank 2', '#REF!'),
    [REFS[0]!, REFS[2]!],
    [[3, 'Description']],
  ),
  rejecting(
    'a date too wide to show',
    csv(plain).replace('9/29/2026 12:43 PM', '########'),
    [REFS[0]!, REFS[2]!],
    [[3, 'Entered Queue']],
  ),
];

const dated = (first: string, second: string, third: string) =>
  csv([HEADER, ...[first, second, third].map((when, n) => row(n + 1, 'blank', { 'Entered Queue': when }))]);
const DATES: readonly AwkwardFile[] = [
  good('month first', dated('9/8/2026 12:43 PM', '9/29/2026 1:00 PM', '9/30/2026 1:00 PM'), {
    at: '2026-09-08T12:43:00Z',
  }),
  good('day first', dated('08/09/2026 12:43', '29/09/2026 13:00', '30/09/2026 13:00'), {
    at: '2026-09-08T12:43:00Z',
    notes: /day first/,
  }),
  good('with dots', dated('08.09.2026 12:43', '09.09.2026 13:00', '10.09.2026 13:00'), { at: '2026-09-08T12:43:00Z' }),
  good('ISO with T and Z', dated('2026-09-08T12:43:00.000Z', '2026-09-29T12:43:00Z', '2026-09-30 12:43'), {
    at: '2026-09-08T12:43:00Z',
  }),
  good('with a zone by name', dated('9/8/2026 12:43 PM EDT', '9/29/2026 1:00 PM ET', '9/30/2026 1:00 PM UTC'), {
    at: '2026-09-08T16:43:00Z',
  }),
  good('with an offset', dated('2026-09-08 12:43 -0400', '2026-09-29 12:43 UTC-4', '2026-09-30 12:43 +05:30'), {
    at: '2026-09-08T16:43:00Z',
  }),
  good('in words', dated('Sep 8, 2026, 12:43 PM', 'Tuesday, September 29, 2026 at 1:00 PM', '30-Sep-2026 13:00'), {
    at: '2026-09-08T12:43:00Z',
  }),
  good('as a spreadsheet counts days', dated('46273.529861', '46294.5', '46295'), { at: '2026-09-08T12:43:00Z' }),
  good('as seconds since 1970', dated('1788871380', '1788871381.000200', '1788871382000'), {
    at: '2026-09-08T12:43:00Z',
  }),
  good('with a narrow space before PM', dated('9/8/2026, 12:43\u202FPM', '9/29/2026 1:00:05 p.m.', '9/30/26 13:00'), {
    at: '2026-09-08T12:43:00Z',
  }),
  bad(
    'of two kinds',
    dated('28/09/2026 12:43', '9/29/2026 12:43', '9/8/2026'),
    /in row 2 it can only be the day, in row 3 only the month/,
  ),
  bad(
    'one of which is no American date',
    dated('10/01/2026', '10/02/2026', '13/10/2026'),
    /whether the day or the month/,
  ),
  bad(
    'that can all be read both ways',
    dated('10/01/2026', '10/02/2026', '10/03/2026'),
    /whether the day or the month/,
  ),
  good(
    'that can be read both ways but for AM and PM',
    dated('9/8/2026 12:43 PM', '10/2/2026 9:00 AM', '10/3/2026 9:00 AM'),
    {
      at: '2026-09-08T12:43:00Z',
    },
  ),
  rejecting(
    'that do not exist',
    dated('9/8/2026', '2/30/2026', 'yesterday'),
    [REFS[0]!],
    [
      [3, 'Entered Queue'],
      [4, 'Entered Queue'],
    ],
  ),
];

const magic = (...start: readonly number[]) => joined(Uint8Array.from(start), new Uint8Array(64).fill(7));
const OTHERS: readonly AwkwardFile[] = [
  bad('a PNG', magic(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /picture \(PNG\)/),
  bad('a JPEG', magic(0xff, 0xd8, 0xff, 0xe0), /picture \(JPEG\)/),
  bad('a PDF', '%PDF-1.7\n%âãÏÓ\n', /a PDF/),
  bad('an old workbook', magic(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /old Excel/),
  bad('a RAR archive', 'Rar!\x1a\x07', /RAR/),
  bad('a program', magic(0x4d, 0x5a, 0x90, 0), /a program/),
  bad('bytes of nothing', magic(1, 2, 0, 3, 0, 0, 0, 9), /no text/),
];

export const AWKWARD_FILES: readonly AwkwardFile[] = [...ENCODINGS, ...SHAPES, ...DATES, ...OTHERS];
