// Texts that the scrubber asks about, whatever it has learned: it grows surer with every training, so that the sentences are
// chosen by what it asks today.
import { isQuestion, openQuestions } from '../../electron/core/domain/pii.ts';
import { findPii } from '../../electron/core/scrub/find-pii.ts';

const HARD = [
  'Told by Autumn that Dale Station has the form.',
  'Forest Hill sees the error too.',
  'Will Power cannot sign in.',
  'Dawn Patrol reported it.',
  'Rocky Point has no data.',
  'Georgia Park wrote again.',
  'Brook Stone has no list.',
  'Number 5521 was given.',
  'Ask for jdw in billing.',
  'The code B4471 is refused.',
  'Melody Bay is down too.',
  'Ruby is slow again.',
];

function findings(text: string) {
  return findPii(text).map((finding) => ({ ...finding, decision: 'none' }));
}

/** The words that are asked about, in the order they are asked. */
export function askedAbout(text: string): string[] {
  return openQuestions(text, findings(text)).map(({ start, end }) => text.slice(start, end));
}

/** Texts with so many questions each, of different sentences. @throws Error where too few sentences are hard any more */
export function textsWithQuestions(...counts: readonly number[]): string[] {
  const left = [...HARD];
  return counts.map((count) => {
    let text = 'The page does not open.';
    while (askedAbout(text).length < count) {
      const sentence = left.shift();
      if (sentence === undefined) throw new Error('The scrubber is sure of these sentences now: add harder ones.');
      const longer = `${text} ${sentence}`;
      if (askedAbout(longer).length > askedAbout(text).length) text = longer;
    }
    return text;
  });
}

/** A text in which the same words are asked about at two places. @throws Error where there is none any more */
export function textAskedTwice(): string {
  const text = HARD.map((sentence) => `${sentence} ${sentence}`).find((twice) => {
    const [words] = askedAbout(twice);
    return findings(twice).filter((one) => isQuestion(one) && twice.slice(one.start, one.end) === words).length === 2;
  });
  if (text === undefined) throw new Error('The scrubber is sure of these sentences now: add harder ones.');
  return text;
}
