// Repositories that get another name and issues that are moved, deleted or locked, as GitHub shows them: old addresses
// lead to the new ones, and what is deleted is gone for good.
import { NOT_FOUND_BODY } from './github-handlers.ts';
import type { PlainAnswer, PlainRequest } from './http-messages.ts';
import type { PracticeIssue, PracticeWorld } from './state.ts';

export interface Moves {
  renameRepository(from: string, to: string): void;
  /** Moves an issue to another repository, where it gets another number. */
  transfer(issue: PracticeIssue, to: string): PracticeIssue;
  remove(issue: PracticeIssue): void;
  lock(issue: PracticeIssue): void;
  /** Null where what is asked for stands as ever. */
  answer(request: PlainRequest): PlainAnswer | null;
}

const PATH = /^\/repos\/([^/]+\/[^/?]+)(?:\/issues\/(\d+))?(.*)$/;
const GONE: PlainAnswer = { status: 410, body: { ...NOT_FOUND_BODY, message: 'This issue was deleted' } };
const LOCKED: PlainAnswer = {
  status: 403,
  body: { ...NOT_FOUND_BODY, message: 'Unable to create comment because issue is locked.' },
};

export function createMoves(world: PracticeWorld): Moves {
  const names = new Map<string, string>();
  const moved = new Map<string, PracticeIssue>();
  const deleted = new Set<string>();
  const locked = new Set<string>();
  const keyOf = ({ repository, number }: Pick<PracticeIssue, 'repository' | 'number'>) => `${repository}#${number}`;
  return {
    renameRepository(from, to) {
      names.set(from, to);
      world.renameRepository(from, to);
    },
    transfer(issue, to) {
      const { comments, ...fields } = issue;
      const copy = world.change(world.add(to, fields), { state: fields.state, comments });
      moved.set(keyOf(issue), copy);
      world.drop(issue);
      return copy;
    },
    remove(issue) {
      deleted.add(keyOf(issue));
      world.drop(issue);
    },
    lock: (issue) => void locked.add(keyOf(issue)),
    answer({ method, path, base }) {
      const [, repository = '', number, rest = ''] = PATH.exec(path) ?? [];
      const key = `${repository}#${number}`;
      const other = moved.get(key);
      const name = other?.repository ?? names.get(repository);
      if (name !== undefined) {
        const issue = number === undefined ? '' : `/issues/${other?.number ?? number}`;
        const location = `${base}/repos/${name}${issue}${rest}`;
        // As GitHub does: a write keeps its method, so that it cannot turn into a read on the way.
        const status = method === 'GET' ? 301 : 307;
        return {
          status,
          body: { ...NOT_FOUND_BODY, message: 'Moved', url: location },
          headers: { location },
        };
      }
      if (deleted.has(key)) return GONE;
      return locked.has(key) && method === 'POST' ? LOCKED : null;
    },
  };
}
