// Email as typed and as spoken. Looked for from the sign or the "at" outwards, because most texts have neither.
import type { Finding } from '../words/pii.ts';
import type { Detector } from './detector.ts';

const LONGEST_LOCAL = 64;
const LOCAL = /[\p{L}\p{M}\p{N}._%+'-]{1,64}$/u;
const DOMAIN = /(?:@|%40)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}/uy;

const LONGEST_SPOKEN = 160;
const SPOKEN_LOCAL = /[A-Z0-9_-]{1,40}(?:(?: dot | ?\. ?|_| underscore | dash )[A-Z0-9_-]{1,40}){0,4} ?$/i;
const HOSTS =
  'gmail|yahoo|aol|hotmail|outlook|icloud|comcast|att|verizon|protonmail|proton|msn|live|va|me|ymail|sbcglobal|cox|charter|bellsouth';
const SPOKEN_DOMAIN = new RegExp(
  `(?:at |\\(at\\) ?|\\[at\\] ?|@ )(?:(?:${HOSTS})|[a-z0-9-]{2,30}(?= ?(?: dot |\\.)))(?:(?: dot | ?\\. ?| ?\\(dot\\) ?)(?:com|net|org|gov|edu|mil|us|info|co|uk)\\b){0,2}`,
  'iy',
);
/** "at va" or "at live" says nothing without a dot; these hosts do. */
const SURE = /dot|\.|gmail|yahoo|aol|hotmail|outlook|icloud|comcast|verizon|proton|msn/i;

export const findEmails: Detector = ({ text, words }) => {
  const findings: Finding[] = [];
  const lookAround = (at: number, domain: RegExp, local: RegExp, reach: number, name: string, confidence: number) => {
    domain.lastIndex = at;
    const right = domain.exec(text);
    if (right === null) return;
    const left = local.exec(text.slice(Math.max(0, at - reach), at));
    if (left === null) return;
    const [start, end] = [at - left[0].length, at + right[0].length];
    if (name === 'email' || SURE.test(text.slice(start, end)))
      findings.push({ start, end, type: 'EMAIL', confidence, detector: name });
  };
  for (const sign of ['@', '%40']) {
    for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
      lookAround(at, DOMAIN, LOCAL, LONGEST_LOCAL, 'email', 0.99);
      lookAround(at, SPOKEN_DOMAIN, SPOKEN_LOCAL, LONGEST_SPOKEN, 'email-spoken', 0.95);
    }
  }
  for (const { start, lower } of words) {
    if (lower !== 'at') continue;
    const before = text[start - 1];
    lookAround(
      before === '(' || before === '[' ? start - 1 : start,
      SPOKEN_DOMAIN,
      SPOKEN_LOCAL,
      LONGEST_SPOKEN,
      'email-spoken',
      0.95,
    );
  }
  return findings;
};
