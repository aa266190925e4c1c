// The boards a team uses now. One that is switched off stays in the directory and is left alone.

interface Switched {
  readonly on: boolean;
}
interface Pipeline extends Switched {
  readonly workspaceId: string;
  readonly pipeline: string;
}
interface Project extends Switched {
  readonly owner: string;
  readonly number: number;
  readonly fields: Readonly<Record<string, string>>;
}
export interface BoardsOfTeam {
  readonly zenhub: Pipeline | null;
  readonly project: Project | null;
}

/** Without what is switched off. */
export function boardsOf(team: BoardsOfTeam | null | undefined): BoardsOfTeam {
  const { zenhub, project } = team ?? { zenhub: null, project: null };
  return { zenhub: zenhub?.on ? zenhub : null, project: project?.on ? project : null };
}

/** What a new ticket of the team gets on its board at GitHub, beside the column. */
export function boardFieldsOf(team: BoardsOfTeam | null): { name: string; value: string }[] {
  const { fields = {} } = boardsOf(team).project ?? {};
  return Object.entries(fields)
    .filter(([name]) => name !== 'Status')
    .map(([name, value]) => ({ name, value }));
}

/** Where a new ticket of the team will stand, in words. */
export function placesOf(team: BoardsOfTeam | null): string[] {
  const { zenhub, project } = boardsOf(team);
  return [
    ...(project === null ? [] : [[`Board ${project.number}`, project.fields.Status].filter(Boolean).join(': ')]),
    ...(zenhub === null ? [] : [`Pipeline: ${zenhub.pipeline}`]),
  ];
}
