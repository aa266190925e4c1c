// A snapshot is made before importing many rows. An import without one is better than none: in that case the lead is
// told.
import { AppError } from '../../contract/errors.ts';
import type { AppContext } from '../app-context.ts';
import { notify } from '../egress.ts';

/** From this many rows on. */
const BULK = 500;

export async function snapshotFirst(ctx: AppContext, rows: number): Promise<void> {
  if (rows < BULK) return;
  try {
    await ctx.snapshot('before-import');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    notify(ctx, { title: 'Imported without a snapshot', body: error.message, caseId: null });
  }
}
