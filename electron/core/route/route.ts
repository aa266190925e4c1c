// The team a case belongs to, from the directory and what the case says, with the reason.
import type { Team } from '../../contract/shapes.ts';
import { readProblem } from './read-problem.ts';

export interface Route {
  /** The team's label; null goes to Triage, or is nobody's here when out of scope. */
  readonly team: string | null;
  readonly confidence: number;
  readonly outOfScope: boolean;
  readonly because: string;
}

/** Suggests a team. Unknown problems and problems no entry covers go to Triage (seeds, Assigning Issues). */
export function routeCase(text: string, area: string | null, directory: readonly Team[]): Route {
  const { problem, confidence, because } = readProblem(text, area);
  if (problem === null)
    return { team: null, confidence: 0, outOfScope: false, because: 'nothing in it tells the tool' };
  const team = directory.find((one) => one.covers.some((cover) => problem.covers.includes(cover.toLowerCase())));
  const reason = `${problem.name.toLowerCase()}: ${because.join(', ')}`;
  if (team === undefined) return { team: null, confidence: 0, outOfScope: false, because: `no team covers ${reason}` };
  return team.inScope
    ? { team: team.label, confidence, outOfScope: false, because: reason }
    : { team: null, confidence, outOfScope: true, because: reason };
}
