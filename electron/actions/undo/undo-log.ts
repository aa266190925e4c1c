// Takes a case of the quick log back: it leaves the desk, its number is free again, and its line is in the form as it was typed.
import { AppError } from '../../contract/errors.ts';
import type { ActId, CaseId } from '../../core/domain/ids.ts';
import { joinTyped } from '../../core/domain/typed-form.ts';
import { findTyped, saveTyped } from '../../store/cases/typed-words.ts';
import { withdrawCases, workedOn } from '../../store/cases/withdrawn-cases.ts';
import type { Db } from '../../store/db.ts';
import { type AppContext, DESK } from '../app-context.ts';
import type { How } from '../outbox/pull-back.ts';
import { forgetGroups } from '../problems/held-groups.ts';
import { leaveTicket } from './undo-import.ts';

interface LoggedCase {
  readonly caseId: CaseId;
  /** The act that logged it. */
  readonly actId: ActId;
  /** As it was typed. Raw. */
  readonly line: string;
}

/** Runs inside a transaction. @throws AppError `refused` if someone has worked on the case, or its ticket was told of it */
export function undoLog(ctx: AppContext, db: Db, { caseId, actId, line }: LoggedCase, how: How): void {
  leaveTicket(db, caseId, how);
  if (workedOn(db, [caseId], actId, DESK).size > 0)
    throw new AppError(
      'refused',
      'The case has a ticket that was told of it. Decide the case as out of scope instead.',
    );
  withdrawCases(db, [caseId], how.at);
  const typed = { line };
  saveTyped(db, 'log', '', joinTyped(null, typed, findTyped(db, 'log', '')) ?? typed, how.at);
  forgetGroups(db);
  ctx.queue.forget();
}
