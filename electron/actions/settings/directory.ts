// The directory of tool teams: edited by hand or replaced as a whole, and compared with what GitHub really has.
import { z } from 'zod';
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { type Team, team } from '../../contract/schemas.ts';
import { jsonFile } from '../../core/compose/judged-sheet.ts';
import { labelsFor } from '../../core/compose/labels.ts';
import { missingOf } from '../../core/compose/ticket-changes.ts';
import type { ActId } from '../../core/domain/ids.ts';
import { repositoryIn } from '../../core/domain/repository-name.ts';
import { teamProblems } from '../../core/domain/team-problems.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import { knownLogins, listTeams, replaceTeams } from '../../store/tickets/directory.ts';
import { allGitHubs, gitHubOf } from '../../sync/connections.ts';
import { type RepositoryFacts, readRepository } from '../../sync/github/repository.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { requireScrubbed } from '../egress.ts';
import type { Line } from '../tickets/choices.ts';

/**
 * The directory as a file for another desk to import, with every word checked for PII. Its logins are meant to be
 * shared.
 * @throws AppError `refused` naming the team
 */
export function exportDirectory({ store }: AppContext): Output<'directory.export'> {
  const { db } = store;
  const teams = listTeams(db);
  const context = { cleared: knownLogins(db), rules: listRules(db) };
  for (const team of teams) jsonFile(team, (word) => requireScrubbed(word, context, `the team "${team.label}"`));
  const json = jsonFile(teams, (word) => requireScrubbed(word, context, 'the directory'));
  return { name: requireScrubbed('tier3-directory', context, 'the name of the file'), json };
}

/** @throws AppError `invalid` naming the team, the field and what to do */
function checkTeams(teams: readonly Team[]): void {
  for (const [at, one] of teams.entries()) {
    const [wrong] = teamProblems(one, teams.slice(0, at));
    if (wrong !== undefined) throw new AppError('invalid', `${one.name || one.label || 'A team'}. ${wrong.message}`);
  }
}

function keep({ store, now }: AppContext, given: readonly Team[], summary: string): { actId: ActId } {
  const teams = given.map((one) => ({ ...one, repository: repositoryIn(one.repository) ?? one.repository }));
  checkTeams(teams);
  const actId = newActId();
  store.transaction((db) => {
    const before = listTeams(db);
    replaceTeams(db, teams);
    const undo = { kind: 'directory', before } as const;
    addActivity(db, { at: now(), actor: LEAD, caseId: null, verb: 'directory', summary, undo, actId });
  });
  return { actId };
}

/** Updates the team labeled `was`, or adds one. @throws AppError `invalid` */
export function saveTeam(ctx: AppContext, input: ParsedInput<'directory.save'>): { actId: ActId } {
  const teams = listTeams(ctx.store.db);
  const at = teams.findIndex((one) => one.label === input.was);
  const next = at === -1 ? [...teams, input.team] : teams.with(at, input.team);
  return keep(ctx, next, `${at === -1 ? 'Added' : 'Changed'} the team ${input.team.name}`);
}

export function dropTeam(ctx: AppContext, { label }: ParsedInput<'directory.drop'>): { actId: ActId } {
  const teams = listTeams(ctx.store.db);
  const gone = teams.find((one) => one.label === label);
  if (gone === undefined) throw new AppError('not-found', 'This team is not in the directory.');
  return keep(
    ctx,
    teams.filter((one) => one !== gone),
    `Dropped the team ${gone.name}`,
  );
}

/** Replaces the whole directory from JSON. @throws AppError `invalid` naming team and field */
export function importDirectory(ctx: AppContext, { text }: ParsedInput<'directory.import'>): { actId: ActId } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AppError('invalid', 'This file is not JSON. Export the directory to see the format.');
  }
  const parsed = z.array(team).min(1).safeParse(json);
  if (!parsed.success) throw new AppError('invalid', `The directory cannot be read:\n${z.prettifyError(parsed.error)}`);
  return keep(ctx, parsed.data, `Imported ${parsed.data.length} teams`);
}

/**
 * What the directory names that GitHub lacks: repositories, labels and people.
 * @throws AppError `refused`, `offline`
 */
export async function checkDirectory(
  { store }: AppContext,
  { connections, fetch: fetcher }: Line,
): Promise<Output<'directory.check'>> {
  const signedIn = connections();
  if (allGitHubs(signedIn).length === 0)
    throw new AppError('refused', 'Sign in to GitHub first; the directory is checked against it.');
  const teams = listTeams(store.db);
  const facts = new Map<string, RepositoryFacts | null>();
  const problems: Output<'directory.check'>['problems'] = [];
  try {
    for (const { repository } of teams) {
      const github = gitHubOf(signedIn, repository);
      if (github !== null && !facts.has(repository))
        facts.set(repository, await readRepository(github, fetcher, repository));
    }
  } catch {
    throw new AppError('offline', 'GitHub cannot be reached now; nothing was checked.');
  }
  for (const one of teams) {
    const known = facts.get(one.repository);
    const say = (problem: string, label: string | null = null, lacksPerson = false) =>
      problems.push({
        team: one.name,
        problem,
        label: label === null ? null : { repository: one.repository, name: label },
        lacksPerson,
      });
    if (known == null) {
      say(`there is no repository ${one.repository}, or the token may not see it`);
      continue;
    }
    for (const label of missingOf(labelsFor(one), known.labels))
      say(`${one.repository} has no label "${label}"`, label);
    for (const login of missingOf(one.assignees, known.people))
      say(`@${login} cannot be assigned in ${one.repository}`, null, true);
  }
  return { teams: teams.length, problems };
}
