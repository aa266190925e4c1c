// Before an import of many rows a snapshot is made. One without it is better than none: then the lead is told.
import { AppError } from '../contract/errors.ts';
import { notify } from './exits.ts';
import type { Office } from './office.ts';

/** From so many rows on. */
const BULK = 500;

export async function snapshotFirst(office: Office, rows: number): Promise<void> {
  if (rows < BULK) return;
  try {
    await office.snapshot('before-import');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    notify(office, { title: 'Imported without a snapshot', body: error.message, caseId: null });
  }
}
