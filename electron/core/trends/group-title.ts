// What a group of reports is called until somebody names it: of its most typical report the sentence that says most of
// what the reports share, without the placeholders, which are of that one report.
import { cutWords } from '../domain/cut-words.ts';
import { stemOf } from './vocabulary.ts';

const LONGEST = 80;
const PLACEHOLDER = /\[[^[\]]{1,40}\]/g;
/** The reporter is not part of the problem. */
const REPORTER =
  /^(?:the )?(?:caller|veteran|vet|patient|user)s? (?:called|calls|reports|reported|states|stated|says|said|is calling)?(?: in)?(?: that)?[ ,.:]*/i;

/** @param words the words the reports share, most significant first */
export function titleOfGroup(text: string, words: readonly string[]): string {
  const stems = new Set(words.map((word) => stemOf(word.toLowerCase())));
  const told = (sentence: string) => {
    const own = sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return new Set(own.map(stemOf).filter((stem) => stems.has(stem))).size;
  };
  const sentences = text
    .split(/\n|(?<=[.!?;])\s/)
    .map(plain)
    .filter((one) => one !== '');
  const best = sentences.reduce((first, one) => (told(one) > told(first) ? one : first), sentences[0] ?? '');
  const title = best === '' ? words.slice(0, 4).join(', ') : best;
  return cutWords(title.charAt(0).toUpperCase() + title.slice(1), LONGEST);
}

function plain(sentence: string): string {
  const words = sentence
    .replace(PLACEHOLDER, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:!?])/g, '')
    .trim();
  const problem = words.replace(REPORTER, '');
  return (problem === '' ? words : problem).replace(/[ ,.;:]{1,9}$/, '');
}
