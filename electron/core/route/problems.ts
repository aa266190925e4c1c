// What reports are about, as people put it: each problem with the words that tell of it, and what a team's directory entry
// must cover to own it. Words match by their beginning ("immuniz" finds immunizations); the words of a phrase stand near
// each other. The lexicon itself is problems.json.
import lexicon from './problems.json' with { type: 'json' };

export interface Problem {
  readonly id: string;
  readonly name: string;
  /** One of these stands in the `covers` of the team that owns it. */
  readonly covers: readonly string[];
  /** What an agent picks as area or sub area for it, the closest first. */
  readonly areas: readonly string[];
  /** Words and phrases with their weights. */
  readonly cues: readonly (readonly [weight: number, text: string])[];
}

export const PROBLEMS: readonly Problem[] = lexicon.map(({ cues, ...problem }) => ({
  ...problem,
  cues: Object.entries(cues).flatMap(([weight, texts]) =>
    texts.split(', ').map((text) => [Number(weight), text] as const),
  ),
}));
