// Passwords, one-time codes and tokens, by the word before them.
import type { CuedPattern } from './detector.ts';
import { labelled } from './label.ts';
import { classify } from './names/lists.ts';

export const SECRETS: readonly CuedPattern[] = [
  labelled({
    type: 'SECRET',
    name: 'one-time-code',
    confidence: 0.9,
    cues: 'otp code verification passcode security one-time one access pin',
    label: '(?:otp|(?:verification|security|one[- ]time|access|sms|text|mfa|login|sign-in) (?:pass)?code|passcode|pin)',
    value: '\\d{4,8}',
  }),
  {
    type: 'SECRET',
    name: 'password',
    confidence: 0.95,
    cues: [
      'password',
      'passwrod',
      'pasword',
      'passwd',
      'passcode',
      'passphrase',
      'pwd',
      'pw',
      'pin',
      'pass',
      'token',
      'secret',
      'apikey',
      'api',
    ],
    pattern:
      /(?:passw(?:or|ro)d|pasword|passwd|passcode|passphrase|pwd|pw|pin|pass|token|secret|api ?key)(?: (?:he|she|they|i) (?:used|uses|tried|gave|set)(?: was| is)?| (?:is|was|to|set to|changed to|reset to|used was)(?:[:=]| -)?|[ ]?[:=])[ \t]*["'“(]?(?<v>[^\s,;"'”]{3,64}?)(?=["'”)]?[.!?)]?(?:[\s,;"]|$))/iy,
    accept: looksLikeSecret,
  },
  {
    type: 'SECRET',
    name: 'password-quoted',
    confidence: 0.95,
    cues: ['password', 'passcode', 'passphrase', 'pwd', 'pw'],
    pattern:
      /(?:password|passcode|passphrase|pwd|pw)(?: (?:is|was|of|to))?[ :=]{1,3}["“'](?<v>[^"”'\n]{3,64})(?=["”'])/iy,
  },
  {
    type: 'SECRET',
    name: 'password-mixed',
    confidence: 0.9,
    cues: ['password', 'passcode', 'pwd', 'pw', 'pass'],
    // A level of assurance is no secret: "can't pass LOA3".
    pattern:
      /(?:password|passcode|pwd|pw|pass)[ /:=-]{1,3}(?!(?:loa|ial|aal)\d)(?<v>(?=[^\s,;]{0,40}[A-Za-z])(?=[^\s,;]{0,40}\d)[^\s,;]{5,40}?)(?=[.!?)]?(?:[\s,;]|$))/iy,
  },
  {
    type: 'SECRET',
    name: 'bearer',
    confidence: 0.97,
    cues: ['bearer', 'authorization', 'token', 'ghp', 'jwt', 'sessionid', 'session', 'cookie'],
    pattern:
      /(?:authorization: )?(?:bearer|token|jwt|session(?: ?id)?|cookie)[ \t:=]{1,3}(?<v>(?=[\w.+/=-]{0,80}\d)[\w.+/=-]{12,2000})/iy,
  },
];

/** A password has a digit or a sign, or capitals inside, or is no word: "is expired" and "is not working" are none. */
function looksLikeSecret(value: string): boolean {
  if (/[\d@#$%^&*_+=]|!\w|[a-z][A-Z]/.test(value)) return true;
  return /^[A-Za-z-]+$/.test(value) && classify(value.toLowerCase()) !== 'word';
}
