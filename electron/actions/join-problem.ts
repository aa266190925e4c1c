// Which problem a new case tells of.
import { readProblem } from '../core/route/read-problem.ts';

/** Id of the problem, from scrubbed words and area; null when nothing in them tells. */
export function problemOf(scrubbedText: string, scrubbedArea: string | null): string | null {
  return readProblem(scrubbedText, scrubbedArea).problem?.id ?? null;
}
