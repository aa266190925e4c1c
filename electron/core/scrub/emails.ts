// Email as typed and as spoken. Looked for from the sign or the "at" outwards, because most texts have neither.
import type { Finding } from '../words/pii.ts';
import type { Detector } from './detector.ts';

const LONGEST_LOCAL = 64;
const LOCAL = /[\p{L}\p{M}\p{N}._%+'-]/u;
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
  const add = (start: number, end: number, detector: string, confidence: number) =>
    findings.push({ start, end, type: 'EMAIL', confidence, detector });
  const spoken = (at: number) => {
    const end = matchEnd(SPOKEN_DOMAIN, text, at);
    const left = end === null ? null : SPOKEN_LOCAL.exec(text.slice(Math.max(0, at - LONGEST_SPOKEN), at));
    if (end === null || left === null) return;
    const start = at - left[0].length;
    if (SURE.test(text.slice(start, end))) add(start, end, 'email-spoken', 0.95);
  };
  for (const sign of ['@', '%40']) {
    for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
      const end = matchEnd(DOMAIN, text, at);
      let start = at;
      while (start > 0 && at - start < LONGEST_LOCAL && LOCAL.test(text[start - 1] ?? '')) start -= 1;
      if (end !== null && start < at) add(start, end, 'email', 0.99);
      else if (text[at - 1] === ' ') spoken(at);
    }
  }
  for (const { start, lower } of words) {
    if (lower !== 'at') continue;
    const before = text[start - 1];
    spoken(before === '(' || before === '[' ? start - 1 : start);
  }
  return findings;
};

function matchEnd(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
