// A user name or a number in several parts is masked whole: "preacher_pence", "7W96-J9X0-GO13". Who sees one part guesses the rest.
import { TAGS } from './chain.ts';
import type { Run } from './longer-names.ts';
import type { Token } from './tokens.ts';

const MOST_PARTS = 5;
const JOINT = /^[._-]?$/;
/** Of a file, behind a dot. */
const ENDING =
  /^(?:pdf|json|xml|csv|log|txt|docx?|xlsx?|png|jpe?g|gif|tiff?|html?|[jt]sx?|rb|py|sh|ya?ml|zip|wav|mp[34]|com|gov|org|net|mil|local)$/i;

/** What user names are made of beside a name: "usaf.katheryn", "grant_medic". */
const SERVICE =
  /^(?:usmc|usn|usaf|uscg|usa|army|navy|marines?|vet|veteran|ret|retired|nam|airborne|abn|ranger|seabee|cav|medic|corpsman|recon|nurse|doc|gunny|chief|sgt|cpl|capt|sarge|grunt|swabbie|squid|jarhead|mrs?|ms|dr)$/;

/** The run, or all of the unbroken piece it stands in. */
export function wholePiece(text: string, tokens: readonly Token[], run: Run): Run {
  const tag = TAGS[run.tag];
  const [first, last] = [tokens[run.from], tokens[run.to]];
  const isOfService = tag === 'NAME' && hasServiceBeside(text, tokens, run);
  if (
    (tag !== 'USERNAME' && tag !== 'ID' && !isOfService) ||
    first === undefined ||
    last?.chunkFrom !== first.chunkFrom
  )
    return run;
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

/** A name joined to a word of service by a dot, a hyphen or an underscore is a user name. */
function hasServiceBeside(text: string, tokens: readonly Token[], { from, to }: Run): boolean {
  const isJoined = (at: number) => {
    const [before, token] = [tokens[at - 1], tokens[at]];
    return before !== undefined && token !== undefined && /^[._-]$/.test(text.slice(before.end, token.start));
  };
  const isService = (at: number) => SERVICE.test(text.slice(tokens[at]?.start, tokens[at]?.end).toLowerCase());
  return (isJoined(from) && isService(from - 1)) || (isJoined(to + 1) && isService(to + 1));
}

/** Digits, or few letters in capitals beside them. */
function isOfNumber(token: Token | undefined, text: string): boolean {
  if (token === undefined) return false;
  const part = text.slice(token.start, token.end);
  return token.look.isNumber || (part.length <= 3 && part === part.toUpperCase());
}
