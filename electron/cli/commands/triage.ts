// desk triage REF --action A: decides one case.
import { STATUS_NAMES, type TriageAction } from '../../core/domain/case.ts';
import { findByReference } from '../find-case.ts';
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';
import { print } from '../print.ts';

export async function run(
  reference: string,
  options: DeskOptions & { readonly action: TriageAction; readonly team?: string },
): Promise<void> {
  const { action, team } = options;
  const row = await withDesk(options, async (call) => {
    const one = await findByReference(call, reference);
    await call('triage.act', { caseIds: [one.id], action, ...(team !== undefined && { team }) });
    return findByReference(call, reference);
  });
  const result = { reference, status: row.status, team: row.team };
  print(options, result, () => `${reference}: ${STATUS_NAMES[row.status]}${row.team === null ? '' : `, ${row.team}`}`);
}
