// desk activity: the data reports are made from, one case per line as JSON.
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';

export async function run(options: DeskOptions): Promise<void> {
  const { lines } = await withDesk(options, (call) => call('reports.activity', {}));
  process.stdout.write(lines.map((one) => `${one}\n`).join(''));
}
