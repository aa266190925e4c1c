// desk cases: lists cases, least time left first.
import type { CaseStatus } from '../../core/domain/case.ts';
import { STATUS_NAMES } from '../../core/domain/case.ts';
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';
import { print, table } from '../print.ts';

export async function run(
  options: DeskOptions & { readonly status?: CaseStatus; readonly search?: string; readonly limit?: number },
): Promise<void> {
  const { status, search, limit } = options;
  const { cases } = await withDesk(options, (call) =>
    call('cases.list', { filter: status === undefined ? {} : { status: [status] }, search }),
  );
  const rows = cases.slice(0, limit);
  const shown = rows.map(
    ({ reference, source, title, status: state, team, reportedAt, tags, priority, countdown }) => ({
      reference,
      source,
      title,
      status: state,
      team,
      reportedAt,
      tags,
      priority,
      dueAt: countdown === null || countdown.metAt !== null ? null : countdown.dueAt,
    }),
  );
  print(options, shown, () =>
    table(
      ['Reference', 'Status', 'Team', 'Title'],
      rows.map((row) => [row.reference, STATUS_NAMES[row.status], row.team ?? '-', row.title]),
    ),
  );
}
