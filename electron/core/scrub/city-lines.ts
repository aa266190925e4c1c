// The last line of an address: city, state and ZIP, with a comma or without, in any letter case.
import { type CuedRule, matchEnd } from './detector.ts';
import type { Word } from './tokens.ts';

const STATES =
  'al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy pr gu vi as mp ae ap aa alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming'.split(
    ' ',
  );
/** States of two words, by the second. */
const SECOND = new Map(
  Object.entries({
    dakota: 'north south',
    carolina: 'north south',
    hampshire: 'new',
    jersey: 'new',
    mexico: 'new',
    york: 'new',
    virginia: 'west',
    rico: 'puerto',
    island: 'rhode',
  }),
);
const ZIP = /[. ,]{1,2}[ ]?\d{5}(?:-\d{4})?(?![\w-])/y;
/** Words that begin or end the name of a city of several words. */
const OPENS = new Set(
  'new north south east west port lake fort ft saint st san santa los las el la le des mount mt grand palm cape baton salt little corpus cedar sioux colorado virginia long oak rio'.split(
    ' ',
  ),
);
const CLOSES = new Set(
  'city beach springs park falls heights hills creek lake island ridge valley rapids bluff harbor station grove center bay junction worth rouge christi moines vegas angeles paso antonio diego francisco jose orleans york'.split(
    ' ',
  ),
);
const NO_CITY = new Set('at in from of to is on near the and my his her zip home city town state address'.split(' '));

export const CITY_LINES: readonly CuedRule[] = [
  {
    cues: [...STATES, ...SECOND.keys()],
    find({ text, words }, at) {
      const name = words[at];
      if (name === undefined) return null;
      const end = matchEnd(ZIP, text, name.end);
      const isSecond =
        SECOND.get(name.lower)
          ?.split(' ')
          .includes(words[at - 1]?.lower ?? '') ?? false;
      const place = isSecond ? at - 1 : at;
      const state = isSecond ? (words[place] ?? name) : name;
      const last = words[place - 1];
      if (end === null || last === undefined || NO_CITY.has(last.lower)) return null;
      // "interpreter ID 40122" is no town in Idaho.
      if (
        text.slice(state.start, state.end) === 'ID' &&
        last.lower === text.slice(last.start, last.end) &&
        last.kind === 'word'
      )
        return null;
      if (!/^(?:, {0,2}| {1,2})$/.test(text.slice(last.end, state.start))) return null;
      let first = place - 1;
      while (
        first > 0 &&
        place - first < 4 &&
        belongs(text, words[first - 1], words[first] ?? last, place - first === 1)
      )
        first -= 1;
      const start = words[first]?.start ?? last.start;
      return { start, end, type: 'ADDRESS', confidence: 0.9, detector: 'city-line' };
    },
  },
];

function belongs(text: string, before: Word | undefined, word: Word, isLast: boolean): boolean {
  if (before === undefined || NO_CITY.has(before.lower) || !/^\.? $/.test(text.slice(before.end, word.start)))
    return false;
  return (
    OPENS.has(before.lower) ||
    (isLast && CLOSES.has(word.lower)) ||
    (before.capital && word.capital && before.kind !== 'word')
  );
}
