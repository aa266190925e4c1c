// Words and signs that are part of a value beside others of it, and nobody's alone: "van", "a", "doesnt", a single digit.
// In one unbroken piece with others they are part of it.
import { roleOf } from './roles.ts';
import type { Token } from './tokens.ts';

/** From here on a neighbor is likely part of a value. */
const LIKELY = 0.3;
const NAMED = 0.6;
const NAME = 'NAME';

/** Parts of surnames that are words by themselves, in English or in another language of these reports. */
const PARTICLES = new Set(
  'van von de del della des di da du la le les las los el en un una uno es y po ko na ng sa ang mga ay'.split(' '),
);
/** Contracted, with the apostrophe or as tired hands leave it out. */
const CONTRACTED =
  /^(?:(?:there|she|he|it|that|who|what|here|where|let)['’]?s|(?:he|she|we|you|they|it|that|there|who)['’](?:d|ll|re|ve|s)|(?:i|you|we|they)['’]?(?:ve|ll)|i['’]?[md]|you['’]?re|they['’]?re|(?:do|does|did|ca|wo|is|was|are|were|could|would|should|has|have|had|ai)n['’]?t)$/;
/** A key held down: "ggggggg". */
const ONE_LETTER_HELD = /^(\p{L})\1{3,}$/u;
/** Who is spoken of, without a name; a name beside it stands by itself. */
const ROLES = new Set(['relative', 'person', 'say']);
const FUNCTIONS = new Set(['link', 'and', 'be', 'mine', 'who']);

/** `beside` is the higher chance of the two neighbors; `next` the sign behind the token. */
export function isNobodyAlone(
  word: string,
  { look, chunkFrom, chunkTo }: Token,
  tag: string | undefined,
  beside: number,
  next: string,
): boolean {
  if (chunkTo - chunkFrom > 1) return false;
  if (look.isNumber) return look.length === 1 && beside < LIKELY;
  if (CONTRACTED.test(word) || ONE_LETTER_HELD.test(word)) return true;
  // "A" and "I" are words, unless a name goes on with them: "Daciano A Baldto".
  if (word === 'a' || word === 'i') return tag === NAME && beside < NAMED && next !== '.';
  if (PARTICLES.has(word)) return beside < LIKELY;
  const role = roleOf(word);
  // With a capital it may be what somebody is called: "Buddy".
  if (look.group === 'word' && look.capitals !== 'C' && ROLES.has(role)) return true;
  return tag !== NAME && FUNCTIONS.has(role) && beside < LIKELY;
}
