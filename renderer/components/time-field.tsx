// A time of day, in minutes since midnight.
import { TimePicker } from '@mantine/dates';
import '@mantine/dates/styles.css';

interface TimeFieldProps {
  readonly label: string;
  readonly minutes: number;
  readonly onPick: (minutes: number) => void;
}

const two = (n: number) => String(n).padStart(2, '0');

export function TimeField({ label, minutes, onPick }: TimeFieldProps) {
  return (
    <TimePicker
      label={label}
      format="12h"
      hoursInputLabel={`${label}, hour`}
      minutesInputLabel={`${label}, minutes`}
      amPmInputLabel={`${label}, AM or PM`}
      value={`${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`}
      onChange={(time) => {
        const [hours, rest] = time.split(':').map(Number);
        if (hours !== undefined && rest !== undefined) onPick(hours * 60 + rest);
      }}
    />
  );
}
