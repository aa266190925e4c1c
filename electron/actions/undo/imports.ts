// Past imports: what each of them did, by group, and undoing one as a whole.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { ImportSummary } from '../../contract/intake-shapes.ts';
import type { Db } from '../../store/db.ts';
import {
  actOfImport,
  casesOfGroup,
  countGroups,
  newestImports,
  type StoredImport,
} from '../../store/intake/import-rows.ts';
import type { AppContext } from '../app-context.ts';
import { obstacleToImport } from '../outbox/undo-obstacle.ts';
import { undo } from './undo.ts';

const SHOWN = 20;
/** How many cases of a group can be opened at once. */
const OPENED = 500;

export function listImports({ store }: AppContext): Output<'imports.list'> {
  return { imports: newestImports(store.db, SHOWN).map((one) => summaryOf(store.db, one)) };
}

function summaryOf(db: Db, { id, at, source, name, isWhole, undoneAt }: StoredImport): ImportSummary {
  const brought = actOfImport(db, id) !== null;
  return {
    ...{ id, at, source, name, isWhole },
    isUndone: undoneAt !== null,
    obstacle: brought ? obstacleToImport(db, id) : 'It brought nothing that could be undone.',
    counts: countGroups(db, id),
  };
}

export function casesOfImport({ store }: AppContext, input: ParsedInput<'imports.cases'>): Output<'imports.cases'> {
  const { id, group } = input;
  return { ids: casesOfGroup(store.db, id, group, OPENED), total: countGroups(store.db, id)[group] };
}

/** @throws AppError `refused` when it brought nothing, was undone, or something newer builds on it */
export function takeImportBack(ctx: AppContext, id: number): Output<'imports.undo'> {
  const { db } = ctx.store;
  const act = actOfImport(db, id);
  if (act === null) throw new AppError('refused', obstacleToImport(db, id) ?? 'It brought nothing.');
  const before = countGroups(db, id);
  undo(ctx, { id: act });
  const { new: kept } = countGroups(db, id);
  return { withdrawn: before.new - kept, restored: before.changed, kept };
}
