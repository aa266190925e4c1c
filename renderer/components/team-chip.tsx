import type { Team } from '../../electron/contract/schemas.ts';

/** A team by name; a case without one is still to be assigned. */
export function TeamChip({
  label,
  teams,
  suggested = null,
}: {
  label: string | null;
  teams: readonly Team[];
  /** For a case without a team: where the desk would send it. */
  suggested?: string | null;
}) {
  const nameOf = (of: string) => teams.find((team) => team.label === of)?.name ?? of;
  if (label === null && suggested !== null)
    return (
      <span className="team none" title="Suggested, not decided">
        {nameOf(suggested)}?
      </span>
    );
  if (label === null) return <span className="team none">no team yet</span>;
  return <span className="team">{nameOf(label)}</span>;
}
