// The queue in groups by when the time runs out, as a lead thinks of the day. Dates are Eastern Time.
import type { CaseRow } from '../../../electron/contract/shapes.ts';

export interface Group {
  readonly name: string;
  readonly rows: readonly CaseRow[];
}

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' });
const WEEKDAY = new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', weekday: 'long' });
const DAY_MS = 86_400_000;

function groupOf({ countdown }: CaseRow, now: number): string {
  if (countdown === null || countdown.metAt !== null) return 'Decided';
  if (countdown.meaning === 'missed') return 'Missed';
  if (countdown.meaning === 'paused') return 'Paused';
  const due = DAY.format(countdown.dueAt);
  if (due === DAY.format(now)) return 'Due today';
  if (due === DAY.format(now + DAY_MS)) return 'Due tomorrow';
  return countdown.dueAt - now < 6 * DAY_MS ? `Due ${WEEKDAY.format(countdown.dueAt)}` : 'Due later';
}

/** Groups in the order in which the rows come, which is by time left. */
export function groupRows(rows: readonly CaseRow[], now: number): Group[] {
  const groups = new Map<string, CaseRow[]>();
  for (const row of rows) {
    const name = groupOf(row, now);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return [...groups].map(([name, ofGroup]) => ({ name, rows: ofGroup }));
}
