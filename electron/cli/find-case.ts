// Finds a case by the reference that people use for it.
import type { Call } from '../contract/client.ts';
import { AppError } from '../contract/errors.ts';
import type { CaseRow } from '../contract/schemas.ts';

/** @throws AppError not-found, or conflict where several sources use the same reference */
export async function findByReference(call: Call, reference: string): Promise<CaseRow> {
  const { cases: matching } = await call('cases.find', { reference });
  const [one] = matching;
  if (one === undefined) throw new AppError('not-found', `There is no case ${reference} in this desk.`);
  if (matching.length > 1)
    throw new AppError('conflict', `${reference} is in ${matching.length} sources; decide it in the window.`);
  return one;
}
