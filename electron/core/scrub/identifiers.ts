// Exact detectors: numbers and codes whose shape, or whose label, says what they are. A labelled value is masked even
// when it would not pass its own check, because people mistype.
import { type Detector, type Pattern, runPatterns } from './detector.ts';
import { classify } from './names/lists.ts';

const SEP = '[ ./\\-\\u2010-\\u2015]';

/** Areas the Social Security Administration never issues; without a label such a number is something else. */
function isIssuedSsn(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  const area = digits.slice(0, 3);
  return area !== '000' && area !== '666' && digits.slice(3, 5) !== '00' && digits.slice(5) !== '0000';
}

/** The Luhn check of payment cards. */
export function passesLuhn(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    let digit = Number(digits[digits.length - 1 - i]);
    if (i % 2 === 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return digits.length >= 12 && sum % 10 === 0;
}

/** A user name has a digit, a dot or an underscore, or stands where only one can: "is locked", "and password". */
function looksLikeUserName(value: string, text: string, start: number): boolean {
  if (/[\d_]|\w\.\w/.test(value)) return !/^\d|\.(?:gov|com|me|net)$/i.test(value);
  if (
    !/^(?: (?:is|was|got))? lock|^ (?:and|&) pass|^\. page/i.test(
      text.slice(start + value.length, start + value.length + 12),
    )
  )
    return false;
  return classify(value.toLowerCase()) !== 'word';
}

const LABELLED: readonly Pattern[] = [
  {
    type: 'SSN',
    name: 'ssn-labelled',
    needs: ['ss', 'soc'],
    confidence: 0.99,
    pattern: new RegExp(
      `\\b(?:ssn|ss#|social(?: security)?(?: number| no\\.?| num)?)\\b[ \\t:#=]*(?:is|was|number)?[ \\t:#=]*(?<v>\\d{3}${SEP}?\\d{2}${SEP}?\\d{4})\\b`,
      'gid',
    ),
  },
  {
    type: 'SSN_LAST4',
    name: 'last-four',
    needs: ['last'],
    confidence: 0.97,
    pattern:
      /\blast[ -]?(?:4|four)\b(?: digits)?(?: of)?(?: (?:the|his|her|their|my))?(?: ssn| social)?[ \t:#=]*(?:is|are|was)?[ \t:#=]*(?<v>\d{4})\b/dgi,
  },
  {
    type: 'SSN_LAST4',
    name: 'ends-in',
    needs: ['end'],
    confidence: 0.9,
    pattern: /\b(?:ssn|social)\b[^.\n]{0,12}\b(?:ends|ending)(?: in| with)?[ :#]*(?<v>\d{4})\b/dgi,
  },
  {
    type: 'CARD',
    name: 'card-labelled',
    needs: ['card', 'visa', 'amex', 'discover'],
    confidence: 0.95,
    pattern: /\b(?:card|visa|mastercard|amex|discover)\b[^\d\n]{0,16}(?<v>\d(?:[ -]?\d){11,18})\b/dgi,
  },
  {
    type: 'CARD',
    name: 'card-last-four',
    needs: ['end'],
    confidence: 0.85,
    pattern:
      /\b(?:card|visa|mastercard|amex|discover)\b[^\d\n]{0,24}\b(?:ending|ends)(?: in| with)?[ :#]*(?<v>\d{4})\b/dgi,
  },
  {
    type: 'ROUTING',
    name: 'routing',
    needs: ['routing'],
    confidence: 0.97,
    pattern: /\brouting\b[ \t:#=]*(?:number|no\.?|num)?[ \t:#=]*(?:is)?[ \t:#=]*(?<v>\d{9})\b/dgi,
  },
  {
    type: 'ACCOUNT',
    name: 'account',
    needs: ['ac'],
    confidence: 0.95,
    pattern:
      /\b(?:acc?ounts?|acct|acnt)\b\.?[ \t:#=]*(?:number|no\.?|num)?[ \t:#=]*(?:is)?[ \t:#=]*(?<v>\d{6,17})\b/dgi,
  },
  {
    type: 'EDIPI',
    name: 'edipi-labelled',
    needs: ['ed', 'dod'],
    confidence: 0.99,
    pattern: /\b(?:edipi|dod ?id|edi)\b[ \t:#=]*(?:number|no\.?)?[ \t:#=]*(?:is)?[ \t:#=]*(?<v>\d{10})\b/dgi,
  },
  { type: 'DFN', name: 'dfn', confidence: 0.97, pattern: /\bdfn\b[ \t:#=]*(?:is)?[ \t:#=]*(?<v>\d{4,12})\b/dgi },
  {
    type: 'MRN',
    name: 'mrn',
    needs: ['mrn', 'record n'],
    confidence: 0.97,
    pattern: /\b(?:mrn|medical record (?:number|no\.?))\b[ \t:#=]*(?:is)?[ \t:#=]*(?<v>[A-Z0-9-]{4,16}\d)\b/dgi,
  },
  {
    type: 'CLAIM',
    name: 'claim',
    needs: ['claim', 'file'],
    confidence: 0.7,
    pattern:
      /\b(?:claim|file|c-file)\b[ \t]*(?:number|nubmer|no\.?|num|id|#)[ \t:#=]*(?:is)?[ \t:#=]*(?<v>c?[ -]?\d{3}[ -]?\d{3}[ -]?\d{2,3}|c?[ -]?\d{8,9})\b/dgi,
  },
  {
    type: 'MBI',
    name: 'medicare',
    confidence: 0.97,
    pattern: /\b[1-9][A-Z][A-Z0-9]\d-?[A-Z][A-Z0-9]\d-?[A-Z]{2}\d{2}\b/gi,
  },
  {
    type: 'RX',
    name: 'rx',
    needs: ['rx', 'presc'],
    confidence: 0.95,
    pattern: /\b(?:rx|prescription)\b[ \t]*(?:number|no\.?|num|#)?[ \t:#=]*(?<v>\d{6,9}[A-Z]?)\b/dgi,
  },
  {
    type: 'MESSAGE_ID',
    name: 'message-id',
    needs: ['m', 'thread'],
    confidence: 0.93,
    pattern: /\b(?:message|msg|mesage|thread)\b[ \t]*(?:id|number|no\.?|#)?[ \t:#=]*(?<v>\d{6,9})\b/dgi,
  },
  {
    type: 'PLATE',
    name: 'plate',
    needs: ['plate', 'tag'],
    confidence: 0.95,
    pattern:
      /\b(?:license plate|licence plate|plate|tag)\b[ \t]*(?:number|no\.?|#)?[ \t:#=]+(?:is )?(?<v>(?=[A-Z0-9 -]{0,7}\d)[A-Z0-9]{2,4}[ -]?[A-Z0-9]{2,4})\b/dgi,
  },
  {
    type: 'VIN',
    name: 'vin',
    needs: ['vin'],
    confidence: 0.97,
    pattern: /\bvin\b[ \t:#=]*(?:is)?[ \t:#=]*(?<v>[A-HJ-NPR-Z0-9]{17})\b/dgi,
  },
  {
    type: 'LICENSE',
    name: 'driver-licence',
    needs: ['licen', 'dl'],
    confidence: 0.95,
    pattern:
      /\b(?:driver'?s? licen[cs]e|dl)\b[ \t]*(?:number|no\.?|#)?[ \t:#=]*(?:is)?[ \t:#=]*(?<v>(?=[A-Z0-9-]{0,8}\d{3})[A-Z0-9-]{5,16})\b/dgi,
  },
  {
    type: 'PASSPORT',
    name: 'passport',
    needs: ['passp'],
    confidence: 0.95,
    pattern: /\bpassport\b[ \t]*(?:number|no\.?|#)?[ \t:#=]*(?:is)?[ \t:#=]*(?<v>[A-Z]{0,2}\d{6,9})\b/dgi,
  },
  {
    type: 'DEVICE',
    name: 'device-id',
    needs: ['imei', 'device', 'serial', 'udid'],
    confidence: 0.9,
    pattern:
      /\b(?:imei|device id|serial(?: number| no\.?)?|udid)\b[ \t:#=]*(?:is)?[ \t:#=]*(?<v>(?=[A-Z0-9-]{0,20}\d)[A-Z0-9-]{6,40})\b/dgi,
  },
  {
    type: 'USERNAME',
    name: 'user-name',
    needs: ['user', 'log', 'mhv id'],
    confidence: 0.9,
    pattern:
      /\b(?:user(?: ?name)?|user ?id|login(?: id)?|log-in|logon|mhv id|account name)\b[ \t:#=]*(?:is|was)?[ \t:#="']*(?<v>[A-Za-z][\w.-]{2,40}\w)/dgi,
    accept: looksLikeUserName,
  },
  {
    type: 'SECRET',
    name: 'password',
    needs: ['pass', 'pwd', 'pw', 'pin'],
    confidence: 0.95,
    pattern: /\b(?:passw(?:or|ro)d|passcode|pwd|pw|pin)\b[ \t]*(?:is|was|:|=)[ \t]*(?<v>[^\s,;]{3,64})/dgi,
  },
  {
    type: 'ROOM',
    name: 'room-bed',
    needs: ['room', 'rm', 'bed'],
    confidence: 0.85,
    pattern: /\b(?:room|rm|bed)\b[ #:]*(?<v>\d{1,4}(?:[- ]?[A-D])?)\b(?=[ ,]*(?:bed|ward|\.|,|$))/dgi,
  },
];

const SHAPED: readonly Pattern[] = [
  { type: 'ICN', name: 'icn', confidence: 0.99, pattern: /\b\d{10}V\d{6}\b/gi },
  {
    type: 'SSN',
    name: 'ssn-shape',
    confidence: 0.97,
    pattern: new RegExp(`(?<![\\d-])\\d{3}(${SEP})\\d{2}\\1\\d{4}(?![\\d-])`, 'g'),
    accept: isIssuedSsn,
  },
  {
    type: 'CARD',
    name: 'card-luhn',
    confidence: 0.95,
    pattern: /(?<![\d-])\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{1,7}(?![\d-])/g,
    accept: passesLuhn,
  },
  { type: 'SSN', name: 'nine-digits', confidence: 0.7, pattern: /(?<![\d.-])\d{9}(?![\d-])/g, accept: isIssuedSsn },
  { type: 'EDIPI', name: 'ten-digits', confidence: 0.55, pattern: /(?<![\d.+-])[1-9]\d{9}(?![\d-])/g },
  {
    type: 'INIT_LAST4',
    name: 'initial-last-four',
    confidence: 0.9,
    pattern: /(?<![\w-])[A-Z]\d{4}(?![\w-])/gi,
    accept: (value) => !/^v/i.test(value),
  },
  { type: 'MAC', name: 'mac', confidence: 0.97, pattern: /\b[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}\b/gi },
  {
    type: 'IP',
    name: 'ipv4',
    confidence: 0.93,
    pattern: /(?<![\d.])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d.]*\d)/g,
    accept: (_, text, start) =>
      !/(?:version|v|chrome|edge|firefox|safari|ios|android|windows)[ /]*$/i.test(
        text.slice(Math.max(0, start - 12), start),
      ),
  },
  {
    type: 'IP',
    name: 'ipv6',
    needs: [':'],
    confidence: 0.95,
    pattern: /(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4}){1,4}(?![\w:])/gi,
    accept: (value) => value.split(':').length > 4 && !/^\d\d:\d\d:\d\d/.test(value),
  },
];

const ALL = [...LABELLED, ...SHAPED];

export const findIdentifiers: Detector = (text, lower) =>
  /\d|pass|pwd|pin/i.test(text) ? runPatterns(text, lower, ALL) : [];
