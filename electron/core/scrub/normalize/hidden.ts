// Text inside text: base64 and hexadecimal that decode to something a person can read. It cannot be masked in part, so the
// whole run is, when what it says is personal.

export interface HiddenText {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const RUN = /(?<![\w+/=-])(?:[A-Za-z0-9+/_-]{12,20000}={0,2})(?![\w+/=-])/g;
const HEX = /^(?:[0-9a-f]{2}){9,10000}$/i;
const MAY_HIDE = /[A-Za-z0-9+/_-]{12}/;
const READABLE = /^[\t\n\r\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]+$/u;
/** Beyond this a run is a picture or an attachment, whose beginning tells. */
const FIRST = 20_000;

/** Every run that decodes to readable text, with what it says. */
export function findHidden(text: string): HiddenText[] {
  if (!MAY_HIDE.test(text)) return [];
  const found: HiddenText[] = [];
  for (const match of text.matchAll(RUN)) {
    const run = match[0];
    const says = decode(run);
    if (says !== null) found.push({ start: match.index, end: match.index + run.length, text: says });
  }
  return found;
}

function decode(run: string): string | null {
  // A word, a path or a number is no code: those of length have both letter cases, or digits among letters.
  if (!/[a-z]/i.test(run) && !HEX.test(run)) return null;
  const bytes = HEX.test(run)
    ? (run.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
    : fromBase64(run.slice(0, FIRST));
  if (bytes === null) return null;
  try {
    const says = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    return says.length > 4 && READABLE.test(says) ? says : null;
  } catch {
    return null;
  }
}

function fromBase64(run: string): number[] | null {
  if (!/[A-Z]/.test(run) || !/[a-z]/.test(run)) return null;
  try {
    const plain = atob(run.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, ''));
    return Array.from(plain, (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}
