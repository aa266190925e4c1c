// Damage reports as text: what is lost, and what to do.
import type { CommitRecord } from '../file/commit-record.ts';
import type { Loss } from './salvage.ts';

const MOST_NAMES = 200;

/** Names for the rows of each table; what can be derived again is not reported. */
const ROWS: Readonly<Record<string, readonly [one: string, many: string, remedy: string]>> = {
  cases: ['case', 'cases', 'Import their again.'],
  tickets: ['ticket', 'tickets', 'Look for them at GitHub.'],
  outbox: [
    'outbox entry',
    'outbox entries',
    'Check their tickets: what these entries should have sent may be missing.',
  ],
  activity: ['line of activity', 'lines of activity', 'Clocks and undo may be incomplete for their cases.'],
  audit_links: ['link of the audit chain', 'links of the audit chain', 'It cannot prove anything from there on.'],
  comments: ['team comment', 'team comments', 'They are still on their tickets.'],
  typed_words: ['half-typed text', 'half-typed texts', 'Write them again.'],
  drafts: ['edited draft', 'edited drafts', 'Write them again.'],
  templates: ['template', 'templates', 'Write them again.'],
  teams: ['team in the directory', 'teams in the directory', 'Add them again in Settings.'],
  settings: ['setting', 'settings', 'They are back to their defaults; check Settings.'],
  desk_rules: ['scrubber rule', 'scrubber rules', 'Create them again.'],
  finding_decisions: ['decision about a finding', 'decisions about findings', 'Review the findings again.'],
  problems: ['problem', 'problems', 'Check Trends.'],
  problem_decisions: ['decision about a problem', 'decisions about problems', 'Check Trends.'],
  send_log: ['send log entry', 'send log entries', 'Nothing needs to be done.'],
  alerts_raised: ['alert record', 'alert records', 'An alert may be shown again.'],
};
const WORKED_OUT_AGAIN: ReadonlySet<string> = new Set(['standings', 'stale_cases', '__drizzle_migrations']);

/** A row count of a table as text: `3 cases`. */
export function countRows(table: string, rows: number): string {
  const [one, many] = ROWS[table] ?? [`row of ${table}`, `rows of ${table}`];
  return `${rows} ${rows === 1 ? one : many}`;
}

/** One sentence about what is missing from a table. */
function describeLoss({ table, rows, exact, names }: Loss): string {
  const [one, many, remedy] = ROWS[table] ?? [`row of ${table}`, `rows of ${table}`, ''];
  const told = names.slice(0, MOST_NAMES).join(', ');
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  const which = told === '' ? '' : `: ${told}${more}`;
  const count = exact ? `${rows} ${rows === 1 ? one : many}` : `Some ${many}, an unknown number,`;
  return `${count} could not be read${which}. ${remedy}`.trim();
}

type Notice = readonly [title: string, ...lines: string[]];

const time = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

export const CUT_OFF: readonly [title: string, line: string] = [
  'The end of the activity is missing, or was rewritten',
  'The audit chain was longer when the desk was last closed, and nothing else in the store is older: someone has edited its file. To see what is wrong, run: desk verify',
];

export function describeNoRecord(record: 'missing' | 'damaged'): Notice {
  return [
    'It is unclear whether the newest changes are here',
    `The count of changes next to the store (desk.db-commits) was ${record}. The store itself can be read. If it was copied without that file, all is well; otherwise compare the last things you did with what you see.`,
  ];
}

export function describeOlder({ commits, at }: CommitRecord, here: number, aside: string): Notice {
  const missing = commits - here;
  const kept = `The files are kept as they were found, as ${aside}.`;
  if (missing <= 0)
    return [
      'The log of the newest changes was damaged',
      'They had already been copied into the store: as far as the desk can tell, nothing is lost.',
      kept,
    ];
  return [
    'The newest changes are lost',
    `The store is older than when the desk last used it: ${missing === 1 ? 'the last write is' : `the last ${missing} writes are`} missing, made up to ${time(at)}. The log of newest changes (desk.db-wal) was damaged or removed, or an older copy was put in place.`,
    'Find the last thing that is here in the newest lines of activity, and repeat what came after it. Tickets and comments sent since then are at GitHub although they are not shown here.',
    kept,
  ];
}

export function describeRebuilt(losses: readonly Loss[], aside: string): Notice {
  const told = losses.filter(({ table }) => !WORKED_OUT_AGAIN.has(table));
  const gone = told.length === 0 ? ['Nothing you entered is lost: only lists that could be rebuilt were damaged.'] : [];
  return [
    'The store was damaged, and has been rebuilt from what could be read',
    ...gone,
    ...told.map(describeLoss),
    `The damaged file is kept as ${aside}.`,
  ];
}
