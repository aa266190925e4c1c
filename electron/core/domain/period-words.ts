// Periods and instants of a report as people read them.

const MONTH = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' });
const DAY = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric', year: 'numeric' });
const INSTANT = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  ...{ month: 'long', day: 'numeric', year: 'numeric', hour: 'numeric', minute: '2-digit' },
});

/** `2026-10` → "October 2026", `2026-W44` → "Week 44 of 2026", days → "Oct 5, 2026 to Oct 9, 2026". */
export function periodInWords(name: string): string {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(name) ?? [];
  if (week !== undefined) return `Week ${Number(week)} of ${year}`;
  if (/^\d{4}-\d{2}$/.test(name)) return MONTH.format(Date.parse(`${name}-01`));
  const [, from, to] = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(name) ?? [];
  if (from === undefined || to === undefined) return name;
  return from === to
    ? DAY.format(Date.parse(from))
    : `${DAY.format(Date.parse(from))} to ${DAY.format(Date.parse(to))}`;
}

/** "October 28, 2026 at 10:00 AM, Eastern Time". */
export function instantInWords(iso: string): string {
  return `${INSTANT.format(Date.parse(iso))}, Eastern Time`;
}
