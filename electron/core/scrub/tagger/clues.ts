// The clues of the second look at a token: what the tagger says of it, of its neighbors and of the same word elsewhere, what a
// rule says, what the lists know of it, and how much the rest of the text is about anybody.
import type { Finding } from '../../domain/pii.ts';
import { KEEP } from '../allowlist.ts';
import { isAsked } from '../asked.ts';
import { NAME_STOPWORDS } from '../name-stopwords.ts';
import { DOMAIN_WORDS } from '../names/domain-words.ts';
import { knownOf } from '../names/lists.ts';
import { thingOf } from '../names/things.ts';
import { TAG_COUNT } from './chain.ts';
import type { Tagged } from './model.ts';
import { roleOf } from './roles.ts';
import type { Token } from './tokens.ts';

/** How many clues there are, in the order in which `clueReader` writes them. */
export const CLUES = 29;

const CLIP = 8;
const NEAR = 3;
/** So many tokens away begins what is no part of the same name. */
const AWAY = 4;
const GROUPS = ['word', 'unknown', 'rare', 'both', 'name', 'letter'];
const CAPITALS = '-lmMCU';
const ROLES = ' and link be who mine say greet day month trade thing place named person relative title'.split(' ');
const THINGS = ['', 'm', 'p', 't'];

/** The likeliest tag of a token, were it personal. */
export function tagOf(probabilities: Float64Array, at: number): number {
  const base = at * TAG_COUNT;
  let best = 1;
  for (let tag = 2; tag < TAG_COUNT; tag += 1)
    if ((probabilities[base + tag] ?? 0) > (probabilities[base + best] ?? 0)) best = tag;
  return best;
}

/** The tagger's log odds of each token to be personal. */
export function logOddsOf(probabilities: Float64Array): Float64Array {
  const odds = new Float64Array(probabilities.length / TAG_COUNT);
  for (let at = 0; at < odds.length; at += 1) odds[at] = logit(1 - (probabilities[at * TAG_COUNT] ?? 1));
  return odds;
}

function logit(chance: number): number {
  const certain = Math.min(1 - 1e-9, Math.max(1e-9, chance));
  return Math.log(certain / (1 - certain));
}

/** Reads the clues of one token after another, from the first on, into the same numbers. `seen` is what the tagger was told, sorted. */
export function clueReader(
  text: string,
  { tokens, probabilities }: Tagged,
  logOdds: Float64Array,
  seen: readonly Finding[],
) {
  const clues = new Float64Array(CLUES);
  const rest = restOf(tokens, logOdds);
  let passed = 0;
  return (at: number, tag: number): Float64Array => {
    const token = tokens[at];
    if (token === undefined) return clues;
    while (passed < seen.length && (seen[passed]?.end ?? 0) <= token.start) passed += 1;
    const rule = seen[passed];
    const { look } = token;
    const [before, behind] = [beside(tokens, at, at - 1), beside(tokens, at, at + 1)];
    const base = at * TAG_COUNT;
    let [second, best] = [0, probabilities[base + tag] ?? 0];
    for (let other = 1; other < TAG_COUNT; other += 1)
      if (other !== tag) second = Math.max(second, probabilities[base + other] ?? 0);
    const elsewhere = look.isNumber ? null : rest.elsewhere(look.word, at);
    clues[0] = logOdds[at] ?? 0;
    clues[1] = clip(logit(best));
    clues[2] = clip(logit(second));
    clues[3] = before === null ? -CLIP : clip(logit(probabilities[before * TAG_COUNT + tag] ?? 0));
    clues[4] = behind === null ? -CLIP : clip(logit(probabilities[behind * TAG_COUNT + tag] ?? 0));
    clues[5] = before === null ? -CLIP - 1 : clip(logOdds[before] ?? 0);
    clues[6] = behind === null ? -CLIP - 1 : clip(logOdds[behind] ?? 0);
    clues[7] = elsewhere === null ? -CLIP - 1 : clip(elsewhere);
    clues[8] = Math.log(tokens.length);
    clues[9] = rest.bestAway(at);
    clues[10] = rest.expectedAway(at);
    clues[11] = tag;
    clues[12] = look.isNumber ? 6 : GROUPS.indexOf(look.group ?? '');
    clues[13] = CAPITALS.indexOf(look.capitals);
    clues[14] = look.length;
    clues[15] = rule === undefined || rule.start >= token.end ? 0 : sayOf(rule);
    clues[16] = (token.opensLine ? 1 : 0) + (tokens[at + 1]?.opensLine === false ? 0 : 2);
    clues[17] = token.chunkTo - token.chunkFrom;
    clues[18] = at - token.chunkFrom;
    clues[19] = at;
    clues[20] = signOf(text, token.start - 1);
    clues[21] = signOf(text, token.end);
    clues[22] = signOf(text, token.start - 2);
    wordClues(clues, text, token);
    return clues;
  };
}

/** What depends on the word alone; of a number nothing. */
function wordClues(clues: Float64Array, text: string, { start, end, look }: Token) {
  clues.fill(0, 23);
  if (look.isNumber) return;
  const written = text.slice(start, end);
  const lower = written.toLowerCase();
  const known = knownOf(lower);
  clues[23] = DOMAIN_WORDS.has(lower) ? 2 : NAME_STOPWORDS.has(lower) ? 1 : 0;
  clues[24] = Math.max(0, ROLES.indexOf(roleOf(lower)));
  clues[25] = THINGS.indexOf(thingOf(lower));
  clues[26] = (known.includes('g') ? 1 : 0) + (known.includes('f') ? 2 : known.includes('s') ? 0.5 : 0);
  clues[27] = known.includes('c') ? 1 : 0;
  clues[28] = written === lower ? 0 : written === written.toUpperCase() ? 2 : 1;
}

function sayOf({ detector, confidence }: Finding): number {
  return detector.startsWith(KEEP) ? -1 : isAsked({ detector } as Finding) ? 0.05 : confidence;
}

const SIGNS = ' :=,.\'"’(-/_@#\n\t;|';

/** Which sign stands at a place; one more than the last for a letter or a digit, none for the ends of the text. */
function signOf(text: string, at: number): number {
  const sign = text[at];
  if (sign === undefined) return -1;
  const place = SIGNS.indexOf(sign);
  return place === -1 ? SIGNS.length : place;
}

/** The neighbor, unless it stands on another line or farther off. */
function beside(tokens: readonly Token[], at: number, neighbor: number): number | null {
  const [first, second] = [tokens[Math.min(at, neighbor)], tokens[Math.max(at, neighbor)]];
  if (first === undefined || second === undefined || second.opensLine || second.start - first.end > NEAR) return null;
  return neighbor;
}

function clip(odds: number): number {
  return Math.max(-CLIP, Math.min(CLIP, odds));
}

/** What is said of the rest of the text, seen from one token. */
function restOf(tokens: readonly Token[], logOdds: Float64Array) {
  const { length } = logOdds;
  const [before, behind, sums] = [
    new Float64Array(length + 1),
    new Float64Array(length + 1),
    new Float64Array(length + 1),
  ];
  before[0] = -CLIP;
  behind[length] = -CLIP;
  for (let at = 0; at < length; at += 1) {
    before[at + 1] = Math.max(before[at] ?? 0, logOdds[at] ?? 0);
    sums[at + 1] = (sums[at] ?? 0) + 1 / (1 + Math.exp(-(logOdds[at] ?? 0)));
  }
  for (let at = length - 1; at >= 0; at -= 1) behind[at] = Math.max(behind[at + 1] ?? 0, logOdds[at] ?? 0);
  let words: Map<number, Twice> | null = null;
  return {
    bestAway: (at: number) =>
      clip(Math.max(before[Math.max(0, at - AWAY + 1)] ?? 0, behind[Math.min(length, at + AWAY)] ?? 0)),
    expectedAway: (at: number) =>
      (sums[Math.max(0, at - AWAY + 1)] ?? 0) + (sums[length] ?? 0) - (sums[Math.min(length, at + AWAY)] ?? 0),
    elsewhere(word: number, at: number): number | null {
      words ??= bestOfWords(tokens, logOdds);
      const known = words.get(word);
      return known === undefined ? null : known.at === at ? known.next : known.best;
    },
  };
}

interface Twice {
  best: number;
  at: number;
  next: number | null;
}

/** By word, the most that is said of it at one place, and at the others. */
function bestOfWords(tokens: readonly Token[], logOdds: Float64Array): Map<number, Twice> {
  const words = new Map<number, Twice>();
  for (let at = 0; at < tokens.length; at += 1) {
    const look = tokens[at]?.look;
    if (look === undefined || look.isNumber) continue;
    const odds = logOdds[at] ?? 0;
    const known = words.get(look.word);
    if (known === undefined) words.set(look.word, { best: odds, at, next: null });
    else if (odds > known.best) words.set(look.word, { best: odds, at, next: known.best });
    else known.next = Math.max(known.next ?? odds, odds);
  }
  return words;
}
