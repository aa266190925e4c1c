// desk rescrub: reads again what an older scrubber has read, and says what changed; never the words themselves.
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';
import { print } from '../print.ts';

export async function run(options: DeskOptions): Promise<void> {
  const result = await withDesk(options, (call) => call('cases.rescrub', {}));
  print(options, result, () =>
    [`${result.scrubbed} scrubbed again, ${result.changed.length} read otherwise now`]
      .concat(result.changed.map(({ reference, change }) => `  ${reference}: ${change}`))
      .join('\n'),
  );
}
