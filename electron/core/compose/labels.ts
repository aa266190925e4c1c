// Labels of a ticket, as the repositories write them. GitHub compares them without letter case.
import type { Team } from '../../contract/schemas.ts';

/** Every Tier 3 ticket carries this label beside the tool team's. */
export const TIER3_LABEL = 'MHV-Tier-3';

/** Labels by which a team says what it still has to do: Tier 3 neither sets nor removes them. */
const TEAMS_OWN: ReadonlySet<string> = new Set(['needs-attention', 'needs-refinement', 'engineering']);

export function labelsFor(team: Team): string[] {
  return [...new Set([TIER3_LABEL, team.label, ...team.extraLabels])];
}

/** The first of the labels that only a team may set or remove; undefined where there is none. */
export function labelOfTeams(names: readonly string[]): string | undefined {
  return names.find((name) => TEAMS_OWN.has(name.toLowerCase()));
}
