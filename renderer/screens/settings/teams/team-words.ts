// A team as the words of its form, and back. The words are kept while they are typed, like those of every form.
import type { Team } from '../../../../electron/contract/schemas.ts';
import { splitRepository } from '../../../../electron/core/domain/repository-name.ts';
import { type TeamProblem, teamProblems } from '../../../../electron/core/domain/team-problems.ts';

/** Fields of several words, separated by commas. */
const LISTS = ['extraLabels', 'assignees', 'covers'] as const;

export type TeamField =
  | 'name'
  | 'label'
  | 'repository'
  | 'productManager'
  | 'slackChannel'
  | (typeof LISTS)[number]
  | 'audience'
  | 'inScope'
  | 'workspace'
  | 'pipeline'
  | 'zenhubOn'
  | 'board'
  | 'boardOwner'
  | 'column'
  | 'boardFields'
  | 'projectOn';
export type TeamWords = Readonly<Record<TeamField, string>>;

export interface FieldProblem {
  readonly field: TeamField;
  readonly message: string;
}

export const NEW_TEAM: Team = {
  label: '',
  name: '',
  repository: 'department-of-veterans-affairs/va.gov-team',
  extraLabels: [],
  assignees: [],
  productManager: '',
  slackChannel: '',
  zenhub: null,
  project: null,
  covers: [],
  inScope: true,
  audience: 'veteran',
};

const COLUMN = 'Status';
const YES = 'yes';
const NO = 'no';
export const isOn = (word: string) => word === YES;
export const onWord = (on: boolean) => (on ? YES : NO);

export const listOf = (words: string): string[] =>
  words
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

export function wordsOfTeam(team: Team): TeamWords {
  const { zenhub, project } = team;
  const { [COLUMN]: column = '', ...others } = project?.fields ?? { [COLUMN]: 'Tier 3 Support' };
  return {
    name: team.name,
    label: team.label,
    repository: team.repository,
    extraLabels: team.extraLabels.join(', '),
    assignees: team.assignees.join(', '),
    productManager: team.productManager,
    slackChannel: team.slackChannel,
    covers: team.covers.join(', '),
    audience: team.audience,
    inScope: onWord(team.inScope),
    workspace: zenhub?.workspaceId ?? '',
    pipeline: zenhub?.pipeline ?? '',
    zenhubOn: onWord(zenhub?.on ?? true),
    board: project === null ? '' : String(project.number),
    boardOwner: project?.owner ?? splitRepository(team.repository).owner,
    column,
    boardFields: Object.entries(others)
      .map(([name, value]) => `${name}: ${value}`)
      .join('; '),
    projectOn: onWord(project?.on ?? true),
  };
}

/** @param others the other teams @returns null for the team while something is wrong */
export function readTeam(
  words: TeamWords,
  others: readonly Team[],
): { readonly team: Team | null; readonly problems: readonly FieldProblem[] } {
  const team = teamOf(words);
  const problems: FieldProblem[] = [...boardProblems(words), ...teamProblems(team, others).map(ofForm)];
  return { team: problems.length === 0 ? team : null, problems };
}

const ofForm = ({ field, message }: TeamProblem): FieldProblem => ({ field, message });

function teamOf(words: TeamWords): Team {
  const login = (name: string) => name.trim().replace(/^@/, '');
  const [workspaceId, pipeline, number] = [words.workspace.trim(), words.pipeline.trim(), Number(words.board)];
  const column = words.column.trim();
  return {
    name: words.name.trim(),
    label: words.label.trim(),
    repository: words.repository.trim(),
    extraLabels: listOf(words.extraLabels),
    assignees: listOf(words.assignees).map(login),
    productManager: login(words.productManager),
    slackChannel: words.slackChannel.trim(),
    covers: listOf(words.covers),
    audience: words.audience === 'staff' ? 'staff' : 'veteran',
    inScope: isOn(words.inScope),
    zenhub: workspaceId === '' && pipeline === '' ? null : { workspaceId, pipeline, on: isOn(words.zenhubOn) },
    project:
      words.board.trim() === ''
        ? null
        : {
            owner: words.boardOwner.trim(),
            number,
            fields: { ...(column !== '' && { [COLUMN]: column }), ...Object.fromEntries(pairsIn(words.boardFields)) },
            on: isOn(words.projectOn),
          },
  };
}

function boardProblems({ board, boardOwner, boardFields }: TeamWords): FieldProblem[] {
  if (board.trim() === '') return [];
  const problems: FieldProblem[] = [];
  const say = (field: TeamField, isWrong: boolean, message: string) => {
    if (isWrong) problems.push({ field, message });
  };
  const isNumber = /^[1-9]\d{0,8}$/.test(board.trim());
  say('board', !isNumber, `Board at GitHub: “${board}” is not its number. It is the last part of the board’s address.`);
  say('boardOwner', boardOwner.trim() === '', 'Owner of the board: write the organization or login it belongs to.');
  const isPairs = boardFields.split(';').every((pair) => pair.trim() === '' || /^[^:]*\S[^:]*:.*\S/.test(pair));
  say('boardFields', !isPairs, 'Other fields: write each as a name and a value, like Priority: High; Found: yes.');
  return problems;
}

function pairsIn(words: string): (readonly [name: string, value: string])[] {
  return words
    .split(';')
    .map((pair) => pair.split(':'))
    .map(([name = '', ...rest]) => [name.trim(), rest.join(':').trim()] as const)
    .filter(([name, value]) => name !== '' && value !== '');
}
