import { AppError } from '../contract/errors.ts';
import type { CaseId } from '../core/domain/ids.ts';
import { findCase, type StoredCase } from '../store/cases/cases.ts';
import { isWithdrawn } from '../store/cases/withdrawn-cases.ts';
import type { AppContext } from './app-context.ts';

/** @throws AppError `not-found`, for a case that was taken back by an undo as well */
export function requireCase({ store }: AppContext, id: CaseId): StoredCase {
  const one = findCase(store.db, id);
  if (one === null) throw new AppError('not-found', 'This case is not in the desk.');
  if (isWithdrawn(one))
    throw new AppError('not-found', 'This case was undone and is not in the desk anymore. Choose another case.');
  return one;
}
