// Files in encodings of other machines and times, or read in the wrong one and saved so; and files that hold no text.
import {
  type AwkwardFile,
  bad,
  csv,
  good,
  HEADER,
  inPage,
  joined,
  misread,
  number,
  PLAIN,
  REFS,
  rejecting,
  row,
  utf8,
  utf16,
} from './write.ts';

const SPANISH = 'José Muñoz told: the page “Medicación” doesn’t load – “Ålborg”, señor Núñez';
const spanish = [HEADER, row(1, SPANISH), row(2), row(3)];

export const ENCODINGS: readonly AwkwardFile[] = [
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
  bad('UTF-16 cut off', utf16(csv(PLAIN), 'le').slice(0, -1), /cut off/),
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

const magic = (...start: readonly number[]) => joined(Uint8Array.from(start), new Uint8Array(64).fill(7));
export const NO_TEXT: readonly AwkwardFile[] = [
  bad('a PNG', magic(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /picture \(PNG\)/),
  bad('a JPEG', magic(0xff, 0xd8, 0xff, 0xe0), /picture \(JPEG\)/),
  bad('a PDF', '%PDF-1.7\n%âãÏÓ\n', /a PDF/),
  bad('an old workbook', magic(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /old Excel/),
  bad('a RAR archive', 'Rar!\x1a\x07', /RAR/),
  bad('a program', magic(0x4d, 0x5a, 0x90, 0), /a program/),
  bad('bytes of nothing', magic(1, 2, 0, 3, 0, 0, 0, 9), /no text/),
];
