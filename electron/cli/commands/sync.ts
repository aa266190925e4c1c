// desk sync --once: sends what is due.
import { adoptSystemNetwork } from '../../worker/system-network.ts';
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';
import { print } from '../print.ts';

export async function run(options: DeskOptions): Promise<void> {
  adoptSystemNetwork();
  const result = await withDesk(options, (call) => call('sync.now', {}));
  print(options, result, () => `${result.sent} sent, ${result.waiting} waiting, ${result.attention} need a person`);
}
