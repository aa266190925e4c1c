// One view of a text for all detectors, without its disguises. What is found in the view is masked in the original.
import { CHARACTERS } from './characters.ts';
import { ENCODINGS } from './encodings.ts';
import { MARKUP } from './markup.ts';
import { SPELLED } from './spelled.ts';
import { SPOKEN_DIGITS } from './spoken-digits.ts';
import { type View, viewOf } from './view.ts';

/** Codes first, because they may hide any of the others; then characters, layout, and what is spelled out. */
const REWRITES = [...ENCODINGS, ...CHARACTERS, ...MARKUP, ...SPOKEN_DIGITS, ...SPELLED];

/** The text as a person reads it, and the way back. Linear in its length; most texts are returned as they are. */
export function normalize(text: string): View {
  return viewOf(text, REWRITES);
}
