// User names, by what stands before them: "user bmasson95 is locked", "login: greenc". They have no shape of their own.
import type { CuedPattern } from './detector.ts';
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
      /(?:(?:user|screen|account|profile|login|logon)[ _-]?(?:name|id)|user|log-?in|logon|sign-?in|mhv (?:id|user(?:[ _]?name)?|login)|handle|uid)(?:[ \t:#="'“(]{1,4}(?:(?:is|was|of|as|name|id)\b(?![._\d]))?){1,3}[ \t:#="'“(]{0,3}(?<v>[A-Za-z][\w.-]{2,40}\w)/iy,
    accept: looksLikeUserName,
  },
];

/** A user name has a digit, a dot or an underscore, or stands where only one can: "is locked", "and password". */
function looksLikeUserName(value: string, text: string, start: number): boolean {
  if (/[\d_]|\w\.\w/.test(value)) return !/\.(?:gov|com|me|net|org|md)$/i.test(value);
  const after = text.slice(start + value.length, start + value.length + 14);
  if (
    !/^["'”)]?(?:(?: (?:is|was|got|gets|keeps))? (?:lock|disabl|suspend)|[ ,]*(?:and|&|\/|with)? pass|\. page)/i.test(
      after,
    )
  )
    return false;
  return classify(value.toLowerCase()) !== 'word';
}
