// The open hours of a calendar, drawn as a week; it follows what is typed.
import type { CalendarRow } from '../../../electron/contract/time-schemas.ts';
import { hoursInWords } from './hours.ts';

type Hours = CalendarRow['week'][number];

const DAY_MINUTES = 1_440;
const [WIDTH, HEAD, HEIGHT, LEFT] = [52, 16, 96, 30];
/** Hours with a line across the week. */
const TICKS = [6, 12, 18];

interface WeekProps {
  readonly name: string;
  readonly days: readonly string[];
  /** The hours of each day; null where they cannot be read. */
  readonly week: readonly (Hours | null)[];
}

export function CalendarWeek({ name, days, week }: WeekProps) {
  const y = (minutes: number) => HEAD + (minutes / DAY_MINUTES) * HEIGHT;
  const said = days.map((day, at) => `${day} ${wordsOf(week[at])}`).join('; ');
  return (
    <svg
      className="calendar-week"
      viewBox={`0 0 ${LEFT + days.length * WIDTH} ${HEAD + HEIGHT + 1}`}
      role="img"
      aria-label={`Open hours of ${name}: ${said}`}
    >
      {days.map((day, at) => {
        const x = LEFT + at * WIDTH;
        const hours = week[at];
        return (
          <g key={day}>
            <title>{`${day} ${wordsOf(hours)}`}</title>
            <text x={x + WIDTH / 2} y={HEAD - 5} textAnchor="middle">
              {day.slice(0, 3)}
            </text>
            <rect
              className={hours === null ? 'day unread' : 'day'}
              x={x + 2}
              y={HEAD}
              width={WIDTH - 4}
              height={HEIGHT}
            />
            {hours?.map(([from, to]) => (
              <rect key={from} className="open" x={x + 2} y={y(from)} width={WIDTH - 4} height={y(to) - y(from)} />
            ))}
          </g>
        );
      })}
      {TICKS.map((hour) => (
        <g key={hour}>
          <line x1={LEFT} x2={LEFT + days.length * WIDTH} y1={y(hour * 60)} y2={y(hour * 60)} />
          <text x={LEFT - 5} y={y(hour * 60) + 4} textAnchor="end">
            {hour}:00
          </text>
        </g>
      ))}
    </svg>
  );
}

function wordsOf(hours: Hours | null | undefined): string {
  if (hours === null || hours === undefined) return 'not readable';
  return hours.length === 0 ? 'closed' : hoursInWords(hours);
}
