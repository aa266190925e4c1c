// desk route: the team suggested for each case, and why.
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';
import { print, table } from '../print.ts';

export async function run(options: DeskOptions): Promise<void> {
  const { routes } = await withDesk(options, (call) => call('route.list', {}));
  const shown = routes.map(({ reference, team, confidence, outOfScope }) => ({
    reference,
    team,
    confidence,
    outOfScope,
  }));
  print(options, shown, () =>
    table(
      ['Reference', 'Team', 'Because'],
      routes.map(({ reference, team, outOfScope, because }) => [
        reference,
        outOfScope ? 'out of scope' : (team ?? 'to Triage'),
        because,
      ]),
    ),
  );
}
