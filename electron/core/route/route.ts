// The team a case belongs to, from the directory and what the case says, with the reason.
import type { Team } from '../../contract/schemas.ts';
import { HELPER_NAMES, helpWithProblem } from './code-help.ts';
import type { Product } from './problems.ts';
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
  const { problem, product, confidence, because } = readProblem(text, area);
  const help = problem === null ? null : helpWithProblem(problem.id);
  if (help?.helper === 'help-desk') {
    const mend = HELPER_NAMES['help-desk'].toLowerCase();
    return { team: null, confidence: 0, outOfScope: false, because: `${mend}: ${because.join(', ')}` };
  }
  const ofCode = directory.find(({ label, inScope }) => inScope && label === help?.team);
  if (ofCode !== undefined) return { team: ofCode.label, confidence, outOfScope: false, because: because.join(', ') };
  if (product === null)
    return { team: null, confidence: 0, outOfScope: false, because: 'nothing in it tells the tool' };
  const reason = `${product.name.toLowerCase()}: ${because.join(', ')}`;
  const team = ownerOf(product, directory);
  if (team === null)
    return product.outside
      ? { team: null, confidence, outOfScope: true, because: `not part of My HealtheVet: ${reason}` }
      : { team: null, confidence: 0, outOfScope: false, because: `no team covers ${reason}` };
  return team.inScope
    ? { team: team.label, confidence, outOfScope: false, because: reason }
    : { team: null, confidence, outOfScope: true, because: reason };
}

/** The team that covers the part itself, else one that covers what is next to it. */
function ownerOf({ covers }: Product, directory: readonly Team[]): Team | null {
  for (const cover of covers) {
    const team = directory.find((one) => one.covers.some((own) => own.toLowerCase() === cover));
    if (team !== undefined) return team;
  }
  return null;
}
