// What the stand-ins hold: issues with their comments and places on the boards. Written through to a file, so that it
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
  /** Number of one of the milestones. */
  milestone: z.number().nullable().default(null),
  creator: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** At ZenHub. */
  pipelineId: z.string(),
  estimate: z.number().nullable().default(null),
  priority: z.string().nullable().default(null),
  epics: z.array(z.string()).default([]),
  /** Values of fields on boards at GitHub: number of the board → name of the field → value. */
  boards: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  comments: z.array(comment),
});
export type PracticeIssue = z.infer<typeof issue>;
const state = z.object({ nextNumber: z.number(), labels: z.array(z.string()).default([]), issues: z.array(issue) });

/** Who the practice token belongs to. */
export const PRACTICE_LOGIN = 'tier3-lead';
export const PIPELINES = ['New Issues', 'Tier 3 Support', 'In Progress', 'Done'] as const;
export const PRIORITIES = ['High priority'] as const;
export const EPICS = ['Records you can rely on', 'One place for messages'] as const;
export const MILESTONES = ['Sprint 12', 'Sprint 13'] as const;

export interface PracticeBoard {
  readonly owner: string;
  readonly number: number;
  readonly title: string;
  /** Fields with the options of those that have some; the others take text. */
  readonly fields: Readonly<Record<string, readonly string[] | null>>;
}

export interface PracticeWorld {
  readonly repositories: readonly string[];
  readonly labels: readonly string[];
  readonly people: readonly string[];
  readonly boards: readonly PracticeBoard[];
  readonly workspaceId: string;
  /** The services' clock minus this machine's, in ms; may be set. */
  skewMs: number;
  /** The services' time. */
  now(): Date;
  issues(): readonly PracticeIssue[];
  add(repository: string, fields: Pick<PracticeIssue, 'title' | 'body' | 'labels' | 'assignees'>): PracticeIssue;
  addLabel(name: string): void;
  renameRepository(from: string, to: string): void;
  /** Takes an issue out. */
  drop(one: PracticeIssue): void;
  /** Changes an issue in place and writes it down. */
  change(one: PracticeIssue, change: Partial<PracticeIssue>): PracticeIssue;
  /** Adds a comment of somebody. */
  comment(one: PracticeIssue, login: string, body: string): PracticeIssue['comments'][number];
}

export function pipelineId(name: string): string {
  return Buffer.from(`gid://raptor/Pipeline/${name}`).toString('base64');
}

const STATUS = ['New', 'Tier 3 Support', 'In Progress', 'Done'];

/** The world of practice: the repositories, labels and people of a directory, and the issues in `file`. */
export function createPracticeWorld(directory: readonly Team[], file: string | null): PracticeWorld {
  const held =
    file !== null && existsSync(file)
      ? state.parse(JSON.parse(readFileSync(file, 'utf8')))
      : { nextNumber: 1, labels: [], issues: [] };
  const unique = (list: readonly string[]) => [...new Set(list)];
  const repositories = unique(directory.map((team) => team.repository));
  const known = ['MHV-Tier-3', ...directory.flatMap((team) => [team.label, ...team.extraLabels])];
  const owners = unique(directory.map((team) => team.repository.split('/')[0] ?? ''));
  const stamp = () =>
    world
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');

  function save(): void {
    if (file === null) return;
    writeFileSync(`${file}.new`, JSON.stringify(held), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  const world: PracticeWorld = {
    repositories,
    get labels() {
      return unique([...known, ...held.labels]);
    },
    people: unique([PRACTICE_LOGIN, ...directory.flatMap((team) => team.assignees)]),
    boards: owners.map((owner, index) => ({
      owner,
      number: index + 1,
      title: 'Tool teams',
      fields: { Title: null, Status: STATUS, Priority: ['High', 'Normal'], Found: null },
    })),
    workspaceId: directory.find((team) => team.zenhub !== null)?.zenhub?.workspaceId ?? '',
    skewMs: 0,
    now: () => new Date(Date.now() + world.skewMs),
    issues: () => held.issues,
    add(repository, fields) {
      const now = stamp();
      const added: PracticeIssue = {
        ...fields,
        number: held.nextNumber,
        repository,
        state: 'open',
        milestone: null,
        creator: PRACTICE_LOGIN,
        createdAt: now,
        updatedAt: now,
        pipelineId: pipelineId(PIPELINES[0]),
        estimate: null,
        priority: null,
        epics: [],
        boards: {},
        comments: [],
      };
      held.nextNumber += 1;
      held.issues.push(added);
      save();
      return added;
    },
    addLabel(name) {
      held.labels.push(name);
      save();
    },
    renameRepository(from, to) {
      repositories.splice(repositories.indexOf(from), 1, to);
      for (const one of held.issues) if (one.repository === from) one.repository = to;
      save();
    },
    drop(one) {
      held.issues.splice(held.issues.indexOf(one), 1);
      save();
    },
    comment(one, login, body) {
      const added = { id: one.number * 1000 + one.comments.length, login, body, createdAt: stamp() };
      world.change(one, { comments: [...one.comments, added] });
      return added;
    },
    change(one, change) {
      Object.assign(one, change, { updatedAt: stamp() });
      save();
      return one;
    },
  };
  return world;
}
