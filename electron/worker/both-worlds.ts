// Practice shows both kinds of boards: some teams work at GitHub, as most do today, and some still use ZenHub.
import type { Team } from '../contract/schemas.ts';

const IN_ZENHUB: ReadonlySet<string> = new Set(['PRODUCT-mhv-medical-records', 'mhv-horizon', 'Identity']);

/** The default directory as a practice desk starts with it. */
export function bothWorlds(directory: readonly Team[]): Team[] {
  return directory.map((team) =>
    IN_ZENHUB.has(team.label)
      ? {
          ...team,
          zenhub: team.zenhub && { ...team.zenhub, on: true },
          project: team.project && { ...team.project, on: false },
        }
      : team,
  );
}
