// One act over many cases: a piece at a time, each whole in itself, so that it shows progress and can be cancelled. What
// was done before a cancel or a refusal stays done and shares one act, so that one undo takes it all back.
import type { CaseId } from '../core/domain/ids.ts';
import type { Db } from '../store/db.ts';
import type { AppContext } from './app-context.ts';

const PIECE = 250;

/** How many cases were left alone because the job was cancelled. Up to a piece is one transaction: all or none. */
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
