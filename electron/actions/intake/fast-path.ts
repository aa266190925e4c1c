// The fast path for security and privacy reports: tagged, made critical at once, and announced.
import type { CaseId } from '../../core/domain/ids.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import type { Db } from '../../store/db.ts';
import { type AppContext, DESK } from '../app-context.ts';
import { notify } from '../egress.ts';

export interface Alarm {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly kind: 'privacy' | 'security';
}

/** Makes a case critical, which starts its shortest clock. Runs inside the transaction that adds the case. */
export function takeFastPath(db: Db, { caseId, kind }: Alarm, at: number): void {
  addActivity(db, {
    at,
    actor: DESK,
    caseId,
    verb: 'set-priority',
    summary: `Critical: it tells of ${kind}`,
    fact: { priority: 'critical' },
    undo: { kind: 'note' },
    actId: newActId(),
  });
}

export function tellAlarms(ctx: AppContext, alarms: readonly Alarm[]): void {
  const [first] = alarms;
  if (first === undefined) return;
  const many = alarms.length > 1;
  notify(ctx, {
    title: many ? `${alarms.length} cases on the fast path` : `Fast path: ${first.kind}`,
    body: alarms
      .map((one) => one.reference)
      .slice(0, 3)
      .join(', '),
    caseId: many ? null : first.caseId,
  });
}
