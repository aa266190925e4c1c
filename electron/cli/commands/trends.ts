// desk trends: the problems with enough cases to be a trend; --all: every problem.
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';
import { print, table } from '../print.ts';

export async function run(options: DeskOptions & { readonly all?: boolean }): Promise<void> {
  const { trends } = await withDesk(options, (call) => call('trends.list', { all: options.all ?? false }));
  const shown = trends.map(({ id, title, size, references, team }) => ({ id, title, size, references, team }));
  print(options, shown, () =>
    table(
      ['Cases', 'Problem', 'Team', 'References'],
      trends.map(({ size, title, team, references }) => [String(size), title, team ?? '-', references.join(', ')]),
    ),
  );
}
