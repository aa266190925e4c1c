import type { Team } from '../../electron/contract/schemas.ts';

/** A team by its name; cases without one go to Triage (seeds: Assigning Issues). */
export function TeamChip({ label, teams }: { label: string | null; teams: readonly Team[] }) {
  if (label === null) return <span className="team none">to Triage</span>;
  return <span className="team">{teams.find((team) => team.label === label)?.name ?? label}</span>;
}
