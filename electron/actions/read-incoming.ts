// Reads an incoming case without the store: what in it is personal, which problem it belongs to, whether it can wait.
// This is the slowest part of an import, so it runs in threads of its own where available.
import type { DeskRule } from '../core/domain/pii.ts';
import type { IncomingCase } from '../core/intake/incoming-case.ts';
import { fastPath } from '../core/route/fast-path.ts';
import { readProblem } from '../core/route/read-problem.ts';
import { areaOf, hintsOf } from './incoming-words.ts';
import { scrubBeside, scrubText } from './scrub-words.ts';

/** What the scrubber worked out of each word is remembered for the next case, until this. */
export { forgetLooks as forgetWords } from '../core/scrub/tagger/looks.ts';

export interface ReadIncoming {
  readonly scrubbedText: string;
  readonly scrubbedTitle: string;
  readonly scrubbedArea: string | null;
  readonly scrubberVersion: number;
  /** How many of its findings are questions. */
  readonly questions: number;
  readonly alarm: 'privacy' | 'security' | null;
  /** The problem of the lexicon it matches, and by which words; null for one that is not in the lexicon. */
  readonly told: { readonly id: string; readonly because: readonly string[] } | null;
}

/** Reads cases independently of each other. */
export type ReadCases = (
  cases: readonly IncomingCase[],
  rules: readonly DeskRule[],
) => Promise<readonly ReadIncoming[]>;

export interface CaseReaders {
  readonly read: ReadCases;
  /** How many lists of cases to keep in flight. */
  readonly atOnce: number;
  close(): Promise<unknown>;
}

export function readIncoming(one: Omit<IncomingCase, 'fields'>, rules: readonly DeskRule[]): ReadIncoming {
  const hints = hintsOf(one);
  const { findings, scrubbedText, scrubbedTitle, scrubberVersion, questions } = scrubText(one.text, hints, [], rules);
  const area = areaOf(one);
  const scrubbedArea = area === null ? null : scrubBeside(area, { text: one.text, hints, findings }, rules);
  const alarm = fastPath(scrubbedText, scrubbedArea);
  const { problem, because } = readProblem(scrubbedText, scrubbedArea, undefined, alarm);
  return {
    ...{ scrubbedText, scrubbedTitle, scrubbedArea, scrubberVersion, questions },
    alarm,
    told: problem === null ? null : { id: problem.id, because },
  };
}

/** In this thread. */
export const READ_HERE: CaseReaders = {
  read: async (cases, rules) => cases.map((one) => readIncoming(one, rules)),
  atOnce: 1,
  close: async () => {},
};
