// Labels of a ticket, as the repositories spell them. GitHub ignores their letter case.
import type { Team } from '../../contract/schemas.ts';
import type { Priority } from '../domain/obligation.ts';
import { readReport } from './report-facts.ts';

/** Every Tier 3 ticket has this label in addition to its team's. */
export const TIER3_LABEL = 'MHV-Tier-3';

/** Urgent cases of Oracle Health sites also have this one. */
const ORACLE_LABEL = 'Tier 3 High Priority Oracle Health';
const URGENT: ReadonlySet<Priority | null> = new Set<Priority>(['critical', 'high']);

export function labelsFor(team: Team): string[] {
  return [...new Set([TIER3_LABEL, team.label, ...team.extraLabels])];
}

/** @param scrubbedText tells whether the case is from an Oracle Health site */
export function labelsOfCase(
  team: Team,
  { priority, scrubbedText }: { readonly priority: Priority | null; readonly scrubbedText: string },
): string[] {
  const isOracle = URGENT.has(priority) && readReport(scrubbedText).facts.oracle === 'Yes';
  return isOracle ? [...labelsFor(team), ORACLE_LABEL] : labelsFor(team);
}
