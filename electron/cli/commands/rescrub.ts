// desk rescrub: rescrubs what an older scrubber has read, and reports what changed, never the text itself.
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';
import { print } from '../print.ts';

export async function run(options: DeskOptions): Promise<void> {
  const result = await withDesk(options, (call) => call('cases.rescrub', {}));
  print(options, result, () =>
    [`${result.scrubbed} scrubbed again, ${result.changed.length} changed`]
      .concat(result.changed.map(({ reference, change }) => `  ${reference}: ${change}`))
      .join('\n'),
  );
}
