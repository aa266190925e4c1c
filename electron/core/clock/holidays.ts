// US federal holidays on the day they are observed (a Saturday's on Friday, a Sunday's on Monday), from 18F's kept list.
import federal from '@18f/us-federal-holidays';

/** Observed federal holidays of one year as `YYYY-MM-DD`. New Year's Day can be observed on 31 December of the year before. */
export function federalHolidays(year: number): ReadonlySet<string> {
  const days = [...federal.allForYear(year), ...federal.allForYear(year + 1)].map((holiday) => isoDate(holiday.date));
  return new Set(days.filter((day) => day.startsWith(`${year}-`)));
}

function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}
