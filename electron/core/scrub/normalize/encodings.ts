// Text as machines write it: HTML entities, percent and quoted-printable encoding, escapes of JSON.
import type { Rewrite } from './view.ts';

const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hyphen: '-',
  dash: '-',
  minus: '-',
  shy: '',
  zwnj: '',
  zwj: '',
  commat: '@',
  period: '.',
  colon: ':',
  semi: ';',
  comma: ',',
  sol: '/',
  num: '#',
  lpar: '(',
  rpar: ')',
  plus: '+',
  equals: '=',
  lowbar: '_',
  tab: '\t',
  newline: '\n',
  bull: '•',
  aacute: 'á',
  eacute: 'é',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  ccedil: 'ç',
  egrave: 'è',
  atilde: 'ã',
};

/** An ampersand encoded again stands before the name once more: `&amp;#64;`. */
const ENTITIES: Rewrite = {
  needs: /&[#a-z]/i,
  pattern: /&(?:amp;){0,3}(?:#(\d{2,7})|#x([0-9a-f]{2,6})|([a-z]{2,8}));/gi,
  read: ([, decimal, hex, name]) => {
    if (name !== undefined) {
      const plain = NAMED[name.toLowerCase()];
      return plain !== undefined && /^[A-Z]/.test(name) ? plain.toUpperCase() : (plain ?? null);
    }
    return characterOf(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
  },
};

/** `\u002d`, `\/` and `\"` inside JSON, and line ends written out, but not the folders of Windows. */
const ESCAPES: Rewrite = {
  needs: /\\/,
  pattern: /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(["/])|([nrt])(?![a-z:\\]))/gi,
  read: ([, four, two, sign, line], text) => {
    if (sign !== undefined) return sign;
    if (line !== undefined) return DRIVE.test(text) ? null : line.toLowerCase() === 't' ? '\t' : '\n';
    return characterOf(Number.parseInt(four ?? two ?? '', 16));
  },
};
const DRIVE = /(?:^|[\s"'(])(?:[a-z]:|\\)\\\w/i;

/** Whole bytes in a row are decoded together, because a letter may take several. */
const PERCENT: Rewrite = {
  needs: /%[0-9a-f]{2}/i,
  pattern: /(?:%[0-9a-f]{2}){1,16}/gi,
  read: ({ 0: run, index }, text) => {
    const plain = utf8(run.match(/[0-9a-f]{2}/gi) ?? []);
    // A link must stay one word, or only its beginning would be one.
    return plain !== null && IN_LINK.test(text.slice(Math.max(0, index - 300), index))
      ? plain.replace(/[\s<>"')\]]/g, '+')
      : plain;
  },
};
const IN_LINK = /(?:https?:\/\/|www\.)[^\s<>"')\]]*$/i;

/** An equals sign that is itself encoded, or ends a line, says that all the others begin a code. */
const IS_QUOTED_PRINTABLE = /=3D|=\r?\n|=20\r?\n|=[C-F][0-9A-F]=[89AB][0-9A-F]|quoted-printable/;
const QUOTED_PRINTABLE: Rewrite = {
  needs: IS_QUOTED_PRINTABLE,
  pattern: /=\r?\n|(?:=[0-9A-F]{2}){1,16}/g,
  read: ([run]) => (run.startsWith('=\n') || run.startsWith('=\r') ? '' : utf8(run.match(/[0-9A-F]{2}/g) ?? [])),
};
/** Without that, only where nothing else is likely: `518=2D41=2D0093`, `jane=40aol.com`. */
const QUOTED_SIGNS: Rewrite = {
  needs: /=(?:2[DEF]|40)/,
  pattern: /(?<=\d)=2[DEF](?=\d)|(?<=[\w.-])=40(?=[A-Za-z][\w-]{1,40}(?:\.|=2E)[A-Za-z])|(?<=[A-Za-z])=2E(?=[A-Za-z])/g,
  read: ([code]) => characterOf(Number.parseInt(code.slice(1), 16)),
};

function utf8(bytes: readonly string[]): string | null {
  try {
    const text = decodeURIComponent(bytes.map((byte) => `%${byte}`).join(''));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a code of one is no text
    return /[\u0000-\u0008\u000e-\u001f\u007f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

function characterOf(code: number): string | null {
  const isText =
    code === 9 || code === 10 || code === 13 || (code >= 32 && code < 0xd800) || (code > 0xdfff && code <= 0x10ffff);
  return isText ? String.fromCodePoint(code) : null;
}

export const ENCODINGS: readonly Rewrite[] = [QUOTED_PRINTABLE, QUOTED_SIGNS, ENTITIES, ESCAPES, PERCENT];
