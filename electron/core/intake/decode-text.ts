// Bytes to text. Which encoding they are in is found from the bytes alone, and said.
import { CODE_PAGE_NAMES, CODE_PAGES, type CodePage } from './code-pages.ts';
import { FileProblem } from './file-problem.ts';
import { plausibility } from './letter-sense.ts';

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
const CUT_OFF = 'The file is cut off: its last letter is half there. Export it again.';
/** Bytes of a letter in UTF-8. */
const LONGEST_LETTER = 4;
/** No letter of more than one byte begins with a lower one. */
const FIRST_LEAD = 0xc2;
/** How much more sense the letters of another code page must make before Windows' own is given up. */
const CLEARLY = 0.25;

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

type WideOrder = 'utf-16le' | 'utf-16be';

/** Byte order marks, the longer first. */
const MARKS: readonly { readonly bytes: readonly number[]; readonly order: WideOrder | 'utf-32' }[] = [
  { bytes: [0xff, 0xfe, 0, 0], order: 'utf-32' },
  { bytes: [0, 0, 0xfe, 0xff], order: 'utf-32' },
  { bytes: [0xff, 0xfe], order: 'utf-16le' },
  { bytes: [0xfe, 0xff], order: 'utf-16be' },
];

/** By its mark; without one by the zero that stands beside nearly every letter. */
export function wideOrder(bytes: Uint8Array): WideOrder | null {
  const mark = MARKS.find((known) => known.bytes.every((byte, at) => bytes[at] === byte));
  if (mark?.order === 'utf-32') throw new FileProblem(`This text is in UTF-32, which no export uses. ${SAVE_AGAIN}`);
  return mark?.order ?? orderByZeros(bytes.subarray(0, 2_000));
}

function orderByZeros(head: Uint8Array): WideOrder | null {
  const zerosAt = (parity: 0 | 1) => head.reduce((all, byte, at) => all + (byte === 0 && at % 2 === parity ? 1 : 0), 0);
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  const enough = head.length / 4;
  if (odd > enough && even === 0) return 'utf-16le';
  return even > enough && odd === 0 ? 'utf-16be' : null;
}

function decodeWide(bytes: Uint8Array, order: 'utf-16le' | 'utf-16be'): string {
  if (bytes.length % 2 === 1) throw new FileProblem(CUT_OFF);
  try {
    return new TextDecoder(order, { fatal: true }).decode(bytes);
  } catch {
    throw new FileProblem(`The file is damaged: it begins as UTF-16 and does not go on so. ${SAVE_AGAIN}`);
  }
}

/** One byte a letter; where letters of UTF-8 stand between (two files put together), those are read as such. */
function decodeNarrow(bytes: Uint8Array): DecodedText {
  const found = strayBytes(bytes);
  // Two bytes that make a letter of UTF-8 by chance are rare; where strays prevail nothing is in UTF-8.
  const strays = found.letters * 3 < found.strays.length ? highBytes(bytes) : found.strays;
  if (found.letters > 0 && endsInHalfLetter(bytes, strays)) throw new FileProblem(CUT_OFF);
  const encoding = mostPlausible(bytes, strays);
  return { text: decodeMixed(bytes, strays, CODE_PAGES[encoding]), encoding };
}

/** The first byte that is out of place may begin a letter of UTF-8, and stands too near the end for one. */
function endsInHalfLetter(bytes: Uint8Array, strays: readonly number[]): boolean {
  const [first = 0] = strays;
  return first > bytes.length - LONGEST_LETTER && (bytes[first] ?? 0) >= FIRST_LEAD;
}

/** The page whose letters make the most sense; that of Windows unless another makes clearly more. */
function mostPlausible(bytes: Uint8Array, strays: readonly number[]): CodePage {
  const scores = CODE_PAGE_NAMES.map((page) => ({ page, score: plausibility(bytes, strays, CODE_PAGES[page]) }));
  const [usual] = scores;
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  const chosen = usual !== undefined && usual.score >= 0 && best.score <= usual.score + CLEARLY ? usual : best;
  if (chosen.score > 0) return chosen.page;
  throw new FileProblem(`Its letters are in an encoding that cannot be told for certain. ${SAVE_AGAIN}`);
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

/** How many bytes the UTF-8 letter has that begins with such a byte; 0 where none does. */
function letterLengthBy(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < FIRST_LEAD) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? LONGEST_LETTER : 0;
}

/** How many bytes the UTF-8 letter at a place has; 0 when none stands there. */
function letterLength(bytes: Uint8Array, at: number): number {
  const length = letterLengthBy(bytes[at] ?? 0);
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
