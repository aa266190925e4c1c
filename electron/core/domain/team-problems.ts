// What keeps a team out of the directory, said of the field that is wrong: one rule for the form, a file and the
// command line.
import { repositoryIn } from './repository-name.ts';

/**
 * Labels by which a team says what it still has to do: Tier 3 neither sets nor removes them. GitHub ignores letter
 * case.
 */
const TEAMS_OWN: ReadonlySet<string> = new Set(['needs-attention', 'needs-refinement', 'engineering']);

/** The first of the labels that only a team may set or remove; undefined where there is none. */
export function labelOfTeams(names: readonly string[]): string | undefined {
  return names.find((name) => TEAMS_OWN.has(name.toLowerCase()));
}

interface JudgedTeam {
  readonly label: string;
  readonly name: string;
  readonly repository: string;
  readonly extraLabels: readonly string[];
  readonly assignees: readonly string[];
  readonly covers: readonly string[];
  readonly zenhub: { readonly workspaceId: string; readonly pipeline: string } | null;
}

export interface TeamProblem {
  readonly field: 'label' | 'name' | 'repository' | 'extraLabels' | 'assignees' | 'covers' | 'workspace' | 'pipeline';
  /** Begins with the name of the field, and says what to do. */
  readonly message: string;
}

/** @param others the other teams @returns at most one problem a field, in the order of the form */
export function teamProblems(team: JudgedTeam, others: readonly Pick<JudgedTeam, 'label' | 'name'>[]): TeamProblem[] {
  const { label, name, repository, extraLabels, assignees, covers, zenhub } = team;
  const problems: TeamProblem[] = [];
  const say = (field: TeamProblem['field'], isWrong: boolean, message: string) => {
    if (isWrong && !problems.some((one) => one.field === field)) problems.push({ field, message });
  };
  const theirs = (names: readonly string[]) => `“${labelOfTeams(names)}” is set by the team itself. Leave it out here.`;
  say('name', name.trim() === '', 'Name: write how people call this team.');
  const isSame = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  const namesake = others.some((one) => isSame(one.name, name));
  say('name', namesake, `Name: another team is called “${name.trim()}” already. Add what tells the two apart.`);
  say('label', label.trim() === '', 'Label: write the label of its tickets at GitHub.');
  const isTaken = others.some((one) => isSame(one.label, label));
  say('label', isTaken, `Label: “${label}” is of another team already. Give this team its own.`);
  say('label', labelOfTeams([label]) !== undefined, `Label: ${theirs([label])}`);
  say(
    'repository',
    repositoryIn(repository) === null,
    `Repository: “${repository}” is not a repository. Paste its address, or write owner/name, with the host in front if it is on another GitHub.`,
  );
  say('extraLabels', labelOfTeams(extraLabels) !== undefined, `Further labels: ${theirs(extraLabels)}`);
  const noLogin = assignees.find((login) => !/^@?[\w-]+$/.test(login));
  say('assignees', noLogin !== undefined, `Assignees: “${noLogin}” is not a GitHub login. Write it as in @login.`);
  say('covers', covers.length === 0, 'Covers: say what it covers, or no case will be routed to it.');
  say('workspace', zenhub?.workspaceId === '', 'ZenHub workspace: choose it, or empty the pipeline too.');
  say('pipeline', zenhub?.pipeline === '', 'ZenHub pipeline: choose it, or empty the workspace too.');
  return problems;
}
