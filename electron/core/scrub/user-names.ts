// User names, by what stands before them: "user bmasson95 is locked", "login: greenc". They have no shape of their own.
import type { Finding } from '../domain/pii.ts';
import { ASKED } from './asked.ts';
import type { CuedPattern, Detector } from './detector.ts';
import { classify } from './names/lists.ts';

const CUES = [
  'user',
  'username',
  'userid',
  'login',
  'log-in',
  'logon',
  'mhv',
  'account',
  'screen',
  'handle',
  'uid',
  'user-id',
  'signin',
  'sign-in',
  'profile',
];

export const USER_NAMES: readonly CuedPattern[] = [
  {
    type: 'USERNAME',
    name: 'user-name',
    confidence: 0.9,
    cues: CUES,
    pattern:
      /(?:(?:user|screen|account|profile|login|logon)[ _-]?(?:name|id)|user|log-?in|logon|sign-?in|mhv (?:id|user(?:[ _]?name)?|login)|handle|uid)(?:[ \t:#="'“(,]{1,4}(?:(?:is|was|of|as|name|id|i think it was|i think it is|i believe it is|might be|should be|used was|on file is|taken|ok|okay|accepted|rejected|not found|unknown|invalid)\b(?![._\d]))?){1,3}[ \t:#="'“(]{0,3}(?<v>(?=\d{0,6}[A-Za-z])\w[\w.-]{2,40}\w)/iy,
    accept: looksLikeUserName,
  },
  {
    type: 'USERNAME',
    name: `${ASKED}-signed-in-as`,
    confidence: 0.5,
    cues: ['signed', 'logged', 'username', 'name'],
    pattern:
      /(?:(?:signed|logged) (?:in|out|on|off) (?:as|with|under)|(?:user ?name|\bname) (?:taken|ok|okay|accepted|rejected|not found|unknown|invalid))[ :\n"'“=]{1,6}(?<v>[A-Za-z][\w.-]{2,40}\w)(?![\w@])/iy,
    accept: (value) => !NO_USER.test(value) && classify(value.toLowerCase()) !== 'name',
  },
  {
    type: 'USERNAME',
    name: 'user-name',
    confidence: 0.9,
    cues: 'un uname usr usrnm usrname usernm userid loginid lgn'.split(' '),
    pattern:
      /(?:u(?:n|name|sr|srnm|srname|sernm|serid)|loginid|lgn)(?: ?(?:id|nm|name))?(?:[ ]?[:=#][ ]?|(?<=nm|name)[ ])["'“]?(?<v>(?=\d{0,6}[A-Za-z])\w[\w.-]{2,40}\w)/iy,
    accept: (value) => !NO_USER.test(value) && !/\.(?:gov|com|me|net|org|md)$/i.test(value),
  },
  {
    type: 'USERNAME',
    name: 'user-name-of-account',
    confidence: 0.8,
    cues: ['acct', 'account'],
    pattern: /(?:acct|account)[ ]?[:=][ ]?(?<v>[A-Za-z][\w.-]{2,40}\w)/iy,
    accept: (value) => /\d|_|\w\.\w/.test(value),
  },
];

/** What else one signs in as or with, or what follows in a sentence. */
const NO_USER =
  /^(?:the|a|an|my|his|her|their|your|our|you|me|him|them|this|that|another|someone|somebody|me|him|id[._]?me|login[._]?gov|ds|dslogon|face|pin|piv|cac|email|e-mail|code|admin|administrator|guest|test|tester|user|veteran|vet|patient|caregiver|delegate|proxy|usual|well|expected|in|on|or|and|but|by|for|when|please|try|error)$/i;

/** "User 2nd login", "login 504s": an ordinal, a measure. */
const COUNTED = /^\d+(?:st|nd|rd|th|s|x|min|mins|am|pm|ms|mb|kb|days?|times?|hrs?)$/i;

/** A user name has a digit, a dot, an underscore or several hyphens, or stands where only one can: "is locked", "and password". */
function looksLikeUserName(value: string, text: string, start: number): boolean {
  if (COUNTED.test(value)) return false;
  if (/[\d_]|\w\.\w/.test(value)) return !/\.(?:gov|com|me|net|org|md)$/i.test(value);
  if (/\w-\w+-\w/.test(value)) return true;
  const after = text.slice(start + value.length, start + value.length + 14);
  if (
    !/^["'”)]?(?:(?: (?:is|was|got|gets|keeps))? (?:lock|disabl|suspend)|[ ,]*(?:and|&|\/|with)? pass|\. page)/i.test(
      after,
    )
  )
    return false;
  return classify(value.toLowerCase()) !== 'word';
}

/** What follows a word that makes it a handle: digits, or an underscore and digits. */
const HANDLE_END = /(?:\d{2,4}|_\d{2,5})(?![\w@.-]|%40)/iy;

const DOT = 0x2e;
const UNDERSCORE = 0x5f;
/** Shorter words before an underscore are codes: EVSS_021. */
const SHORTEST_JOINED = 5;

/** A name run together with digits, or with another name by a dot: "glenn14", "jhowe_541", "stan.stone". Asked about. */
export const findHandles: Detector = ({ text, words }) => {
  const findings: Finding[] = [];
  const add = (start: number, end: number) =>
    findings.push({ start, end, type: 'USERNAME', confidence: 0.55, detector: 'user-name-shape' });
  for (const [at, word] of words.entries()) {
    const after = text.charCodeAt(word.end);
    if (after !== DOT && after !== UNDERSCORE && !(after >= 0x30 && after <= 0x39)) continue;
    if (word.kind === 'word' || word.lower.length < 3 || /[\w.@/-]/.test(text[word.start - 1] ?? '')) continue;
    const next = words[at + 1];
    if (after === DOT && next !== undefined && next.start === word.end + 1) {
      const isFree = !/[\w@.]/.test(text[next.end] ?? '');
      if (isFree && next.kind !== 'word' && next.kind !== 'initial' && next.lower.length > 2) add(word.start, next.end);
      continue;
    }
    HANDLE_END.lastIndex = word.end;
    const joined =
      after === UNDERSCORE &&
      (word.lower.length >= SHORTEST_JOINED || /["“']/.test(text[word.start - 1] ?? '')) &&
      !word.capital;
    if ((word.kind === 'name' || joined) && HANDLE_END.test(text)) add(word.start, HANDLE_END.lastIndex);
  }
  return findings;
};
