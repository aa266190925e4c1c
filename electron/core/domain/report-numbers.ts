// Numbers of a report, formatted for people.
import type { Unit } from './report.ts';

const NUMBER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const PERCENT = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 });
const HOURS_A_DAY = 24;

/** "97.5%", "3.2 days", "1,204"; a dash if nothing was measured. */
export function valueInWords(unit: Unit, value: number | null): string {
  if (value === null) return '–';
  if (unit === 'share') return PERCENT.format(value);
  if (unit === 'hours')
    return Math.abs(value) < 2 * HOURS_A_DAY
      ? `${NUMBER.format(value)} h`
      : `${NUMBER.format(value / HOURS_A_DAY)} days`;
  return unit === 'minutes' ? `${NUMBER.format(value)} min` : NUMBER.format(value);
}

/** "+2.5 points", "−4 h"; "no change". */
export function changeInWords(unit: Unit, change: number | null): string {
  if (change === null) return '–';
  if (change === 0) return 'no change';
  const sign = change > 0 ? '+' : '−';
  const size = Math.abs(change);
  const words = unit === 'share' ? `${NUMBER.format(size * 100)} points` : valueInWords(unit, size);
  // A difference that rounds to zero counts as none.
  return /^0 /.test(words) ? 'no change' : `${sign}${words}`;
}

export const CALENDAR_WORDS = {
  business: 'business time',
  'wall-clock': 'wall-clock time',
  none: 'no clock',
} as const;
