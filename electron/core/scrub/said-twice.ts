// A name that is a word, and the word beside it: "Bill will bill it", "Hope hopes it is up", "chase chased the fax". What somebody
// does or is shows who is somebody. Asked about.
import { ASKED } from './asked.ts';
import type { Detector } from './detector.ts';
import { isFamily, isGiven } from './names/lists.ts';
import type { Word } from './tokens.ts';

/** What people do or are: behind it the same word is no name. */
const DOES =
  /^(?:is|isn['’]?t|was|wasn['’]?t|has|hasn['’]?t|had|will|won['’]?t|would|can|can['’]?t|cannot|could|may|did|didn['’]?t|does|doesn['’]?t|gets|got|wants|wanted|needs|needed|asks|asked|says|said|thinks|thought|took|takes|left|called|calls|likes|entered|opened|opens|gave|gives|sent|sends|wades|drives|drove|owes|used|uses|tried|tries|sees|saw|lost|keeps|kept|wrote|writes|typed|types|works|worked|went|goes|came|comes|told|tells|still|just|never)$/;
/** So many words on the word may stand. */
const REACH = 8;
const SHORTEST = 3;
/** The only ones that stand twice in a text whose capitals say nothing and mean it. */
const TWICE = /^(?:will|may|drew)$/;

/** "bills", "billed", "billing", "patted" of "bill" and "pat". */
function isFormOf(word: string, stem: string): boolean {
  if (!word.startsWith(stem) || word.length > stem.length + 4) return false;
  return /^(?:e?s|e?d|ing|(\p{L})(?:ed|ing|y))?$/u.test(word.slice(stem.length));
}

export const findSaidTwice: Detector = ({ text, words, mixedCase }) =>
  words.flatMap((word, at) => {
    const next = words[at + 1];
    if (next === undefined || word.lower.length < SHORTEST || !(word.kind === 'word' || word.kind === 'both'))
      return [];
    if (mixedCase && !word.capital) return [];
    if (text.slice(word.end, next.start) !== ' ' || !isSaidAgain(words, at, word, next, mixedCase)) return [];
    if (!isGiven(word.lower) && !isFamily(word.lower)) return [];
    return [{ start: word.start, end: word.end, type: 'NAME', confidence: 0.5, detector: `${ASKED}-said-twice` }];
  });

function isSaidAgain(words: readonly Word[], at: number, { lower }: Word, next: Word, mixedCase: boolean): boolean {
  if (!next.capital && isFormOf(next.lower, lower)) return mixedCase || next.lower !== lower || TWICE.test(lower);
  if (!mixedCase || !DOES.test(next.lower)) return false;
  for (let other = at + 2; other <= at + REACH; other += 1) {
    const later = words[other];
    if (later === undefined) return false;
    if (!later.capital && isFormOf(later.lower, lower)) return true;
  }
  return false;
}
