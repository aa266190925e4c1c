// Which number is the month is decided by a column as a whole: one 28/9 makes every 5/9 of it the fifth of September.
import { type DateOrder, numbersOf } from './parse-date.ts';

export interface DateOrderFound {
  /** Null where dates of both kinds stand in one column. */
  readonly order: DateOrder | null;
  /** False where every date can be read both ways. */
  readonly isDecided: boolean;
}

export interface DateOrderCount {
  add(date: string): void;
  found(): DateOrderFound;
}

export function countDateOrders(): DateOrderCount {
  let monthFirst = 0;
  let dayFirst = 0;
  return {
    add(date) {
      const [a, b, between] = numbersOf(date) ?? [0, 0, ''];
      // Nobody writes the month first with dots.
      if (b <= 12 && (a > 12 || between === '.')) dayFirst += 1;
      else if (b > 12 && a <= 12) monthFirst += 1;
    },
    found() {
      // A single odd one among many is a slip of the pen, and its row is refused; more than that is two kinds.
      if (dayFirst === 0 || dayFirst * 20 < monthFirst) return { order: 'month-first', isDecided: monthFirst > 0 };
      if (monthFirst === 0 || monthFirst * 20 < dayFirst) return { order: 'day-first', isDecided: true };
      return { order: null, isDecided: false };
    },
  };
}
