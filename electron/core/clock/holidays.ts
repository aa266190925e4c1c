// US federal holidays on the day they are observed (Saturday's on Friday, Sunday's on Monday), from 18F's package.
import federal from '@18f/us-federal-holidays';

/**
 * Observed federal holidays of one year, `YYYY-MM-DD`. New Year's Day may be observed on December 31 of the year
 * before.
 */
export function federalHolidays(year: number): ReadonlySet<string> {
  const days = [...federal.allForYear(year), ...federal.allForYear(year + 1)].map((holiday) => isoDate(holiday.date));
  return new Set(days.filter((day) => day.startsWith(`${year}-`)));
}

function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}
