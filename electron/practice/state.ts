// What the stand-ins hold: issues with their comments and places on the board. Written through to a file, so that it
// survives the process as the real services would.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Team } from '../contract/shapes.ts';

const comment = z.object({ id: z.number(), login: z.string(), body: z.string(), createdAt: z.string() });
const issue = z.object({
  number: z.number(),
  repository: z.string(),
  title: z.string(),
  body: z.string(),
  state: z.enum(['open', 'closed']),
  labels: z.array(z.string()),
  assignees: z.array(z.string()),
  creator: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  pipelineId: z.string(),
  comments: z.array(comment),
});
export type PracticeIssue = z.infer<typeof issue>;
const state = z.object({ nextNumber: z.number(), issues: z.array(issue) });

/** Who the practice token belongs to. */
export const PRACTICE_LOGIN = 'tier3-lead';
export const PIPELINES = ['New Issues', 'Tier 3 Support', 'In Progress', 'Done'] as const;

export interface PracticeWorld {
  readonly repositories: readonly string[];
  readonly labels: readonly string[];
  readonly people: readonly string[];
  readonly workspaceId: string;
  issues(): readonly PracticeIssue[];
  add(repository: string, fields: Pick<PracticeIssue, 'title' | 'body' | 'labels' | 'assignees'>): PracticeIssue;
  /** Changes an issue in place and writes it down. */
  change(one: PracticeIssue, change: Partial<PracticeIssue>): PracticeIssue;
  /** Adds a comment of somebody. */
  comment(one: PracticeIssue, login: string, body: string): PracticeIssue['comments'][number];
  save(): void;
}

export function pipelineId(name: string): string {
  return Buffer.from(`gid://raptor/Pipeline/${name}`).toString('base64');
}

/** The world of practice: the repositories, labels and people of a directory, and the issues in `file`. */
export function createPracticeWorld(directory: readonly Team[], file: string): PracticeWorld {
  const held = existsSync(file) ? state.parse(JSON.parse(readFileSync(file, 'utf8'))) : { nextNumber: 1, issues: [] };
  const unique = (list: readonly string[]) => [...new Set(list)];

  function save(): void {
    writeFileSync(`${file}.new`, JSON.stringify(held), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  return {
    repositories: unique(directory.map((team) => team.repository)),
    labels: unique(['MHV-Tier-3', ...directory.flatMap((team) => [team.label, ...team.extraLabels])]),
    people: unique([PRACTICE_LOGIN, ...directory.flatMap((team) => team.assignees)]),
    workspaceId: directory.find((team) => team.zenhub !== null)?.zenhub?.workspaceId ?? '',
    issues: () => held.issues,
    add(repository, fields) {
      const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
      const added: PracticeIssue = {
        ...fields,
        number: held.nextNumber,
        repository,
        state: 'open',
        creator: PRACTICE_LOGIN,
        createdAt: now,
        updatedAt: now,
        pipelineId: pipelineId(PIPELINES[0]),
        comments: [],
      };
      held.nextNumber += 1;
      held.issues.push(added);
      save();
      return added;
    },
    comment(one, login, body) {
      const createdAt = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
      const added = { id: one.number * 1000 + one.comments.length, login, body, createdAt };
      this.change(one, { comments: [...one.comments, added] });
      return added;
    },
    change(one, change) {
      Object.assign(one, change, { updatedAt: new Date().toISOString().replace(/\.\d+Z$/, 'Z') });
      save();
      return one;
    },
    save,
  };
}
