// Routes a case to a team by the directory and its text, with the reason.
import type { Team } from '../../contract/schemas.ts';
import { HELPER_NAMES, helpWithProblem } from './code-help.ts';
import type { Product } from './problems.ts';
import { readProblem } from './read-problem.ts';

export interface Route {
  /** The team's label; null for Triage, or if out of scope. */
  readonly team: string | null;
  readonly confidence: number;
  readonly outOfScope: boolean;
  /** Who handles it instead if it is out of scope, in words. */
  readonly belongsTo: string | null;
  readonly because: string;
}

/** Who knows which VA.gov product a case outside My HealtheVet belongs to. */
const ELSEWHERE = 'VA.gov Tier III at the contact center';

/** Suggests a team. Unknown problems, and problems that no directory entry covers, go to Triage. */
export function routeCase(text: string, area: string | null, directory: readonly Team[]): Route {
  const { problem, product, confidence, because: words } = readProblem(text, area);
  const toTriage = (because: string): Route => {
    return { team: null, confidence: 0, outOfScope: false, belongsTo: null, because };
  };
  const toTeam = ({ label }: Team, because: string): Route => {
    return { team: label, confidence, outOfScope: false, belongsTo: null, because };
  };
  const outside = (belongsTo: string, because: string): Route => {
    return { team: null, confidence, outOfScope: true, belongsTo, because };
  };
  const help = problem === null ? null : helpWithProblem(problem.id);
  if (help?.team === null) return toTriage(`${HELPER_NAMES[help.helper].toLowerCase()}: ${words.join(', ')}`);
  const ofCode = directory.find(({ label, inScope }) => inScope && label === help?.team);
  if (ofCode !== undefined) return toTeam(ofCode, words.join(', '));
  if (product === null) return toTriage('nothing in it tells the tool');
  const reason = `${product.name.toLowerCase()}: ${words.join(', ')}`;
  const team = ownerOf(product, directory);
  if (team === null)
    return product.outside
      ? outside(ELSEWHERE, `not part of My HealtheVet: ${reason}`)
      : toTriage(`no team covers ${reason}`);
  return team.inScope ? toTeam(team, reason) : outside(nameOf(team), reason);
}

function nameOf({ name, slackChannel }: Team): string {
  return slackChannel === '' ? name : `${name} (${slackChannel})`;
}

/** The team that covers the part itself, else one that covers a related part. */
function ownerOf({ covers }: Product, directory: readonly Team[]): Team | null {
  for (const cover of covers) {
    const team = directory.find((one) => one.covers.some((own) => own.toLowerCase() === cover));
    if (team !== undefined) return team;
  }
  return null;
}
