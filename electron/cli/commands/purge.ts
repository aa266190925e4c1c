// desk purge: removes PII from cases closed long ago, in the desk and in its snapshots; --dry-run only lists them.
import { join } from 'node:path';
import { accountName } from '../../host/account.ts';
import { openStore } from '../../store/opening/open.ts';
import { pendingPurge, purgeDesk } from '../../store/retention/purge-desk.ts';
import { HOLD_TAG, KEPT_DAYS, overdueCases } from '../../store/retention/retention.ts';
import { openHome, ROOT } from '../home.ts';
import type { DeskOptions } from '../options.ts';
import { plainCell, print } from '../print.ts';

export async function run(options: DeskOptions & { readonly dryRun?: boolean; readonly days?: number }): Promise<void> {
  const { home, key } = openHome(options);
  const days = options.days ?? KEPT_DAYS;
  const now = Date.now();
  const file = home.store;
  const store = openStore({ file, key, migrations: join(ROOT, 'drizzle', 'migrations'), account: accountName() });
  try {
    const overdue = overdueCases(store.db.$client, now, days);
    const references = overdue.map(({ reference }) => reference);
    const listed = references.map((one) => `  ${plainCell(one)}`);
    const isNothing = overdue.length === 0 && pendingPurge(store).length === 0;
    if (options.dryRun || isNothing) {
      print(options, { days, cases: references }, () =>
        [
          `${overdue.length} closed cases still contain the text as received and had no activity for ${days} days. Nothing was changed.`,
          ...listed,
          `Cases with the tag "${HOLD_TAG}" are left alone.`,
        ].join('\n'),
      );
      return;
    }
    const snapshots = purgeDesk({ store, file, key, now, overdue });
    print(options, { days, cases: references, snapshots }, () =>
      [`Purged ${overdue.length} cases, in the desk and in ${snapshots} snapshots:`, ...listed].join('\n'),
    );
  } finally {
    store.close();
  }
}
