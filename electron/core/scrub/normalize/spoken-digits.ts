// Numbers as they are said: "five one eight, four one, double zero nine three", "nineteen fifty-two", "the twelfth of April".
import type { Rewrite } from './view.ts';

/** The digits as English speakers say them. */
export const ENGLISH_DIGITS: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  o: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
};
const DIGITS: Readonly<Record<string, string>> = {
  ...ENGLISH_DIGITS,
  niner: '9',
  cero: '0',
  uno: '1',
  dos: '2',
  tres: '3',
  cuatro: '4',
  cinco: '5',
  seis: '6',
  siete: '7',
  ocho: '8',
  nueve: '9',
};
const TENS: Readonly<Record<string, number>> = {
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const TIMES: Readonly<Record<string, number>> = { double: 2, triple: 3 };

const DIGIT = `(?:${Object.keys(DIGITS).join('|')})`;
const ONE = `(?:(?:double|triple)[ -](?:${DIGIT}|\\d(?!\\d))|${DIGIT})`;
const ITEM = `(?:${ONE}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]${DIGIT})?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|\\d{1,7}(?!\\d))`;
/** Between two digits, and between two groups of them. */
const GAP =
  '(?:[ -]|[ ,.…]{1,4}(?:um+|uh+|er|then|and then|hang on|hold on|wait)[ ,.…]{1,4}|,? ?(?:dash|hyphen|minus)[ ,]{1,2}|(?:,|\\.{1,3}|…|\\)| -)[ ]|,)';
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';

/** Two of them beside each other: spares most texts the longer look, and the machine the long expression. */
export const MAY_BE_SAID = new RegExp(`\\b${DIGIT}[ ,.-]{1,4}${ITEM}`, 'i');
/** Some digits, the first said in a word, or written as an area code is. */
export const SAID = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${ONE}|\\d{3}(?= (?:double|triple) ))(?:${GAP}${ITEM}){1,20}(?![\\p{L}\\p{N}])`,
  'giu',
);
/** Two words seldom mean digits: "section four 2026", but "double oh double seven". */
const FEWEST_SAID = 3;
const MULTIPLIED = /\b(?:double|triple)\b/i;

function digitsOf(run: string): string {
  let read = '';
  let times = 1;
  let tens: number | null = null;
  const flush = () => {
    if (tens !== null) read += String(tens);
    tens = null;
  };
  for (const token of run.toLowerCase().match(/[a-z]+|\d+|[,.…]| - /g) ?? []) {
    const [digit, ten] = [DIGITS[token], TENS[token]];
    if (digit !== undefined && tens !== null && tens >= 20 && tens % 10 === 0) tens += Number(digit);
    else {
      flush();
      if (digit !== undefined) read += digit.repeat(times);
      else if (ten !== undefined) tens = ten;
      else if (/\d/.test(token)) read += token.length === 1 ? token.repeat(times) : token;
      else if (TIMES[token] === undefined && read !== '' && !read.endsWith('-')) read += '-';
    }
    times = TIMES[token] ?? 1;
  }
  flush();
  return read.replace(/-$/, '');
}

const YEAR_WORDS =
  /(?<![\w-])(nineteen|twenty)[ -](?:hundred[ -])?(?:and[ -])?(?:(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](one|two|three|four|five|six|seven|eight|nine))?|(ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)|(?:oh|o|aught)[ -](one|two|three|four|five|six|seven|eight|nine))(?![\w-])/gi;
const ORDINAL = `(?:(?:twenty|thirty)[ -])?(?:${ORDINALS.join('|')}|thirtieth)`;

/** Written singly: "5 1 8 4 1 0 0 9 3", "5-1-8-4-1-0-0-9-3". Counting is none: "1 2 3 4 5 6 7". */
const SINGLE = /(?<![\w.,-])\d(?:([ .-])\d(?:\1\d|[ ]?-[ ]?\d|[ ]{2,3}\d){5,14})(?![\w-]|[.,]\d)/g;

/** Read out in the groups of an SSN or a phone: "5 1 8, 4 1, 0 0 9 3". */
const IN_GROUPS = /(?<![\w.,-])\d \d \d, ?\d \d(?: \d)?, ?\d \d \d \d(?![\w-]|[ .,]\d)/g;

export const SPOKEN_DIGITS: readonly Rewrite[] = [
  {
    needs: /\d \d, ?\d \d/,
    pattern: IN_GROUPS,
    read: ([run]) => run.replace(/, ?/g, '-').replace(/ /g, ''),
  },
  {
    needs: /\b(?:nineteen|twenty)[ -][a-z]/i,
    pattern: YEAR_WORDS,
    read: ([, century = '', tens, one, teen, low]) => {
      const rest =
        teen !== undefined
          ? TENS[teen.toLowerCase()]
          : (TENS[tens?.toLowerCase() ?? ''] ?? 0) + Number(DIGITS[(one ?? low ?? '').toLowerCase()] ?? 0);
      return `${century.toLowerCase() === 'nineteen' ? 19 : 20}${String(rest).padStart(2, '0')}`;
    },
  },
  {
    needs: /\b[a-z]{2,9}(?:st|nd|rd|th)\b/i,
    pattern: new RegExp(
      `(?<=\\b${MONTH},? (?:the )?)${ORDINAL}\\b|\\b${ORDINAL}(?=(?: day)?(?: of)? ${MONTH}\\b)`,
      'gi',
    ),
    read: ([run]) => {
      const words = run.toLowerCase().split(/[ -]/);
      const last = words.at(-1) ?? '';
      const base = words.length > 1 ? (TENS[words[0] ?? ''] ?? 0) : 0;
      return last === 'thirtieth' ? '30' : `${base + ORDINALS.indexOf(last) + 1}`;
    },
  },
  {
    needs: MAY_BE_SAID,
    pattern: SAID,
    read: ([run]) => {
      const said = run.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
      if (said <= FEWEST_SAID && !MULTIPLIED.test(run)) return null;
      const digits = digitsOf(run);
      // Typed on after the first digits were said: "five four one 5550199".
      const fewest = /\d{5}/.test(run) ? 7 : 4;
      return digits.replace(/-/g, '').length >= fewest ? digits : null;
    },
  },
  {
    needs: /[a-z]\d\d/i,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])${DIGIT}(?=\\d{2}[ ./-]\\d{2}[ ./-]\\d{4}(?!\\d))`, 'giu'),
    read: ([run]) => DIGITS[run.toLowerCase()] ?? null,
  },
  {
    needs: /\d[ .-]\d[ .-]{1,3}\d[ .-]{1,3}\d[ .-]/,
    pattern: SINGLE,
    read: ([run]) => {
      const digits = run.replace(/\D/g, '');
      const isCounting = !run.includes('-') && '01234567890123456789 9876543210'.includes(digits);
      return digits.length >= 7 && !isCounting ? digits : null;
    },
  },
];
