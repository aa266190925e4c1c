// What stands above a message that was copied out of Slack or Teams: who wrote it and when, on lines of their own. It is about the
// message, and never what the report is about.

export interface PastedMessage {
  /** As it stood there, on one line; null where the text is no pasted message. */
  readonly head: string | null;
  readonly text: string;
}

/** Longer lines are no name with a time, in UTF-16 code units; and how many lines a name, a badge and a time take. */
const LONGEST_LINE = 100;
const MOST_LINES = 3;
const CLOCK = /^\[?(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:[ap]\.?m\.?)?\]?$/i;
const HALF_OF_DAY = /^[ap]\.?m\.?\]?$/i;
/** Words of a date before the time, and what joins the parts of a name. */
const SMALL: ReadonlySet<string> = new Set('at on today yesterday de la da von van bin al app'.split(' '));

/** "Jane Roe  9:14 AM", or the name, a badge and the time below each other, and then the message. */
export function withoutPastedHead(whole: string): PastedMessage {
  const lines = whole.split('\n');
  const above: string[] = [];
  for (const [at, line] of lines.slice(0, MOST_LINES).entries()) {
    const bare = line.trim();
    if (bare === '' || bare.length > LONGEST_LINE) break;
    above.push(bare);
    const before = wordsBeforeClock(bare);
    if (before === null) continue;
    const text = lines
      .slice(at + 1)
      .join('\n')
      .trim();
    const names = [...above.slice(0, -1).flatMap((one) => one.split(/\s+/)), ...before];
    const isHead = text !== '' && names.length > 0 && names.length <= 10 && isNamed(names);
    return isHead ? { head: above.join(' '), text } : { head: null, text: whole };
  }
  return { head: null, text: whole };
}

/** Null where the line does not end in a time of day. */
function wordsBeforeClock(line: string): string[] | null {
  const words = line.split(/\s+/);
  if (HALF_OF_DAY.test(words.at(-1) ?? '')) words.pop();
  return CLOCK.test(words.at(-1) ?? '') ? words.slice(0, -1) : null;
}

/** As names are written: no word of a sentence among them, but a single one may be somebody's login. */
function isNamed(words: readonly string[]): boolean {
  return words.length === 1 || words.every((word) => !/^\p{Ll}/u.test(word) || SMALL.has(word.toLowerCase()));
}
