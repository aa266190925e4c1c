// Dates that are birth dates by their year: cases tell of this decade, people are born before it.
import type { Finding } from '../domain/pii.ts';
import type { Detector } from './detector.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const MES = '(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sept?iembre|octubre|noviembre|diciembre)';
const DAY = '(?:[12]\\d|3[01]|0?[1-9])';
const NUMBER = '(?:1[0-2]|0?[1-9])';
/** Born between these; later dates are when something happened. */
const YEAR = '(?:19[1-9]\\d|200[0-9])';
const SHORT = "(?:['’]?(?:[3-9]\\d|0\\d))";
const ORDINAL = '(?:st|nd|rd|th)?';

const WHOLE = new RegExp(
  [
    `${DAY}([/.-])${DAY}\\1${YEAR}`,
    `${YEAR}([/.-])${NUMBER}\\2${DAY}`,
    `(?:\\bthe )?${DAY}(?:${ORDINAL}|\\.)(?: day)?(?: of)?[ -]${MONTH}\\.?[ ,-]{1,2}${YEAR}`,
    `${MONTH}\\.?[ -](?:the )?${DAY}${ORDINAL}[ ,-]{1,2}(?:of )?${YEAR}`,
    `${NUMBER} of ${DAY} of ${YEAR}`,
    `${DAY} de ${MES} (?:de |del )?${YEAR}`,
  ]
    .map((shape) => `(?:${shape})`)
    .join('|'),
  'gi',
);
/** Eight digits: month, day and year in either order. */
const RUN =
  /(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]))(?:19[2-9]\d|200\d)|(?:19[2-9]\d|200\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/g;
/** A year of two digits that is before this century, or in its first ten. */
const SHORTENED = new RegExp(
  `${DAY}([/.-])${DAY}\\1${SHORT}|${DAY}${ORDINAL}[ -]${MONTH}\\.?[ ,-]{1,2}${SHORT}|${MONTH}\\.? ${DAY}${ORDINAL}(?:,| of)? ['’]?[2-9]\\d(?!\\d)|${NUMBER} of ${DAY} of [3-9]\\d(?!\\d)`,
  'gi',
);
/** An apostrophe before the year of a time that nothing here is reported from: "February 4th, '35". */
const ELIDED = new RegExp(
  `(?<![\\p{L}])${MONTH}\\.?,? (?:the )?${DAY}${ORDINAL},? ?(?:of )?['’][3-9]\\d(?!\\d)`,
  'giu',
);
// What each of them has at the least: a look for this first spares most texts the long one.
const HAS_YEAR = /(?:19[1-9]|200)\d/;
const HAS_APOSTROPHE = /['’][3-9]\d/;
const HAS_RUN = /\d{8}/;
const HAS_SHORT_YEAR = /[/.\- ,’'][02-9]\d/;
const VERSIONED =
  /(?:version|ver|v|chrome|edge|firefox|safari|ios|android|windows|build|release|app|gem|npm|node|ip|gui|cprs|jlv|api|sdk|java|php)[ /:.]*$/i;
/** Nobody knows the minute. */
const TIME = /^(?:T|,? (?:at )?)\d{1,2}:\d\d/i;
/** Where computers begin to count time: what an empty field shows. */
export const EPOCH = /^(?:0?1([/.-])0?1\1(?:19)?70|1970-01-01)$/;
/** Where something of that time is told of that is no birth: service, a death, a war. */
const HAPPENED =
  /(?:died|passed|deceased|death|discharged?|enlisted|served|service|separated|retired|married|deployed|built|since|outage|released?)\b[^.\n]{0,20}$/i;

export const findBirthDates: Detector = ({ text, digits }) => {
  if (digits < 4) return [];
  const findings: Finding[] = [];
  const look = (pattern: RegExp, confidence: number, detector: string) => {
    for (const { 0: date, index } of text.matchAll(pattern)) {
      if (!isFree(text, index, index + date.length)) continue;
      const before = text.slice(Math.max(0, index - 40), index);
      if (VERSIONED.test(before) || TIME.test(text.slice(index + date.length, index + date.length + 8))) continue;
      const surely = HAPPENED.test(before) || EPOCH.test(date) ? 0.5 : confidence;
      findings.push({ start: index, end: index + date.length, type: 'DOB', confidence: surely, detector });
    }
  };
  if (HAS_YEAR.test(text)) look(WHOLE, 0.85, 'birth-date');
  if (HAS_APOSTROPHE.test(text)) look(ELIDED, 0.86, 'birth-date-elided');
  if (HAS_RUN.test(text)) look(RUN, 0.8, 'birth-date-run');
  if (HAS_SHORT_YEAR.test(text)) look(SHORTENED, 0.65, 'birth-date-short');
  return findings;
};

/** Neither in a word nor in a longer number. */
function isFree(text: string, start: number, end: number): boolean {
  return (
    !/[\p{L}\p{N}]|[.,]$/u.test(text[start - 1] ?? '') &&
    !/^(?:[\p{L}\p{N}]|[./-]\d)/u.test(text.slice(end, end + 2)) &&
    !/\d[./-]$/.test(text.slice(Math.max(0, start - 2), start))
  );
}
