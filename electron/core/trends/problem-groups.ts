// Groups reports by problem. Decisions by people come first, and serve as examples: a report much like one that was
// moved by hand goes where that one went. Then the lexicon; then rare words shared with reports of unknown problems.
// Deterministic.
import { wordsOf } from '../route/cues.ts';
import { readProblem } from '../route/read-problem.ts';
import { titleOfGroup } from './group-title.ts';
import { tellingWords } from './vocabulary.ts';

export interface ToGroup {
  /** Scrubbed. */
  readonly text: string;
  readonly area: string | null;
  /** What the lexicon finds in it, if that is known already; null for nothing. */
  readonly told?: { readonly id: string; readonly because: readonly string[] } | null;
}

export interface Joined {
  readonly problem: string;
  /** The reason, in one line. */
  readonly because: string;
  /** Set if the report starts a new group. */
  readonly opens: { readonly title: string; readonly words: readonly string[] } | null;
}

/** Jaccard index of rare words from which two reports of unknown problems are grouped. */
const ALIKE = 0.34;
/** The same for a report moved by a person: only a very similar report follows it. */
const ALIKE_TO_EXAMPLE = 0.5;

/** Stem → the word as written. */
function rareWords(words: readonly string[]): Map<string, string> {
  return new Map([...tellingWords(words)].map(([stem, { word }]) => [stem, word]));
}

/** Sets of words, indexed by word. */
class WordIndex {
  readonly #sets: { readonly problem: string; readonly size: number }[] = [];
  readonly #byWord = new Map<string, number[]>();

  add(problem: string, words: ReadonlyMap<string, string>): void {
    const at = this.#sets.push({ problem, size: words.size }) - 1;
    for (const word of words.keys()) {
      const places = this.#byWord.get(word);
      if (places === undefined) this.#byWord.set(word, [at]);
      else places.push(at);
    }
  }

  get isEmpty(): boolean {
    return this.#sets.length === 0;
  }

  /** The most similar set, at least `least`; the first of several. */
  nearest(words: ReadonlyMap<string, string>, least: number): { problem: string; shared: string[] } | null {
    const shared = new Map<number, number>();
    for (const word of words.keys())
      for (const at of this.#byWord.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    let best: { at: number; alike: number } | null = null;
    for (const [at, both] of shared) {
      const alike = both / (words.size + (this.#sets[at]?.size ?? 0) - both);
      if (alike < least) continue;
      if (best === null || alike > best.alike || (alike === best.alike && at < best.at)) best = { at, alike };
    }
    if (best === null) return null;
    const { at } = best;
    return {
      problem: this.#sets[at]?.problem ?? '',
      shared: [...words].flatMap(([stem, word]) => (this.#byWord.get(stem)?.includes(at) ? [word] : [])),
    };
  }
}

export class ProblemGroups {
  readonly #examples = new WordIndex();
  readonly #unknown = new WordIndex();
  readonly #merged: ReadonlyMap<string, string>;
  readonly #newId: (words: readonly string[]) => string;

  /** `merged` maps merged problems to their target; `newId` names a new group. */
  constructor(merged: ReadonlyMap<string, string>, newId: (words: readonly string[]) => string) {
    this.#merged = merged;
    this.#newId = newId;
  }

  /** Adds a report that a person has put into a problem. */
  learn({ text, area }: ToGroup, problem: string): void {
    this.#examples.add(problem, this.#wordsWith(text, area));
  }

  /** Adds an existing group. */
  open(problem: string, words: readonly string[]): void {
    this.#unknown.add(problem, rareWords(words));
  }

  /** Whether reports moved by people decide where a report goes. */
  isTaught(report: ToGroup): boolean {
    return this.#taught(report) !== null;
  }

  join({ text, area, told = readByLexicon(text, area) }: ToGroup): Joined {
    const taught = this.#taught({ text, area });
    if (taught !== null) return this.#joined(taught.problem, `like one moved by hand: ${quoted(taught.shared)}`);
    if (told !== null) return this.#joined(told.id, told.because.join(', '));
    const words = rareWords(wordsOf(text));
    const near = this.#unknown.nearest(words, ALIKE);
    if (near !== null) return this.#joined(near.problem, `shares ${quoted(near.shared)}`);
    const id = this.#newId([...words.values()]);
    this.#unknown.add(id, words);
    const own = [...words.values()];
    return { problem: id, because: 'nothing like it yet', opens: { title: titleOfGroup(text, own), words: own } };
  }

  /** The problem that a problem was merged into. */
  mergedInto(problem: string): string {
    let into = problem;
    for (let next = this.#merged.get(into); next !== undefined && next !== problem; next = this.#merged.get(into))
      into = next;
    return into;
  }

  #taught({ text, area }: ToGroup) {
    return this.#examples.isEmpty ? null : this.#examples.nearest(this.#wordsWith(text, area), ALIKE_TO_EXAMPLE);
  }

  #joined(problem: string, because: string): Joined {
    const into = this.mergedInto(problem);
    return { problem: into, because: into === problem ? because : `${because}; merged`, opens: null };
  }

  /** Examples also include the area: agents of one center pick the same one. */
  #wordsWith(text: string, area: string | null): ReadonlyMap<string, string> {
    const words = rareWords(wordsOf(text));
    const picked = area === null ? null : `area:${area.toLowerCase()}`;
    return picked === null ? words : words.set(picked, picked);
  }
}

function readByLexicon(text: string, area: string | null): NonNullable<ToGroup['told']> | null {
  const { problem, because } = readProblem(text, area);
  return problem === null ? null : { id: problem.id, because };
}

function quoted(words: readonly string[]): string {
  return words
    .filter((word) => !word.startsWith('area:'))
    .slice(0, 5)
    .map((word) => `“${word}”`)
    .join(', ');
}
