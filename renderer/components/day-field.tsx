// A day, typed or picked from a calendar. Days are written as the desk's calls take them: "2026-10-08".
import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import './day-field.css';

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
