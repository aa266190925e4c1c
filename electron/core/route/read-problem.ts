// Which problem a report tells of, how surely, and by which words.
import { PROBLEMS, type Problem } from './problems.ts';

export interface ProblemReading {
  readonly problem: Problem | null;
  /** 0 to 1: how far the best stands before the next. */
  readonly confidence: number;
  /** The words and the area that told it. */
  readonly because: readonly string[];
}

/** An agent's area counts little: a quarter leaves it open, a tenth picks a wrong one (samples). */
const AREA_WEIGHT = 1.5;
const SUB_AREA_WEIGHT = 1;
const NEAR_WORDS = 4;
const LITTLE_WORD = 3;

interface Cue {
  readonly problem: number;
  readonly weight: number;
  readonly words: readonly string[];
  readonly text: string;
}

/** Cues by the beginning of their first word. */
const BY_START = new Map<string, Cue[]>();
for (const [problem, { cues }] of PROBLEMS.entries()) {
  for (const [weight, text] of cues) {
    const words = wordsOf(text);
    const start = startOf(words[0]);
    BY_START.set(start, [...(BY_START.get(start) ?? []), { problem, weight, words, text }]);
  }
}

/** Cues are found by how their first word begins. */
function startOf(word = ''): string {
  return word.slice(0, 2);
}

/** Words in small letters, without marks inside: "X-ray" is xray, "ID.me" is idme. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/(?<=\w)[-.'’](?=\w)/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Reads scrubbed text and the area an agent picked. */
export function readProblem(text: string, area: string | null): ProblemReading {
  const words = wordsOf(text);
  const scores = new Float64Array(PROBLEMS.length);
  const told = new Map<Cue, true>();
  for (let at = 0; at < words.length; at += 1) {
    for (const cue of BY_START.get(startOf(words[at])) ?? []) {
      if (told.has(cue) || !standsAt(cue, words, at)) continue;
      told.set(cue, true);
      scores[cue.problem] = (scores[cue.problem] ?? 0) + cue.weight;
    }
  }
  const fromWords = scores.slice();
  const areas = (area ?? '')
    .toLowerCase()
    .split(/[,:]/)
    .map((part) => part.trim());
  for (const [at, { areas: own }] of PROBLEMS.entries()) {
    if (areas.includes(own[0] ?? '')) scores[at] = (scores[at] ?? 0) + AREA_WEIGHT;
    else if (areas.some((part) => own.includes(part))) scores[at] = (scores[at] ?? 0) + SUB_AREA_WEIGHT;
  }
  return best(scores, fromWords, [...told.keys()], area);
}

function standsAt({ words: wanted }: Cue, words: readonly string[], at: number): boolean {
  let last = at;
  for (const [index, want] of wanted.entries()) {
    if (index === 0) {
      if (!begins(words[at], want)) return false;
      continue;
    }
    // After a little word the next must follow at once: "to list", not "to see their list".
    const reach = (wanted[index - 1] ?? '').length <= LITTLE_WORD ? 1 : NEAR_WORDS;
    const found = words.slice(last + 1, last + 1 + reach).findIndex((word) => begins(word, want));
    if (found === -1) return false;
    last += found + 1;
  }
  return true;
}

/** A short word must match whole; a longer one by its beginning, so that endings and plurals do not matter. */
function begins(word: string | undefined, want: string): boolean {
  if (word === undefined) return false;
  return want.length <= 4 ? word === want || word === `${want}s` : word.startsWith(want);
}

function best(
  scores: Float64Array,
  fromWords: Float64Array,
  told: readonly Cue[],
  area: string | null,
): ProblemReading {
  let [first, second] = [-1, -1];
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] ?? 0;
    if (first === -1 || score > (scores[first] ?? 0)) [first, second] = [at, first];
    else if (second === -1 || score > (scores[second] ?? 0)) second = at;
  }
  const [top, next] = [scores[first] ?? 0, scores[second] ?? 0];
  const problem = PROBLEMS[first];
  if (problem === undefined || top === 0) return { problem: null, confidence: 0, because: [] };
  const because = told.filter((cue) => cue.problem === first).map((cue) => `“${cue.text}”`);
  if (area !== null && top > (fromWords[first] ?? 0)) because.push(`area ${area}`);
  return { problem, confidence: Math.min(0.99, (top - next + 0.5) / (top + 1)), because };
}
