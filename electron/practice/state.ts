// What the stand-ins hold: issues with their comments and places on the boards. Written through to a file, so that it
// survives the process as the real services would.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Team } from '../contract/schemas.ts';

const comment = z.object({
  id: z.number(),
  login: z.string(),
  body: z.string(),
  createdAt: z.string(),
  /** Members are the people of the directory. */
  association: z.enum(['MEMBER', 'NONE']).default('MEMBER'),
  /** Null while nobody edited it. */
  editedAt: z.string().nullable().default(null),
});
const issue = z.object({
  /** One series for the whole service; files of before had none. */
  id: z.number().default(0),
  /** One series for each repository. */
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
  /** When somebody last moved it to another pipeline; null for never. */
  transferredAt: z.string().nullable().default(null),
  /** Values of fields on boards at GitHub: number of the board → name of the field → value. */
  boards: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** When its place on a board at GitHub last changed. */
  placedAt: z.string().nullable().default(null),
  comments: z.array(comment),
});
export type PracticeIssue = z.infer<typeof issue>;
/** One version of a file; the newest of a path stands. */
const file = z.object({
  repository: z.string(),
  path: z.string(),
  /** In base64. */
  content: z.string(),
  message: z.string(),
  at: z.string(),
});
export type PracticeFile = z.infer<typeof file>;
const state = z.object({
  lastId: z.number().default(0),
  /** The last number given in each repository: one that was used is never used again. */
  lastNumbers: z.record(z.string(), z.number()).default({}),
  labels: z.array(z.string()).default([]),
  issues: z.array(issue),
  files: z.array(file).default([]),
});

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

type NewPracticeIssue = Pick<PracticeIssue, 'title' | 'body' | 'labels' | 'assignees'> &
  Partial<Pick<PracticeIssue, 'creator' | 'milestone'>>;

export interface PracticeWorld {
  readonly repositories: readonly string[];
  readonly labels: readonly string[];
  readonly people: readonly string[];
  readonly boards: readonly PracticeBoard[];
  readonly workspaceId: string;
  /** Another GitHub than github.com that the stand-in plays; may be set. */
  host: { readonly api: string; readonly web: string } | null;
  /** The services' clock minus this machine's, in ms; may be set. */
  skewMs: number;
  /** False for a token that may open issues and not set labels, people or milestones; may be set. */
  mayPush: boolean;
  /** The services' time. */
  now(): Date;
  issues(): readonly PracticeIssue[];
  add(repository: string, fields: NewPracticeIssue): PracticeIssue;
  addLabel(name: string): void;
  renameRepository(from: string, to: string): void;
  /** Takes an issue out. */
  drop(one: PracticeIssue): void;
  /** Changes an issue in place and writes it down. */
  change(one: PracticeIssue, change: Partial<PracticeIssue>): PracticeIssue;
  /** Changes its place on a board, which is no change of the issue. */
  place(one: PracticeIssue, change: Partial<PracticeIssue>): PracticeIssue;
  /** Adds a comment of somebody. */
  comment(one: PracticeIssue, login: string, body: string): PracticeIssue['comments'][number];
  /** The newest version of a file. */
  file(repository: string, path: string): PracticeFile | undefined;
  putFile(one: Omit<PracticeFile, 'at'>): PracticeFile;
  /** Every version of every file, the oldest first. */
  files(): readonly PracticeFile[];
  /** Edits a comment. */
  editComment(one: PracticeIssue, commentId: number, body: string): void;
}

export function pipelineId(name: string): string {
  return Buffer.from(`gid://raptor/Pipeline/${name}`).toString('base64');
}

const STATUS = ['New', 'Tier 3 Support', 'In Progress', 'Done'];

/** One board for everybody in each organization, and those of the teams. */
function boardsOf(directory: readonly Team[], owners: readonly string[]): PracticeBoard[] {
  const fields = { Title: null, Status: STATUS, Priority: ['High', 'Normal'], Found: null };
  const everybodys = owners.map((owner, index) => ({ owner, number: index + 1, title: 'Tool teams', fields }));
  const own = directory.flatMap(({ name, project }) => {
    return project === null ? [] : [{ owner: project.owner, number: project.number, title: name, fields }];
  });
  const all = [...everybodys, ...own];
  const isSame = (a: PracticeBoard, b: PracticeBoard) => a.owner === b.owner && a.number === b.number;
  return all.filter((one, at) => all.findIndex((other) => isSame(one, other)) === at);
}

/**
 * The world of practice: the repositories, labels and people of a directory, and the issues in `stateFile`, with ids
 * above `lastId`.
 */
export function createPracticeWorld(directory: readonly Team[], stateFile: string | null, lastId = 0): PracticeWorld {
  const held = state.parse(
    stateFile !== null && existsSync(stateFile) ? JSON.parse(readFileSync(stateFile, 'utf8')) : { issues: [] },
  );
  for (const one of held.issues) {
    if (one.id === 0) one.id = one.number;
    held.lastId = Math.max(held.lastId, one.id);
    held.lastNumbers[one.repository] = Math.max(held.lastNumbers[one.repository] ?? 0, one.number);
  }
  held.lastId = Math.max(held.lastId, lastId);
  const unique = (list: readonly string[]) => [...new Set(list)];
  const repositories = unique(directory.map((team) => team.repository));
  const known = [
    'MHV-Tier-3',
    'Tier 3 High Priority Oracle Health',
    ...directory.flatMap((team) => [team.label, ...team.extraLabels]),
  ];
  const owners = unique(directory.map((team) => team.repository.split('/')[0] ?? ''));
  const stamp = () =>
    world
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');

  function save(): void {
    if (stateFile === null) return;
    writeFileSync(`${stateFile}.new`, JSON.stringify(held), { mode: 0o600 });
    renameSync(`${stateFile}.new`, stateFile);
  }

  const world: PracticeWorld = {
    repositories,
    get labels() {
      return unique([...known, ...held.labels]);
    },
    people: unique([PRACTICE_LOGIN, ...directory.flatMap((team) => team.assignees)]),
    boards: boardsOf(directory, owners),
    workspaceId: directory.find((team) => team.zenhub !== null)?.zenhub?.workspaceId ?? '',
    host: null,
    // A service's time never goes back, whatever the clock of the desk is put back to.
    skewMs: Math.max(0, ...held.issues.map(({ updatedAt }) => Date.parse(updatedAt) - Date.now())),
    mayPush: true,
    now: () => new Date(Date.now() + world.skewMs),
    issues: () => held.issues,
    add(repository, fields) {
      const now = stamp();
      held.lastId += 1;
      const number = (held.lastNumbers[repository] ?? 0) + 1;
      held.lastNumbers[repository] = number;
      const added: PracticeIssue = {
        milestone: null,
        creator: PRACTICE_LOGIN,
        ...fields,
        id: held.lastId,
        number,
        repository,
        state: 'open',
        createdAt: now,
        updatedAt: now,
        pipelineId: pipelineId(PIPELINES[0]),
        estimate: null,
        priority: null,
        epics: [],
        transferredAt: null,
        boards: {},
        placedAt: null,
        comments: [],
      };
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
      for (const one of [...held.issues, ...held.files]) if (one.repository === from) one.repository = to;
      held.lastNumbers[to] = Math.max(held.lastNumbers[to] ?? 0, held.lastNumbers[from] ?? 0);
      save();
    },
    file: (repository, path) => held.files.findLast((one) => one.repository === repository && one.path === path),
    files: () => held.files,
    putFile(one) {
      const added = { ...one, at: stamp() };
      held.files.push(added);
      save();
      return added;
    },
    drop(one) {
      held.issues.splice(held.issues.indexOf(one), 1);
      save();
    },
    comment(one, login, body) {
      held.lastId += 1;
      const association = world.people.includes(login) ? ('MEMBER' as const) : ('NONE' as const);
      const added = { id: held.lastId, login, body, association, createdAt: stamp(), editedAt: null };
      world.change(one, { comments: [...one.comments, added] });
      return added;
    },
    editComment(one, commentId, body) {
      const editedAt = stamp();
      const edited = one.comments.map((each) => (each.id === commentId ? { ...each, body, editedAt } : each));
      world.change(one, { comments: edited });
    },
    change(one, change) {
      Object.assign(one, change, { updatedAt: stamp() });
      save();
      return one;
    },
    place(one, change) {
      const at = stamp();
      const wasMoved = change.pipelineId !== undefined && change.pipelineId !== one.pipelineId;
      Object.assign(one, change, wasMoved && { transferredAt: at }, change.boards !== undefined && { placedAt: at });
      save();
      return one;
    },
  };
  return world;
}
