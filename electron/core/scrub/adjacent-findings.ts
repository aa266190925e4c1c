// What stands beside a finding and is of its kind: the second number of "Rx 7255072 and 0912227", the last four behind a
// name in "Mertz, Gabriella - 1041 - refill".
import type { Finding, PiiType } from '../domain/pii.ts';
import { DATE } from './dates.ts';

const LISTED: ReadonlySet<PiiType> = new Set([
  'RX',
  'MESSAGE_ID',
  'SSN',
  'PHONE',
  'CLAIM',
  'ACCOUNT',
  'EDIPI',
  'DFN',
  'MRN',
  'CARD',
]);
const NEXT = /(?:,? (?:and|or|&|vs\.?|to) |, ?| ?[/;] ?)(?<v>[A-Z]?\d[\d .-]{2,14}\d[A-Z]?)(?![\w-])/iy;
/** Behind a name four digits are the last four of its SSN, unless they go on as a date, a time or an amount. */
const LAST_FOUR =
  /(?:[ ]?[-–,;(/|:#\t][ ]{0,2}(?:[-–] ){0,2}|[ ]{1,2}(?:[-–] ?){0,2}(?:(?:jr|sr|ii|iii) )?)#?(?<v>\d{4})(?![\w%:]|[-./,]\d| ?(?:am|pm|hrs|hours|mg|mcg|ml|miles|st|ave|rd|dr|lane|blvd|east|west|north|south|n|s|e|w)\b)/iy;
/** Behind a birth date too: "12/07/1950;4368", "1984-10-06  1101". */
const FOUR_BEHIND_DATE = /[ ]?(?:[-–,;/|\t]|[ ]{1,4})[ ]{0,2}(?<v>\d{4})(?![\w%:]|[-./]\d| ?(?:am|pm|hrs|mg)\b)/iy;
const HOUR = /^(?:[01]\d|2[0-3])[0-5]\d$/;
const AGE = /,[ ]?(?<v>(?:9\d|10\d|11[0-5]))(?=[,.;)]|$)(?![.,]\d)/y;
/** A date behind a name is a birth date when its year says so; one of this decade is when something happened. */
const BIRTH = new RegExp(`[ ]?[-–,(/|][ ]?(?<v>${DATE})(?![\\dA-Za-z])`, 'iy');
/** A year of two digits up to this one may be when something happened. */
const LAST_EVENT_YEAR = 30;
const [FIRST_BIRTH_YEAR, LAST_BIRTH_YEAR] = [1900, 2012];
const LONGEST_CHAIN = 6;

/** More findings, found beside those given. */
export function findSiblings(text: string, findings: readonly Finding[]): Finding[] {
  const more: Finding[] = [];
  for (const finding of findings) {
    if (finding.type === 'NAME' && finding.confidence >= 0.6) {
      const four = valueAt(LAST_FOUR, text, finding.end);
      if (four !== null) {
        // A year there may be when something happened, and an hour in a list of them when the next one comes.
        const digits = text.slice(four.start, four.end);
        const isOfList = HOUR.test(digits) && /^[,;] ?$/.test(text.slice(finding.end, four.start));
        const confidence = isOfList || /^(?:19[4-9]|20[0-3])/.test(digits) ? 0.5 : 0.8;
        more.push({ ...four, type: 'SSN_LAST4', confidence, detector: 'last-four-behind-name' });
      }
      const age = valueAt(AGE, text, finding.end);
      if (age !== null) more.push({ ...age, type: 'AGE', confidence: 0.8, detector: 'age-behind-name' });
      const birth = valueAt(BIRTH, text, finding.end);
      if (birth !== null && isBirthYear(text.slice(birth.start, birth.end)))
        more.push({ ...birth, type: 'DOB', confidence: 0.8, detector: 'birth-behind-name' });
    }
    if (finding.type === 'DOB' && finding.confidence >= 0.6) {
      const four = valueAt(FOUR_BEHIND_DATE, text, finding.end);
      if (four !== null && !/^(?:19|20)/.test(text.slice(four.start, four.end)))
        more.push({ ...four, type: 'SSN_LAST4', confidence: 0.75, detector: 'last-four-behind-birth' });
    }
    if (!LISTED.has(finding.type)) continue;
    const digits = digitsIn(text, finding.start, finding.end);
    let end = finding.end;
    for (let link = 0; link < LONGEST_CHAIN; link += 1) {
      const next = valueAt(NEXT, text, end);
      if (next === null || Math.abs(digitsIn(text, next.start, next.end) - digits) > 1) break;
      more.push({ ...next, type: finding.type, confidence: 0.85, detector: 'listed-with' });
      end = next.end;
    }
  }
  return more;
}

function isBirthYear(date: string): boolean {
  const years = date.match(/\d{4}$|^\d{4}/g) ?? [];
  if (years.some((year) => Number(year) >= FIRST_BIRTH_YEAR && Number(year) <= LAST_BIRTH_YEAR)) return true;
  const short = /\D(\d{2})$/.exec(date)?.[1];
  return short !== undefined && Number(short) > LAST_EVENT_YEAR;
}

function valueAt(pattern: RegExp, text: string, at: number): { start: number; end: number } | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match?.groups?.v === undefined) return null;
  const end = match.index + match[0].length;
  return { start: end - match.groups.v.length, end };
}

function digitsIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) count += 1;
  }
  return count;
}
