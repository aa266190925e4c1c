// Which problem a report is about, with what confidence, and by which words.
import { type Cue, CueTable, type Word, weighedWords } from './cues.ts';
import { errorCodeIn, SIGN_IN_CODES } from './error-codes.ts';
import { fastPath } from './fast-path.ts';
import {
  EXPOSED,
  FAILS,
  PRODUCT_CUES,
  PRODUCTS,
  type Problem,
  type Product,
  problemOf,
  problemOfCode,
  SYMPTOM_CUES,
  SYMPTOMS,
  type Symptom,
} from './problems.ts';

export interface ProblemReading {
  /** Null if the report names at most a tool: similarity to other reports decides then. */
  readonly problem: Problem | null;
  /** The part of the product, even if it makes no problem. */
  readonly product: Product | null;
  readonly symptom: Symptom | null;
  /** 0 to 1: the lead of the best match over the second. */
  readonly confidence: number;
  /** The words and the area it was found by. */
  readonly because: readonly string[];
  /** The matched keywords, word by word, as the lexicon spells them. */
  readonly cueWords: readonly string[];
}

/** An agent's area counts little: a quarter of reports lack one, and in a tenth it is wrong. */
const AREA_WEIGHT = 1.5;
const SUB_AREA_WEIGHT = 1;
/** Incidental words ("nurse", "care team") weigh less than this and do not decide alone. */
const DECIDES = 2;
/** From this weight on, the words name the part itself and not only its tool. */
const NAMES_THE_PART = 4;
/** A report clearly about a tool keeps its code there: "the message will not send, error 106". */
const CLEARLY = 6;

const products = new CueTable(PRODUCT_CUES);
const symptoms = new CueTable(SYMPTOM_CUES);
const SIGN_IN = PRODUCTS.find(({ id }) => id === 'sign-in') ?? null;

/** The words of a report, spelled as in the lexicon. */
export function spelledWords(text: string): Word[] {
  return weighedWords(text).map(({ text: word, counts }) => ({ text: products.corrected(word), counts }));
}

/**
 * Takes scrubbed text and the area an agent picked. `alarm` is its tag of the urgent route, if already known.
 */
export function readProblem(
  text: string,
  area: string | null,
  words: readonly Word[] = spelledWords(text),
  alarm?: ReturnType<typeof fastPath>,
): ProblemReading {
  const { product, score, confidence, because, cueWords: ofProduct } = readProduct(words, area);
  const symptom = readSymptom(text, words);
  const cueWords = [...ofProduct, ...(symptom?.cueWords ?? [])];
  const code = errorCodeIn(text, words);
  if (code !== null) return { ...ofCode(code, product, score, symptom?.symptom ?? null), cueWords };
  const reading = { product, confidence, because, cueWords, symptom: symptom?.symptom ?? null };
  if (product === null || product.kind === 'tool') return { ...reading, problem: null };
  const told = alarm === undefined ? fastPath(text, area) : alarm;
  if (told === 'privacy' && product.kind !== 'question')
    return { ...reading, problem: problemOf(product, EXPOSED), symptom: EXPOSED };
  if (score === 0 || (symptom === null && product.kind === 'data' && score < NAMES_THE_PART))
    return { ...reading, problem: null };
  const own = product.kind === 'data' ? reading.symptom : null;
  const why = own === null || symptom === null ? because : [...because, `${own.name}: ${symptom.because.join(', ')}`];
  return { ...reading, problem: problemOf(product, own), because: why };
}

function ofCode(code: string, product: Product | null, score: number, symptom: Symptom | null) {
  // 8xx: the account could not be created; never a code of another tool.
  const elsewhere =
    !/^8\d\d$/.test(code) &&
    product !== null &&
    product.tool !== 'sign-in' &&
    product.kind === 'action' &&
    score >= CLEARLY;
  const signIn = SIGN_IN_CODES.has(code) && !elsewhere;
  const tool = signIn ? 'sign-in' : /^\d/.test(code) ? (product?.tool ?? null) : null;
  return {
    problem: problemOfCode(code, tool),
    product: signIn ? SIGN_IN : product,
    symptom,
    confidence: 0.9,
    because: [`error code ${code.toUpperCase()}`],
  };
}

function readSymptom(text: string, words: readonly Word[]) {
  const ours = /something went wrong/i.test(text) ? words.filter(({ text: word }) => word !== 'wrong') : words;
  const told = symptoms.find(ours);
  const scores = scored(told, SYMPTOMS.length);
  const fails = SYMPTOMS.findIndex(({ id }) => id === FAILS);
  const [first] = ranked(scores.map((score, at) => (at === fails ? Math.min(score, 1) : score)));
  const symptom = SYMPTOMS[first];
  if (symptom === undefined || (scores[first] ?? 0) === 0) return null;
  return { symptom, because: namesOf(told, first), cueWords: cueWordsOf(told, first) };
}

function readProduct(words: readonly Word[], area: string | null) {
  const told = products.find(words);
  const fromWords = scored(told, PRODUCTS.length);
  for (const [cue] of told) if (cue.weight >= DECIDES) strong.add(cue.entry);
  const scores = fromWords.map((score, at) => (strong.has(at) ? score : Math.min(score, 0.5)));
  strong.clear();
  for (const [at, gain] of area === null ? [] : gainsOf(area)) scores[at] = (scores[at] ?? 0) + gain;
  const [best, second] = ranked(scores);
  const first = partOf(best, scores, fromWords);
  const [top, next] = [scores[first] ?? 0, scores[second] ?? 0];
  const product = PRODUCTS[first];
  if (product === undefined || top < 1) return { product: null, score: 0, confidence: 0, because: [], cueWords: [] };
  const because = namesOf(told, first);
  if (area !== null && top > (fromWords[first] ?? 0)) because.push(`area ${area}`);
  return {
    product,
    score: fromWords[first] ?? 0,
    confidence: Math.min(0.99, (top - next + 0.5) / (top + 1)),
    because,
    cueWords: cueWordsOf(told, first),
  };
}
const strong = new Set<number>();

type Gain = readonly [product: number, gain: number];
const gainsBefore = new Map<string, readonly Gain[]>();
const MOST_AREAS = 1_000;

/** Which products an area speaks for, and how much; kept, because agents choose from few. */
function gainsOf(area: string): readonly Gain[] {
  let gains = gainsBefore.get(area);
  if (gains === undefined) {
    const areas = area
      .toLowerCase()
      .split(/[,:]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    gains = PRODUCTS.flatMap(({ areas: own }, at): Gain[] => {
      if (areas.includes(own[0] ?? '')) return [[at, AREA_WEIGHT]];
      return areas.some((part) => own.includes(part)) ? [[at, SUB_AREA_WEIGHT]] : [];
    });
    if (gainsBefore.size >= MOST_AREAS) gainsBefore.clear();
    gainsBefore.set(area, gains);
  }
  return gains;
}

function scored(told: ReadonlyMap<Cue, number>, entries: number): number[] {
  const scores = new Array<number>(entries).fill(0);
  for (const [{ entry }, counts] of told) scores[entry] = (scores[entry] ?? 0) + counts;
  return scores;
}

/** The two best by score; on ties the earlier. */
function ranked(scores: readonly number[]): [number, number] {
  let [first, second] = [-1, -1];
  for (const [at, score] of scores.entries()) {
    if (first === -1 || score > (scores[first] ?? 0)) [first, second] = [at, first];
    else if (second === -1 || score > (scores[second] ?? 0)) second = at;
  }
  return [first, second];
}

function namesOf(told: ReadonlyMap<Cue, number>, entry: number): string[] {
  return [...told.keys()].filter((cue) => cue.entry === entry).map(({ text }) => `“${text}”`);
}

/** For a whole tool, the part that the words name best; else itself. */
function partOf(best: number, scores: readonly number[], fromWords: readonly number[]): number {
  const whole = PRODUCTS[best];
  if (whole === undefined || !whole.general) return best;
  const parts = scores.map((score, at) =>
    at !== best && PRODUCTS[at]?.tool === whole.tool && (fromWords[at] ?? 0) >= NAMES_THE_PART ? score : 0,
  );
  const [part] = ranked(parts);
  return (parts[part] ?? 0) > 0 ? part : best;
}

function cueWordsOf(told: ReadonlyMap<Cue, number>, entry: number): string[] {
  return [...told.keys()].filter((cue) => cue.entry === entry).flatMap(({ words }) => words);
}
