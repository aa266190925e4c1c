// desk sync --once: sends what is due.
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';
import { print } from '../print.ts';

export async function run(options: DeskOptions): Promise<void> {
  const result = await withDesk(options, (call) => call('sync.now', {}));
  print(options, result, () => `${result.sent} sent, ${result.waiting} waiting, ${result.attention} need a person`);
}
