// desk move-github: our GitHub moved; tickets that are verified at the new location move too. --dry-run only previews.
import { adoptSystemNetwork } from '../../worker/system-network.ts';
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';
import { plainCell, print } from '../print.ts';

export async function run(
  from: string,
  to: string,
  options: DeskOptions & { readonly dryRun?: boolean },
): Promise<void> {
  adoptSystemNetwork();
  const { dryRun = false } = options;
  const report = await withDesk(options, (call) => call(dryRun ? 'github.tryMove' : 'github.move', { from, to }));
  const { found, missing, waiting, teams, notes } = report;
  const count = (n: number, what: string) => `${n} ${n === 1 ? what : `${what.replace(/y$/, 'ie')}s`}`;
  const named = (references: readonly string[]) => references.map(plainCell).join(', ');
  print(options, { dryRun, ...report }, () =>
    [
      dryRun ? 'Nothing was changed.' : 'Moved. "Undo" in the window reverts it.',
      `${count(found.length, 'ticket')} ${found.length === 1 ? 'is' : 'are'} at ${report.to}${found.length === 0 ? '.' : ':'}`,
      ...found.map(({ was, now, references }) => `  #${was} is #${now}  ${named(references)}`),
      ...(missing.length === 0
        ? []
        : [`${missing.length} ${missing.length === 1 ? 'stays' : 'stay'} at ${report.from}:`]),
      ...missing.map(
        ({ was, references, why }) => `  ${was === null ? 'not open' : `#${was}`}  ${named(references)}: ${why}`,
      ),
      `${count(waiting, 'entry')} of the outbox ${dryRun ? 'would follow' : waiting === 1 ? 'follows' : 'follow'}; teams: ${teams.map(plainCell).join(', ') || 'none'}.`,
      ...notes,
    ].join('\n'),
  );
}
