// desk export REF…: queues a ticket for each case.
import { findByReference } from '../find-case.ts';
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';
import { print } from '../print.ts';

export async function run(references: readonly string[], options: DeskOptions): Promise<void> {
  await withDesk(options, async (call) => {
    const rows = await Promise.all(references.map((reference) => findByReference(call, reference)));
    await call('tickets.queue', { caseIds: rows.map((row) => row.id) });
  });
  print(options, { queued: references }, () => `${references.length} queued`);
}
