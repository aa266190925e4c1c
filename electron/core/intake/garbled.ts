// Text that was once read in the wrong encoding and saved so: "MuÃ±oz" for "Muñoz", "donâ€™t" for "don’t". Where the bytes
// of UTF-8 show through it is certain and mended; where letters are lost the row is refused, because a name that is not
// written as it is would not be found and masked.
import { bytesOf, CODE_PAGE_NAMES, CODE_PAGES, type CodePage } from './code-pages.ts';

/** What is said of a file in which letters were mended. */
export const MENDED = 'Letters that were saved in the wrong encoding were mended.';

const ROUNDS = 3;

/** Letters that stand in reports: Latin with marks, typographic signs, the lost-letter sign, emoji. */
const LIKELY =
  /^[\u0080-\u017F\u2010-\u203A\u20AC\u2122\u2190-\u21FF\u2600-\u27BF\uFB01\uFB02\uFEFF\uFFFD\u{1F300}-\u{1FAFF}]$/u;

interface Mender {
  readonly pattern: RegExp;
  readonly bytes: ReadonlyMap<string, number>;
}

const MENDERS: readonly Mender[] = CODE_PAGE_NAMES.map(menderOf);

function menderOf(page: CodePage): Mender {
  const bytes = bytesOf(page);
  const letters = (from: number, to: number) =>
    [...bytes].flatMap(([letter, byte]) => (byte >= from && byte <= to ? [escaped(letter)] : [])).join('');
  const more = `[${letters(0x80, 0xbf)}]`;
  return {
    pattern: new RegExp(
      `[${letters(0xc2, 0xdf)}]${more}|[${letters(0xe0, 0xef)}]${more}{2}|[${letters(0xf0, 0xf4)}]${more}{3}`,
      'g',
    ),
    bytes,
  };
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The text as it was meant, and whether anything was mended. */
export function mendText(text: string): { readonly text: string; readonly isMended: boolean } {
  if (!/[^\0-\x7F]/.test(text)) return { text, isMended: false };
  let mended = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = mended;
    for (const { pattern, bytes } of MENDERS)
      mended = mended.replace(pattern, (run) => letterOf(Array.from(run, (letter) => bytes.get(letter) ?? 0)) ?? run);
    if (mended === before) break;
  }
  // Windows-1252 read as ISO-8859-1: its quotation marks became control characters, which no text has.
  mended = mended.replace(
    /[\x80-\x9F]/g,
    (letter) => CODE_PAGES['Windows-1252'][letter.charCodeAt(0) - 0x80] ?? letter,
  );
  return { text: mended, isMended: mended !== text };
}

/** The letter these bytes of UTF-8 are; null when no report would hold it. */
function letterOf([lead = 0, ...more]: readonly number[]): string | null {
  const first = more.length === 1 ? lead & 0x1f : more.length === 2 ? lead & 0x0f : lead & 0x07;
  const code = more.reduce((sum, byte) => sum * 64 + (byte & 0x3f), first);
  if (code > 0x10ffff) return null;
  const letter = String.fromCodePoint(code);
  return LIKELY.test(letter) ? letter : null;
}

/** Signs that stand in no word; between two letters each is a letter read wrongly. */
const IN_WORD = /\p{L}[±¤¢£¥¦¬†‡‰ƒ\u2500-\u259F√∞≈∂∑∏π∫∆◊ΘΦφ∩≡⌠⌡ⁿ]\p{Ll}|\p{Ll}[ŽŠŸ]\p{Ll}/u;
/** The lost-letter sign, and what is left of garbled letters when a part of them is gone. */
const LOST = /\uFFFD|ï¿½|â€|Ã[\s?]|Ã$/;

/** True where letters are lost or read wrongly and nobody can say which they were. */
export function isGarbled(text: string): boolean {
  return /[^\0-\x7F]/.test(text) && (LOST.test(text) || IN_WORD.test(text));
}

/** True for a name in which a letter became a question mark. */
export function isGarbledName(name: string): boolean {
  return isGarbled(name) || /\p{L}\?\p{L}/u.test(name);
}
