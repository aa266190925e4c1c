// One decision from the rules and the tagger. What is exact stays as the rules have it; what language says is the
// tagger's, who was told what the rules found: masked when sure, masked and asked in between, left when nobody's.
import { ASK_BELOW, type Finding, type PiiType } from '../../domain/pii.ts';
import { KEEP } from '../allowlist.ts';
import { isAsked } from '../asked.ts';
import type { Tokens } from '../tokens.ts';
import { TAGS } from './chain.ts';
import { clueReader, logOddsOf, tagOf } from './clues.ts';
import { DETECTOR, MASK_FROM, SURE_FROM } from './levels.ts';
import { familiesBefore, longerNames, type Run, withParticles } from './longer-names.ts';
import { type Tagged, tag } from './model.ts';
import { leaveNobodys } from './nobodys.ts';
import { chanceOf } from './odds.ts';
import type { Token } from './tokens.ts';
import type { TrainedWeights } from './weights.ts';
import { wholePiece } from './whole-pieces.ts';

/** A token beside a sure one of its kind goes with it from here on. */
const GOES_ALONG = 0.4;
/** Below these log odds of the tagger the second look is spared: of what it would ask about there, one in forty is personal. */
const HOPELESS = -4.5;
const SUREST = 0.99;
const WIDEST_GAP = 3;
/** Cells of a row are values of their own. */
const CELL_END = /[|\t]/;
/** Detectors by words or by look: the tagger has the last word on them. */
const BY_LANGUAGE = /^(?:name|phone|room-bed|initial-last-four)/;
/** What bears a person's name, or looks like one, and is kept: a name beside it ends where it begins. */
const NAMED =
  /^keep-(?:facility|ship|blank|place|duration|kind-of|x-ray|ray|case-work|medicine|unit|counted|label|station|machine-id|years|size|holiday|public-box|filler|example|law|months|named-after)/;
/** What the source's own columns say of the reporter; no look at the text outweighs it. */
const BY_SOURCE = 'source-';
const EXACT = 0.85;
/** What a name may end with and is no part of it. */
const POSSESSIVE = /\p{L}{2}['’]s$/iu;

const TYPES: Readonly<Record<(typeof TAGS)[number], PiiType>> = {
  O: 'OTHER',
  NAME: 'NAME',
  SSN: 'SSN',
  DOB: 'DOB',
  PHONE: 'PHONE',
  EMAIL: 'EMAIL',
  ADDRESS: 'ADDRESS',
  USERNAME: 'USERNAME',
  SECRET: 'SECRET',
  IP: 'IP',
  ID: 'OTHER',
};

/** All findings, with what is to be kept; may overlap no more than the rules' own. */
export function decide(
  reading: Tokens,
  settled: readonly Finding[],
  kept: readonly Finding[],
  weights: TrainedWeights,
): Finding[] {
  const seen = kept.length === 0 ? settled : [...settled, ...kept].sort((a, b) => a.start - b.start);
  const tagged = tag(reading, seen, weights);
  const exact = settled.filter(isExact);
  const told = seen.filter((finding) => !isDecidedByTagger(finding));
  const odds = oddsOf(reading.text, tagged, { seen, told }, weights);
  const soft = settled.filter((finding) => !isExact(finding));
  const asked = soft.filter(isAsked);
  leaveNobodys(reading.text, tagged.tokens, odds, soft);
  const runs = runsOf(reading.text, tagged.tokens, odds.chances, odds.tags).map((run) =>
    wholePiece(reading.text, tagged.tokens, withParticles(reading.text, tagged.tokens, run)),
  );
  let passed = 0;
  const firm = [...exact, ...kept].sort((a, b) => a.start - b.start);
  const longer = longerNames(reading.text, tagged.tokens, runs, odds.chances, firm, reading.mixedCase);
  const families = familiesBefore(reading.text, tagged.tokens, runs, odds.chances);
  const judged = runs.map((run) => {
    const finding = toFinding(reading.text, tagged.tokens, odds.chances, run);
    while (passed < soft.length && (soft[passed]?.end ?? 0) <= finding.start) passed += 1;
    const rule = soft[passed];
    return rule === undefined || !isMostOf(rule, finding)
      ? finding
      : { ...finding, type: rule.type, detector: rule.detector };
  });
  return [...exact, ...judged, ...longer, ...families, ...asked, ...kept];
}

/** A rule knows the kind of what it speaks of at least half of. */
function isMostOf(rule: Finding, { start, end }: Finding): boolean {
  return (Math.min(rule.end, end) - Math.max(rule.start, start)) * 2 >= end - start;
}

/** Found by the tagger alone; no rule speaks for it. */
export function isByTagger({ detector }: Finding): boolean {
  return detector.startsWith(DETECTOR);
}

/** Of what the rules find and keep: where the tagger has the last word. */
export function isDecidedByTagger(finding: Finding): boolean {
  return finding.detector.startsWith(KEEP) ? !NAMED.test(finding.detector) : !isExact(finding);
}

function isExact({ detector, confidence }: Finding): boolean {
  return detector.startsWith(BY_SOURCE) || (confidence >= EXACT && !BY_LANGUAGE.test(detector));
}

/** For each token how probable it is that it is personal, and its likeliest tag; for what is told already, that it is known. */
function oddsOf(
  text: string,
  tagged: Tagged,
  { seen, told }: { readonly seen: readonly Finding[]; readonly told: readonly Finding[] },
  { forest }: TrainedWeights,
) {
  const { tokens, probabilities } = tagged;
  const chances = new Float64Array(tokens.length);
  const tags = new Int8Array(tokens.length);
  const known = new Uint8Array(tokens.length);
  const logOdds = logOddsOf(probabilities);
  const cluesOf = clueReader(text, tagged, logOdds, seen);
  let passed = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    while (passed < told.length && (told[passed]?.end ?? 0) <= token.start) passed += 1;
    if ((told[passed]?.start ?? token.end) < token.end) {
      known[at] = 1;
      continue;
    }
    if ((logOdds[at] ?? HOPELESS) < HOPELESS) continue;
    const tag = tagOf(probabilities, at);
    chances[at] = chanceOf(cluesOf(at, tag), forest);
    tags[at] = tag;
  }
  return { chances, tags, known };
}

function runsOf(text: string, tokens: readonly Token[], chances: Float64Array, tags: Int8Array): Run[] {
  const runs: Run[] = [];
  let open: Run | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const chance = chances[at] ?? 0;
    if (chance < MASK_FROM || token === undefined) {
      open = null;
      continue;
    }
    const besides = (other: number) => (chances[other] ?? 0) >= SURE_FROM && tags[other] === tags[at];
    const goesAlong = chance >= GOES_ALONG && (besides(at - 1) || besides(at + 1));
    const sure = chance >= SURE_FROM || goesAlong;
    if (open !== null && open.sure === sure && joins(text, tokens[at - 1], token, open.tag === tags[at])) open.to = at;
    else {
      open = { tag: tags[at] ?? 1, from: at, to: at, sure };
      runs.push(open);
    }
  }
  return runs;
}

function joins(text: string, before: Token | undefined, token: Token, sameTag: boolean): boolean {
  if (before === undefined || token.start - before.end > WIDEST_GAP) return false;
  const gap = text.slice(before.end, token.start);
  return sameTag ? !token.opensLine && !CELL_END.test(gap) : token.chunkFrom === before.chunkFrom && !/\s/.test(gap);
}

function toFinding(
  text: string,
  tokens: readonly Token[],
  chances: Float64Array,
  { tag, from, to, sure }: Run,
): Finding {
  const name = TAGS[tag] ?? 'ID';
  let start = tokens[from]?.start ?? 0;
  let end = tokens[to]?.end ?? start;
  if (text[start - 1] === '@' || (name === 'PHONE' && /[+(]/.test(text[start - 1] ?? ''))) start -= 1;
  if (name === 'NAME' && POSSESSIVE.test(text.slice(start, end))) end -= 2;
  if (name === 'SECRET') while (/[!#$%^&*]/.test(text[end] ?? '')) end += 1;
  let [sum, count] = [0, 0];
  for (let at = from; at <= to; at += 1)
    if ((chances[at] ?? 0) >= MASK_FROM) {
      sum += chances[at] ?? 0;
      count += 1;
    }
  const mean = sum / Math.max(1, count);
  // What goes along is as doubtful as it makes the whole: one question for all of it.
  const confidence = sure && mean >= SURE_FROM ? Math.min(SUREST, mean) : Math.min(mean, ASK_BELOW - 0.01);
  return {
    start,
    end,
    type: typeOf(text.slice(start, end), TYPES[name]),
    confidence,
    detector: `${DETECTOR}${name.toLowerCase()}`,
  };
}

/** Kinds that one tag holds together, told apart by their look. */
function typeOf(value: string, type: PiiType): PiiType {
  if (type === 'SSN')
    return /^\d{4}$/.test(value) ? 'SSN_LAST4' : /^[a-z]\W?\d{4}$/i.test(value) ? 'INIT_LAST4' : 'SSN';
  if (type === 'DOB') return /^\W?\d{2,3}$/.test(value) ? 'AGE' : /^\W?\d{4}$/.test(value) ? 'BIRTH_YEAR' : 'DOB';
  if (type === 'IP') return /[/?]/.test(value) ? 'URL' : /^(?:[\da-f]{2}\W){5}/i.test(value) ? 'MAC' : 'IP';
  return type;
}
