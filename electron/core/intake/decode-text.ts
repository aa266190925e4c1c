// Bytes to text. Which encoding they are in is found from the bytes alone, and said.
import { CODE_PAGE_NAMES, CODE_PAGES, type CodePage } from './code-pages.ts';
import { FileProblem } from './file-problem.ts';

declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

export type Encoding = 'UTF-8' | 'UTF-16' | CodePage;

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

const SAVE_AGAIN = 'Save or export it again as "CSV UTF-8".';

/** @throws FileProblem when it is no text, or text in no encoding that can be told for certain */
export function decodeText(given: Uint8Array): DecodedText {
  const bytes = withoutPadding(given);
  const wide = wideOrder(bytes);
  if (wide !== null) return { text: withoutMark(decodeWide(bytes, wide)), encoding: 'UTF-16' };
  if (bytes.subarray(0, 65_536).includes(0))
    throw new FileProblem(`This is no text: it holds bytes that no spreadsheet writes. ${SAVE_AGAIN}`);
  try {
    return { text: withoutMark(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), encoding: 'UTF-8' };
  } catch {
    return decodeNarrow(bytes);
  }
}

/** DOS ends a text with a sign of its own, and a copy that was cut off is filled up with zeros. */
function withoutPadding(bytes: Uint8Array): Uint8Array {
  if (wideOrder(bytes) !== null) return bytes;
  return bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0 && byte !== 0x1a) + 1);
}

const withoutMark = (text: string) => (text.startsWith('\uFEFF') ? text.slice(1) : text);

/** By its mark; without one by the zero that stands beside nearly every letter. */
export function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff))
    throw new FileProblem(`This text is in UTF-32, which no export uses. ${SAVE_AGAIN}`);
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 2_000);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const enough = head.length / 4;
  return odd > enough && even === 0 ? 'utf-16le' : even > enough && odd === 0 ? 'utf-16be' : null;
}

function decodeWide(bytes: Uint8Array, order: 'utf-16le' | 'utf-16be'): string {
  if (bytes.length % 2 === 1)
    throw new FileProblem('The file is cut off: its last letter is half there. Export it again.');
  try {
    return new TextDecoder(order, { fatal: true }).decode(bytes);
  } catch {
    throw new FileProblem(`The file is damaged: it begins as UTF-16 and does not go on so. ${SAVE_AGAIN}`);
  }
}

/** One byte a letter; where letters of UTF-8 stand between (two files put together), those are read as such. */
function decodeNarrow(bytes: Uint8Array): DecodedText {
  const found = strayBytes(bytes);
  const { letters } = found;
  // Two bytes that make a letter of UTF-8 by chance are rare; where strays prevail nothing is in UTF-8.
  const strays = letters * 3 < found.strays.length ? highBytes(bytes) : found.strays;
  const [first = 0] = strays;
  if (letters > 0 && first >= bytes.length - 3 && (bytes[first] ?? 0) >= 0xc2)
    throw new FileProblem('The file is cut off: its last letter is half there. Export it again.');
  const scores = CODE_PAGE_NAMES.map((page) => ({ page, score: plausibility(bytes, strays, CODE_PAGES[page]) }));
  const [usual] = scores;
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  const chosen = usual !== undefined && usual.score >= 0 && best.score <= usual.score + 0.25 ? usual : best;
  if (chosen.score <= 0)
    throw new FileProblem(`Its letters are in an encoding that cannot be told for certain. ${SAVE_AGAIN}`);
  return { text: decodeMixed(bytes, strays, CODE_PAGES[chosen.page]), encoding: chosen.page };
}

/** Where bytes stand that are no part of a letter in UTF-8, and how many such letters of more than one byte there are. */
function strayBytes(bytes: Uint8Array): { readonly strays: readonly number[]; readonly letters: number } {
  const strays: number[] = [];
  let letters = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = letterLength(bytes, at);
    if (length === 0) strays.push(at);
    else if (length > 1) letters += 1;
    at += length || 1;
  }
  return { strays, letters };
}

function highBytes(bytes: Uint8Array): number[] {
  const high: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] ?? 0) >= 0x80) high.push(at);
  return high;
}

/** How many bytes the UTF-8 letter at a place has; 0 when none stands there. */
function letterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  for (let more = 1; more < length; more += 1) if (((bytes[at + more] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

function decodeMixed(bytes: Uint8Array, strays: readonly number[], page: string): string {
  const decoder = new TextDecoder('utf-8', { fatal: false });
  const parts: string[] = [];
  let from = 0;
  for (const at of strays) {
    if (at > from) parts.push(decoder.decode(bytes.subarray(from, at)));
    parts.push(page[(bytes[at] ?? 0) - 0x80] ?? '');
    from = at + 1;
  }
  parts.push(decoder.decode(bytes.subarray(from)));
  return parts.join('');
}

const SMALL = /^[áéíóúñüàèìòùâêîôûäëïöçãõåøæœßýÿšž]$/;
const GREAT = /^[ÁÉÍÓÚÑÜÀÈÌÒÙÂÊÎÔÛÄËÏÖÇÃÕÅØÆŒÝŠŽ]$/;
const MOST_LOOKED_AT = 2_000;

/** How far the letters make sense where they stand, from -1 to 1: é between small letters does, Ž there does not. */
function plausibility(bytes: Uint8Array, strays: readonly number[], page: string): number {
  const looked = strays.slice(0, MOST_LOOKED_AT);
  let sum = 0;
  for (const at of looked) {
    const [before, letter, after] = [at - 1, at, at + 1].map((place) => {
      const byte = bytes[place] ?? 32;
      return byte < 0x80 ? String.fromCharCode(byte) : (page[byte - 0x80] ?? ' ');
    });
    sum += sense(before ?? ' ', letter ?? ' ', after ?? ' ');
  }
  return sum / Math.max(1, looked.length);
}

function sense(before: string, letter: string, after: string): number {
  const [inWord, goesOn] = [/[a-z]/i.test(before), /[a-z]/i.test(after)];
  const isLetter = SMALL.test(letter) || GREAT.test(letter);
  // A word of marked letters only is a word of another alphabet.
  if (isLetter && !inWord && !goesOn && [before, after].some((one) => SMALL.test(one) || GREAT.test(one))) return -1;
  if (SMALL.test(letter)) return /[A-Z]/.test(after) && /[A-Z]/.test(before) ? -1 : inWord || goesOn ? 1 : 0.2;
  if (GREAT.test(letter)) return /[a-z]/.test(before) ? -1 : inWord || goesOn ? 1 : 0.2;
  if (letter === '’') return inWord ? 1 : 0.3;
  if (/[–—…]/.test(letter)) return inWord && goesOn ? -0.3 : 0.7;
  if (/[“‘„¿¡«]/.test(letter)) return !inWord && goesOn ? 1 : inWord ? -1 : 0.3;
  if (/[”»]/.test(letter)) return goesOn ? -0.5 : 0.7;
  if (/[\x80-\x9F]/.test(letter)) return -2;
  if (/[\u00A0®©™°•·§]/.test(letter)) return inWord && goesOn ? -1 : 0.4;
  if (/[€£¥¢±×÷²³½¼¾µ]/.test(letter) && !inWord) return 0.3;
  return inWord || goesOn || before > '\x7F' || after > '\x7F' ? -1 : -0.2;
}
