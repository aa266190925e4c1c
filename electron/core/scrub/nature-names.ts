// Surnames that are a picture in words, most of them of Native nations: "Delores Takes The Gun", "Ms. Two Bulls", "NOT AFRAID,
// HOLLIS". Each word is a word by itself, so only a given name, a title or a comma beside them says what they are.
import type { Finding } from '../domain/pii.ts';
import { ASKED } from './asked.ts';
import type { CuedRule } from './detector.ts';
import { isGiven } from './names/lists.ts';
import type { Tokens, Word } from './tokens.ts';

const set = (words: string) => new Set(words.split(' '));
const OPENS = set(
  'two three four many good bad old young long short tall white black red yellow blue brown iron spotted standing running sitting looking medicine holy heavy poor swift fast lone left big little crazy brave american bone broken roaring flying walking high sharp strong thunder eagle bear buffalo elk wolf crow bull hawk owl fire ghost his her not kills takes gives comes stops rides walks runs looks stands shot sees makes has cuts charges fool plenty pretty wounded yellowtail whirlwind turning shot bird dog',
);
/** As well what somebody does: without capitals "karen looks back" is asked about at the most. */
const DOES = set(
  'kills takes gives comes stops rides walks runs looks stands shot sees makes has cuts charges her his not',
);
const LINKS = set('his her the in at on over under of to pretty their all by');
const ENDS = set(
  'bull bulls horse horses elk bear bears eagle eagles hawk hawks wolf dog dogs bird birds feather feathers shield shields gun guns arrow arrows knife cloud clouds thunder woman man boy legs tree trees person soldier runner rider chief heart hearts hand hands hat hats hatchet hatchets rope snake weasel crow buffalo owl fox road water rock bonnet nose eye eyes tail lance pipe staff robe moccasin horn horns wing wings calf cow antelope coyote turtle badger otter swan medicine star moon sun day night door afraid alone ground ice places place way back enemy goats house lodge track twice hawk white bull',
);
const TITLES = set('mr mrs ms miss dr nurse sgt cpl pvt surname');
const MOST_WORDS = 5;
const SURE = 0.88;
const DOUBTFUL = 0.5;

/** Place of the last word of the picture that opens at a word; null when none does. */
function lastOf({ text, words }: Tokens, at: number): number | null {
  for (let last = at + 1; last < Math.min(words.length, at + MOST_WORDS); last += 1) {
    const [before, word] = [words[last - 1], words[last]];
    if (before === undefined || word === undefined || text.slice(before.end, word.start) !== ' ') return null;
    const next = words[last + 1];
    const goesOn = next !== undefined && text.slice(word.end, next.start) === ' ' && ENDS.has(next.lower);
    if (ENDS.has(word.lower) && !goesOn) return last;
    if (!LINKS.has(word.lower) && !ENDS.has(word.lower) && !OPENS.has(word.lower)) return null;
  }
  return null;
}

export const NATURE_NAMES: CuedRule = {
  cues: OPENS,
  find(reading, at) {
    const [first, last] = [reading.words[at], reading.words[lastOf(reading, at) ?? -1]];
    if (first === undefined || last === undefined) return null;
    const confidence = sureness(reading, at, first, last);
    if (confidence === null) return null;
    const detector = confidence === SURE ? 'nature-name' : `${ASKED}-nature-name`;
    return { start: first.start, end: last.end, type: 'NAME', confidence, detector } satisfies Finding;
  },
};

function sureness({ text, words, mixedCase }: Tokens, at: number, first: Word, last: Word): number | null {
  const before = words[at - 1];
  const hasCapitals = mixedCase && first.capital && last.capital;
  if (mixedCase && !hasCapitals && (first.capital || last.capital || DOES.has(first.lower))) return null;
  const gap = before === undefined ? '' : text.slice(before.end, first.start);
  if (before !== undefined && /^\.? $/.test(gap)) {
    if (TITLES.has(before.lower) || before.lower === 'nmn') return SURE;
    if (!mixedCase && DOES.has(first.lower)) return first.lower === 'has' || before.kind !== 'name' ? null : DOUBTFUL;
    const isInitial = before.kind === 'initial' && at > 1 && isGiven(words[at - 2]?.lower ?? '');
    if (isInitial || before.kind === 'name' || (isGiven(before.lower) && hasCapitals && before.capital)) return SURE;
    if (before.kind === 'rare' || before.kind === 'unknown') return DOUBTFUL;
  }
  const given = /^(?: (?:jr|sr|ii|iii|iv)\.?)?, ?(?<given>\p{L}{2,20})/iu.exec(text.slice(last.end, last.end + 28))
    ?.groups?.given;
  if (given !== undefined && isGiven(given.toLowerCase())) return DOUBTFUL;
  return null;
}
