// A user name or a number in several parts is masked whole: "preacher_pence", "7W96-J9X0-GO13". Who sees one part guesses the rest.
import { TAGS } from './chain.ts';
import type { Run } from './longer-names.ts';
import type { Token } from './tokens.ts';

const MOST_PARTS = 5;
const JOINT = /^[._-]?$/;
/** Of a file, behind a dot. */
const ENDING =
  /^(?:pdf|json|xml|csv|log|txt|docx?|xlsx?|png|jpe?g|gif|tiff?|html?|[jt]sx?|rb|py|sh|ya?ml|zip|wav|mp[34]|com|gov|org|net|mil|local)$/i;

/** The run, or all of the unbroken piece it stands in. */
export function wholePiece(text: string, tokens: readonly Token[], run: Run): Run {
  const tag = TAGS[run.tag];
  const [first, last] = [tokens[run.from], tokens[run.to]];
  if ((tag !== 'USERNAME' && tag !== 'ID') || first === undefined || last?.chunkFrom !== first.chunkFrom) return run;
  const [from, to] = [first.chunkFrom, first.chunkTo - 1];
  if ((from === run.from && to === run.to) || to - from >= MOST_PARTS) return run;
  for (let at = from; at <= to; at += 1) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (token === undefined) return run;
    const gap = at === from || before === undefined ? '' : text.slice(before.end, token.start);
    if (!JOINT.test(gap) || (gap === '.' && ENDING.test(text.slice(token.start, token.end)))) return run;
    if (tag === 'ID' && at > from && !isOfNumber(token, text) && !isOfNumber(before, text)) return run;
  }
  return { ...run, from, to };
}

/** Digits, or few letters in capitals beside them. */
function isOfNumber(token: Token | undefined, text: string): boolean {
  if (token === undefined) return false;
  const part = text.slice(token.start, token.end);
  return token.look.isNumber || (part.length <= 3 && part === part.toUpperCase());
}
