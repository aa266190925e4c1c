// The letter case of what is learned, drawn at random: people write names small among capitals, and phones write a capital
// wherever a sentence begins. Never used on what judges.
import type { LabelledCase } from '../corpus.ts';
import type { Random } from '../makers/random.ts';

const NAMES_SMALL = 0.12;
const ONLY_SENTENCES = 0.1;
/** What people write small when in a hurry; the letters of a code or a password are part of it. */
const NAMED = new Set('NAME GIVEN FAMILY REVERSED NICK PERSON ADDRESS STREET CITYLINE CITY'.split(' '));
const SENTENCE_START = /(?:^|[.!?]\s|\n)\p{Ll}/gu;

/** The same case, mostly as it is; names and addresses in small letters, or capitals only where a sentence begins. */
export function inDrawnCase({ text, spans }: LabelledCase, random: Random): LabelledCase {
  const chance = random.unit();
  if (chance >= NAMES_SMALL + ONLY_SENTENCES) return { text, spans };
  return chance < NAMES_SMALL
    ? { text: changed(text, spans, ({ type }) => NAMED.has(type), small), spans }
    : { text: onlySentences(text, spans), spans };
}

function onlySentences(text: string, spans: LabelledCase['spans']): string {
  const opened = small(text).replace(SENTENCE_START, (start) => start.toUpperCase());
  // Codes, passwords and the like stay as they were.
  return changed(
    opened,
    spans,
    ({ type }) => !NAMED.has(type),
    (_, start, end) => text.slice(start, end),
  );
}

function changed(
  text: string,
  spans: LabelledCase['spans'],
  which: (span: LabelledCase['spans'][number]) => boolean,
  change: (part: string, start: number, end: number) => string,
): string {
  return spans
    .filter(which)
    .reduce(
      (whole, { start, end }) => whole.slice(0, start) + change(whole.slice(start, end), start, end) + whole.slice(end),
      text,
    );
}

/** In small letters, as long as before: the spans keep their offsets. */
function small(text: string): string {
  return text.replace(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
}
