// The words reports are compared by: stemmed, with synonyms merged, and everyday words weighted low.
import common from './common-words.json' with { type: 'json' };
import synonyms from './synonyms.json' with { type: 'json' };

/** Words that occur in every help desk report: ignored. */
const EMPTY = new Set(
  `a i an of in on at to is it he my me no as if or by be we so do its im up off am us va pt the and for with not was has have this that from they their his him her she you your our are but can cant cannot unable
   able when what where after before since then than all any does did done get got gets user users veteran veterans vet vets
   patient patients caller callers called calls callback email phone mhv vagov page site says said tried try still error
   message out into over just only been being were will would could should via per who how there here now one two again also
   very some more other others another thing things way use used using make made please need needs want wants help thanks
   anyone someone today yesterday week month day days time times new old see sees seen show shows showing shown website online
   app web goes went come comes back know say tell told asks asked ask report reports reported reporting state states stated
   issue problem same different first last cleared cookies chrome edge firefox safari browser iphone ipad computer laptop`.split(
    /\s+/,
  ),
);
const SHORTEST = 2;
/** Words up to this length are not stemmed. */
const NO_ENDING = 3;
/** The weight of an everyday word is between this and 1, by the logarithm of its rank. */
const LEAST_WEIGHT = 0.5;
const [EVERYDAY, RARE] = [100, 20_000];

const meant = new Map(
  synonyms.flatMap((line) => {
    const words = line.split(' ');
    return words.map((word) => [word, stemOf(words[0] ?? word)] as const);
  }),
);
const ranks = new Map(common.words.split(' ').map((word, rank) => [word, rank]));

/** Strips plural, past and gerund endings: "shared" and "sharing" are one word. */
export function stemOf(word: string): string {
  if (word.length <= NO_ENDING) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/([^s])s$/, '$1')
    .replace(/(?<=\w{3})(?:ing|ed|ly|ment|ation|e)$/, '')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1');
}

export interface TellingWord {
  /** As written in the report. */
  readonly word: string;
  /** 0 to 1. */
  readonly weight: number;
}

/** The significant words, by their stem or that of their synonyms. */
export function tellingWords(words: readonly string[]): Map<string, TellingWord> {
  const telling = new Map<string, TellingWord>();
  const keep = (stem: string, word: string, weight: number) => {
    if (weight > (telling.get(stem)?.weight ?? 0)) telling.set(stem, { word, weight });
  };
  for (const [at, word] of words.entries()) {
    const pair = `${word}_${words[at + 1]}`;
    const meantByPair = meant.get(pair);
    if (meantByPair !== undefined) keep(meantByPair, pair.replace('_', ' '), 1);
    if (word.length < SHORTEST || EMPTY.has(word)) continue;
    keep(meant.get(word) ?? stemOf(word), word, weightOf(word));
  }
  return telling;
}

function weightOf(word: string): number {
  const rank = ranks.get(word);
  if (rank === undefined) return 1;
  const rarity = (Math.log(rank + 2) - Math.log(EVERYDAY)) / (Math.log(RARE) - Math.log(EVERYDAY));
  return LEAST_WEIGHT + (1 - LEAST_WEIGHT) * Math.min(1, Math.max(0, rarity));
}
