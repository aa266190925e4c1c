// A day, typed or picked from a calendar. Days are written as the desk's calls take them: "2026-10-08".
import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import './day-field.css';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const TYPED =
  /^(?:(?<year>20\d\d)-(?<month>\d{1,2})-(?<day>\d{1,2})|(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>20\d\d)|(?<name>[a-z]{3})[a-z]{0,6}\.? (?<day>\d{1,2}),? (?<year>20\d\d))$/i;

/** "2026-10-08", "10/8/2026" or "Oct 8, 2026" as a day; null while it is still being typed. */
function readDay(typed: string): string | null {
  const { year, month, name = '', day } = TYPED.exec(typed.trim())?.groups ?? {};
  if (year === undefined || day === undefined) return null;
  const at = month === undefined ? MONTHS.indexOf(name.toLowerCase()) : Number(month) - 1;
  const date = new Date(Date.UTC(Number(year), at, Number(day)));
  return date.getUTCMonth() === at && date.getUTCDate() === Number(day) ? date.toISOString().slice(0, 10) : null;
}

interface DayFieldProps {
  readonly label: string;
  /** The label is not shown where the field's place says it already. */
  readonly isBare?: boolean;
  /** '' for none. */
  readonly value: string;
  readonly min?: string;
  readonly max?: string;
  /** The day may be left open. */
  readonly isOptional?: boolean;
  /** What is wrong with it. */
  readonly problem?: string | undefined;
  readonly onPick: (day: string) => void;
}

export function DayField({
  label,
  isBare = false,
  value,
  isOptional = false,
  problem,
  onPick,
  ...span
}: DayFieldProps) {
  return (
    <DateInput
      {...(isBare ? { 'aria-label': label } : { label })}
      {...span}
      className="day-field"
      value={value === '' ? null : value}
      valueFormat="MMM D, YYYY"
      dateParser={readDay}
      firstDayOfWeek={0}
      clearable={isOptional}
      error={problem}
      previousLabel="The month before"
      nextLabel="The month after"
      hideOutsideDates
      popoverProps={{ withRoles: false, withinPortal: false, transitionProps: { duration: 0 } }}
      onChange={(day) => {
        if (day !== null || isOptional) onPick(day ?? '');
      }}
    />
  );
}
