// Acts on many cases report their progress, and can be canceled, under one name.
import type { CaseId } from '../../electron/core/domain/ids.ts';

export const BULK_JOB = 'bulk';

/** For the input of an act: its job, if it is on several cases. */
export function jobOf(ids: readonly CaseId[]): { job?: string } {
  return ids.length > 1 ? { job: BULK_JOB } : {};
}
