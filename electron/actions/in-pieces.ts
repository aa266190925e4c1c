// One act over many cases, in batches that are each atomic, so that it can show progress and be canceled. What was done
// before a cancel or an error stays and shares one act, so that one undo reverts all of it.
import type { CaseId } from '../core/domain/ids.ts';
import type { Db } from '../store/db.ts';
import type { AppContext } from './app-context.ts';

const PIECE = 250;

/**
 * How many cases were skipped because the job was canceled. Up to one batch is a single transaction: all or nothing.
 */
export async function inPieces(
  { store, jobs }: AppContext,
  job: string | undefined,
  caseIds: readonly CaseId[],
  step: (db: Db, id: CaseId) => void,
): Promise<number> {
  const pieces: (readonly CaseId[])[] = [];
  for (let at = 0; at < caseIds.length; at += PIECE) pieces.push(caseIds.slice(at, at + PIECE));
  const done = await jobs.run(job, pieces, (piece) =>
    store.transaction((db) => {
      for (const id of piece) step(db, id);
    }),
  );
  return pieces.slice(done).flat().length;
}
