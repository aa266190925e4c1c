// Labels of a ticket, as the repositories write them. GitHub compares them without letter case.
import type { Team } from '../../contract/schemas.ts';
import type { Priority } from '../domain/obligation.ts';
import { readReport } from './report-facts.ts';

/** Every Tier 3 ticket carries this label beside the tool team's. */
export const TIER3_LABEL = 'MHV-Tier-3';

/** Urgent cases of Oracle Health sites carry it too. */
export const ORACLE_LABEL = 'Tier 3 High Priority Oracle Health';
const URGENT: ReadonlySet<Priority | null> = new Set<Priority>(['critical', 'high']);

/** Labels by which a team says what it still has to do: Tier 3 neither sets nor removes them. */
const TEAMS_OWN: ReadonlySet<string> = new Set(['needs-attention', 'needs-refinement', 'engineering']);

export function labelsFor(team: Team): string[] {
  return [...new Set([TIER3_LABEL, team.label, ...team.extraLabels])];
}

/** @param scrubbedText that tells whether it is of an Oracle Health site */
export function labelsOfCase(
  team: Team,
  { priority, scrubbedText }: { readonly priority: Priority | null; readonly scrubbedText: string },
): string[] {
  const isOracle = URGENT.has(priority) && readReport(scrubbedText).facts.oracle === 'Yes';
  return isOracle ? [...labelsFor(team), ORACLE_LABEL] : labelsFor(team);
}

/** The first of the labels that only a team may set or remove; undefined where there is none. */
export function labelOfTeams(names: readonly string[]): string | undefined {
  return names.find((name) => TEAMS_OWN.has(name.toLowerCase()));
}
