// Which number is the month is decided by a column as a whole: one 28/9 makes every 5/9 of it the fifth of September. Where the
// column does not decide, a person is asked: read the wrong way round, a date is wrong without anybody seeing it.
import type { DateOrder } from '../domain/mapping.ts';
import { numbersOf } from './parse-date.ts';

export interface DateOrderFound {
  /** What is likelier. */
  readonly order: DateOrder;
  /** False where the dates do not decide, or contradict each other. */
  readonly isDecided: boolean;
  /** Whether any date could be read another way; not where the month is a word or the year stands first. */
  readonly matters: boolean;
  /** The first row whose day stands first and the first whose month does, where the dates contradict each other; else null. */
  readonly contradicting: readonly [dayFirst: number, monthFirst: number] | null;
}

export interface DateOrderCount {
  /** `row` as a spreadsheet shows it. */
  add(date: string, row: number): void;
  found(): DateOrderFound;
}

export function countDateOrders(): DateOrderCount {
  let monthFirst = 0;
  let dayFirst = 0;
  let firstDay: number | null = null;
  let firstMonth: number | null = null;
  /** Can be read both ways; and those with an hour of AM or PM, which nobody writes after a day that stands first. */
  let either = 0;
  let american = 0;
  return {
    add(date, row) {
      const [a, b, between] = numbersOf(date) ?? [0, 0, ''];
      if (a === b) return;
      if (b <= 12 && (a > 12 || between === '.')) {
        dayFirst += 1;
        firstDay ??= row;
      } else if (b > 12 && a <= 12) {
        monthFirst += 1;
        firstMonth ??= row;
      } else if (/\d\s*[ap]\.?m/i.test(date)) american += 1;
      else either += 1;
    },
    found() {
      return {
        ...decided(),
        matters: dayFirst + monthFirst + american + either > 0,
        contradicting: firstDay === null || firstMonth === null ? null : [firstDay, firstMonth],
      };
    },
  };

  function decided(): Pick<DateOrderFound, 'order' | 'isDecided'> {
    // A single odd one among many is a slip of the pen, and its row is refused; more than that is two kinds.
    if (dayFirst * 20 < monthFirst) return { order: 'month-first', isDecided: true };
    if (monthFirst * 20 < dayFirst)
      // One 13/10 among rows that could all be American says little: most days of a month are past the twelfth.
      return { order: 'day-first', isDecided: american === 0 && dayFirst >= either };
    return { order: 'month-first', isDecided: dayFirst === 0 && either === 0 };
  }
}
