// desk outbox: what is pending and what was sent.
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';
import { print, table } from '../print.ts';

export async function run(options: DeskOptions): Promise<void> {
  const { entries, sync } = await withDesk(options, (call) => call('outbox.list', {}));
  const shown = entries.map(
    ({ id, kind, state, title, destination, references, attempts, reason, nextTryAt, url }) => ({
      id,
      kind,
      state,
      title,
      destination,
      references,
      attempts,
      reason,
      nextTryAt,
      url,
    }),
  );
  print(options, { entries: shown, waiting: sync.waiting, attention: sync.attention }, () =>
    entries.length === 0
      ? 'The outbox is empty.'
      : table(
          ['State', 'Kind', 'To', 'Title', 'Reason'],
          entries.map(({ state, kind, destination, title, reason }) => [state, kind, destination, title, reason ?? '']),
        ),
  );
}
