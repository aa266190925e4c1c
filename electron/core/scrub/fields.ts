// Keys of machine formats and their values: JSON, XML, YAML, query strings, forms. "veteranFirstName":"Ann", <dob>…</dob>,
// ssn=…, u_veteran_dob: …. A key is read as words; the last that says something decides.
import type { Finding, PiiType } from '../domain/pii.ts';
import type { Detector } from './detector.ts';
import { LABEL_WORDS } from './label-words.ts';

const KEY =
  /(?<![\p{L}\p{N}_])(?<key>[a-z][\w-]{1,40})(?:["'\]]{0,2}[ \t]{0,12}(?:=>|[:=]{1,2})[ \t]{0,3}["'[]{0,2}|>(?=[^<>\n]{1,100}<\/))/giu;
const VALUE = /[^"'<>&;|{}[\]\n\t\\^]{1,100}/y;
/** A key of a machine, not a word of a sentence: several words run together, quoted, or set to a value without a space. */
const IS_KEY = /[_-]|[a-z][A-Z]|^[a-z]{2,}[A-Z]?[a-z]*\d$/;
const PERSON = new Set(
  'first last middle full given family maiden sur f l m fn ln nm veteran vet patient pt caller contact spouse claimant member customer client person legal preferred sender recipient holder mother father dependent child caregiver subject beneficiary name names display primary applicant payee'.split(
    ' ',
  ),
);
const WHOLE_NAMES: ReadonlySet<string> = new Set(
  'firstname lastname middlename fullname fname lname mname fn ln surname given family'.split(' '),
);
const NOBODY = /^(?:true|false|null|none|nil|unknown|undefined|n\/?a|yes|no|on|off|\s*|self|pending|string|-+)$/i;

/** What a key says of its value; null for one of the machine's own. */
export function meaningOf(key: string): { type: PiiType; shape: RegExp } | null {
  const words = key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const joined = words.join('');
  if (/(?:^| )last(?: ?4| four)$|ssn ?4$/.test(words.join(' '))) return LABEL_WORDS.get('last4') ?? null;
  if (/birth|^dob|dob$/.test(joined) && !/year/.test(joined)) return LABEL_WORDS.get('dob') ?? null;
  if (/birth ?year|yob/.test(words.join(' '))) return LABEL_WORDS.get('yob') ?? null;
  const name = LABEL_WORDS.get('name') ?? null;
  if (WHOLE_NAMES.has(joined)) return name;
  if (words.some((word) => word === 'name' || word === 'nm')) {
    if (/user|login|account/.test(joined)) return LABEL_WORDS.get('user') ?? null;
    return words.every((word) => PERSON.has(word)) && words.length > 1 ? name : null;
  }
  if (
    words.length > 1 &&
    words.every((word) => PERSON.has(word)) &&
    /^(?:first|last|given|family)$/.test(words.at(-1) ?? '')
  )
    return name;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const label = LABEL_WORDS.get(words[at] ?? '');
    if (label !== undefined) return label;
  }
  return null;
}

export const findFields: Detector = ({ text }) => {
  if (!/[:=>]/.test(text)) return [];
  const findings: Finding[] = [];
  for (const match of text.matchAll(KEY)) {
    const { key = '' } = match.groups ?? {};
    const isTag = match[0].endsWith('>') && !match[0].endsWith('=>');
    const isQuoted =
      /["']/.test(match[0].slice(key.length, key.length + 2)) || /["']/.test(text[match.index - 1] ?? '');
    const isSet = match[0].includes('=') && !match[0].endsWith(' ');
    if (!isTag && !isQuoted && !isSet && !IS_KEY.test(key)) continue;
    const meaning = meaningOf(key);
    if (meaning === null) continue;
    const start = match.index + match[0].length;
    const value = valueAt(text, start, isSet && !/["']$/.test(match[0]));
    if (value === '' || NOBODY.test(value) || !meaning.shape.test(value.replace(/\+/g, ' '))) continue;
    findings.push({ start, end: start + value.length, type: meaning.type, confidence: 0.85, detector: 'field' });
    if (meaning.type === 'NAME' && match[0].endsWith('["'))
      findings.push(...listedBehind(text, start + value.length, meaning.type));
  }
  return findings;
};

const LISTED = /", ?"(?<v>[\p{L}\p{M}.'’ -]{1,40})(?=")/uy;
const LONGEST_LIST = 6;

/** The other names of a list: `"given":["Ann","M"]`. */
function listedBehind(text: string, end: number, type: PiiType): Finding[] {
  const findings: Finding[] = [];
  for (let at = end; findings.length < LONGEST_LIST; at = LISTED.lastIndex) {
    LISTED.lastIndex = at;
    const value = LISTED.exec(text)?.groups?.v;
    if (value === undefined) break;
    findings.push({
      start: LISTED.lastIndex - value.length,
      end: LISTED.lastIndex,
      type,
      confidence: 0.85,
      detector: 'field',
    });
  }
  return findings;
}

/** Up to what ends it; without quotes a comma does, too, but for the one in "Smith, Ann". */
function valueAt(text: string, start: number, isBare: boolean): string {
  VALUE.lastIndex = start;
  const value = VALUE.exec(text)?.[0] ?? '';
  const cut = isBare ? /,(?= ?\w{1,20}[=:])|\s(?=[\w.-]{1,30}[=:])|\s{2,}/.exec(value)?.index : undefined;
  return value
    .slice(0, cut)
    .trimEnd()
    .replace(/[,.)]+$/, '');
}
