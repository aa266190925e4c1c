// Email as typed and as spoken. Looked for from the sign or the "at" outwards, because most texts have neither.
import type { Finding } from '../domain/pii.ts';
import { type CuedRule, type Detector, matchEnd } from './detector.ts';
import { classify } from './names/lists.ts';

const LONGEST_LOCAL = 64;
const LOCAL = /[\p{L}\p{M}\p{N}._%+'-]/u;
const DOMAIN = /(?:@|%40)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}/uy;

/** Torn behind the sign, by a space or where a line ends: "gunny2@ usmc-vets.org". */
const TORN_DOMAIN =
  /@[ ]{0,2}(?:\r?\n(?:>[ ]?)?)?[ ]{0,2}[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,3}\.(?:com|net|org|gov|edu|mil|us|info|biz|co|uk|me|io|team|email)(?![\p{L}\p{N}-])/iuy;
/** Of a package, not of a host: `vaos@3.27.5`. */
const VERSION = /^(?:v?\d+(?:\.\d+){1,3}|latest|next)$/i;

const LONGEST_SPOKEN = 160;
const SPOKEN_LOCAL = /[A-Z0-9_-]{1,40}(?:(?: dot | ?\. ?|_| underscore | dash )[A-Z0-9_-]{1,40}){0,4} ?$/i;
const HOSTS =
  'gmail|yahoo|aol|hotmail|outlook|icloud|comcast|att|verizon|protonmail|proton|msn|live|va|me|ymail|sbcglobal|cox|charter|bellsouth';
const HOST = new RegExp(`^(?:${HOSTS})$`, 'i');
const ENDING = '(?:(?: dot | ?\\. ?| ?\\(dot\\) ?)(?:com|net|org|gov|edu|mil|us|info|co|uk)\\b)';
/** Known hosts may stand alone; any other needs its ending, else "stuck at ID.me" would be one. */
const SPOKEN_DOMAIN = new RegExp(
  `(?:at |\\(at\\) ?|\\[at\\] ?|@ )(?:(?:${HOSTS})\\b${ENDING}{0,2}|(?!login\\b)[a-z0-9-]{2,30}${ENDING}{1,2})`,
  'iy',
);
/** An initial that is said apart: "r flowers at icloud dot com". */
const INITIAL_BEFORE = /(?<![\p{L}\p{N}.'’-])[b-hj-z] [a-z0-9_-]{2,40}(?: dot [a-z0-9_-]{1,40}){0,3} ?$/iu;
/** The article is an initial where a value begins: "email: a carvalho at windstream dot net". */
const A_BEFORE = /(?<=[:=("'“,][ ]?)a [a-z0-9_-]{2,40}(?: dot [a-z0-9_-]{1,40}){0,3} ?$/iu;
/** Letters spelled by words: "r as in romeo kincaid 52 at gmail". */
const SPELLED_BEFORE =
  /(?<![\p{L}\p{N}])(?:[a-z] (?:as in|like in|like|for) \p{L}{2,12},? (?:(?:then|and|dot|underscore) )?){1,8}(?:[\p{L}\p{N}_-]{1,40} ){0,3}$/iu;
/** All that stands between the label and the "at", when no sentence does: "email is ann lee 52 at gmail". */
const LABEL_BEFORE =
  /e-?mail(?: addr(?:ess)?| addy)?(?: is| was|:|,|=){1,2} (?<v>(?!.*\b(?:me|him|her|it|to|from|sent|not|is|my|the|for|on|an?|address|account|bounced|works?)\b)(?:[\p{L}\p{N}_.+'-]{1,30} ){2,5})$/iu;
/** Sites that people are stuck at; an address there is put together of several parts. */
const SITE = /(?:^|[ @\])])(?:va|vets|id|login)\b/i;
const JOINED = /[._\d]| dot | underscore | dash /i;
/** "at va" or "at live" says nothing without a dot; these hosts do. */
const SURE = /dot|\.|gmail|yahoo|aol|hotmail|outlook|icloud|comcast|verizon|proton|msn/i;

export const findEmails: Detector = ({ text }) => {
  const findings: Finding[] = [];
  for (const sign of ['@', '%40']) {
    for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
      const end = matchEnd(DOMAIN, text, at) ?? matchEnd(TORN_DOMAIN, text, at);
      let start = at;
      while (start > 0 && at - start < LONGEST_LOCAL && LOCAL.test(text[start - 1] ?? '')) start -= 1;
      if (end !== null && VERSION.test(text.slice(at + sign.length, end))) continue;
      if (end !== null && /[\p{L}\p{N}]/u.test(text.slice(start, at))) {
        // Without a dot it may be a package or a product: component-library@iOS.
        const confidence = isHost(text.slice(at + sign.length, end)) ? 0.99 : 0.5;
        findings.push({ start, end, type: 'EMAIL', confidence, detector: 'email' });
      } else {
        const spoken = text[at - 1] === ' ' ? spokenAt(text, at) : null;
        if (spoken !== null) findings.push(spoken);
      }
    }
  }
  return findings;
};

function isHost(domain: string): boolean {
  return domain.includes('.') || HOST.test(domain);
}

export const SPOKEN_EMAILS: readonly CuedRule[] = [
  {
    cues: ['at'],
    find({ text, words }, at) {
      const start = words[at]?.start ?? 0;
      return spokenAt(text, /[([]/.test(text[start - 1] ?? '') ? start - 1 : start);
    },
  },
];

/** An address around an "at" or a sign with spaces, as people say it. */
function spokenAt(text: string, at: number): Finding | null {
  const end = matchEnd(SPOKEN_DOMAIN, text, at);
  const left = end === null ? null : SPOKEN_LOCAL.exec(text.slice(Math.max(0, at - LONGEST_SPOKEN), at));
  if (end === null || left === null) return null;
  const start = at - lengthSpoken(text.slice(Math.max(0, at - LONGEST_SPOKEN), at), left[0]);
  const host = text.slice(at, end);
  if (
    !SURE.test(host) ||
    (SITE.test(host) && !JOINED.test(left[0]) && classify(left[0].trim().toLowerCase()) === 'word')
  )
    return null;
  return { start, end, type: 'EMAIL', confidence: 0.95, detector: 'email-spoken' };
}

/** How many signs before the "at" belong to the address: as much as something says so, or else one word. */
function lengthSpoken(before: string, word: string): number {
  const more =
    SPELLED_BEFORE.exec(before)?.[0] ??
    LABEL_BEFORE.exec(before)?.groups?.v ??
    (INITIAL_BEFORE.exec(before) ?? A_BEFORE.exec(before))?.[0];
  return Math.max(more?.length ?? 0, word.length);
}
