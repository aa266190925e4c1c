// One promise of time as a row: when it starts, its target, its calendar, its warnings, what ends and what pauses it.

import type { CalendarRow, PolicyRow } from '../../../electron/contract/time-schemas.ts';
import {
  CLOCK_EVENT_NAMES,
  CLOCK_EVENTS,
  type ClockEventName,
  PAUSE_NAMES,
  WHEN_MISSED,
} from '../../../electron/core/domain/obligation.ts';
import { keysOf } from '../../../electron/core/domain/records.ts';

const MISSED_WORDS = {
  alert: 'alert',
  'request-status': 'status request',
  'escalate-pm': 'ask the product manager',
} as const;
/** Where a promise to a team can start: after the request, or, read strictly, with the ticket. */
const STARTS: readonly ClockEventName[] = [
  'received',
  'ticket-opened',
  'status-requested',
  'question-asked',
  'release-noticed',
];

/** Everything but receipt can end a promise. */
const STOPS = Object.fromEntries(
  CLOCK_EVENTS.filter((event) => event !== 'received').map((event) => [event, CLOCK_EVENT_NAMES[event]]),
) as Readonly<Partial<Record<ClockEventName, string>>>;

export function PolicyLine({
  one,
  calendars,
  change,
}: {
  one: PolicyRow;
  calendars: Readonly<Record<string, CalendarRow>>;
  change: (part: Partial<PolicyRow>) => void;
}) {
  const percent = (share: number) => Math.round(share * 100);
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={`${one.name}, on`}
          checked={one.on}
          onChange={(event) => change({ on: event.target.checked })}
        />
      </td>
      <th scope="row">{one.name}</th>
      <td>
        <select
          aria-label={`${one.name}, starts when`}
          value={one.start}
          onChange={(event) => change({ start: event.target.value as ClockEventName })}
        >
          {STARTS.map((start) => (
            <option key={start} value={start}>
              {CLOCK_EVENT_NAMES[start]}
            </option>
          ))}
        </select>
      </td>
      <td>
        <input
          type="number"
          min={0.25}
          step={0.25}
          aria-label={`${one.name}, target in business hours`}
          value={one.targetMinutes / 60}
          onChange={(event) => change({ targetMinutes: Math.max(1, Math.round(Number(event.target.value) * 60)) })}
        />
      </td>
      <td>
        <select
          aria-label={`${one.name}, calendar`}
          value={one.calendar}
          onChange={(event) => change({ calendar: event.target.value })}
        >
          {Object.entries(calendars).map(([id, { name }]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </td>
      {(['soonAt', 'dueAt'] as const).map((key) => (
        <td key={key}>
          <input
            type="number"
            min={0}
            max={100}
            aria-label={`${one.name}, ${key === 'soonAt' ? 'soon' : 'due'} at percent`}
            value={percent(one[key])}
            onChange={(event) => change({ [key]: Math.min(100, Math.max(0, Number(event.target.value))) / 100 })}
          />
        </td>
      ))}
      <td>
        <select
          aria-label={`${one.name}, when missed`}
          value={one.whenMissed}
          onChange={(event) => change({ whenMissed: event.target.value as PolicyRow['whenMissed'] })}
        >
          {WHEN_MISSED.map((missed) => (
            <option key={missed} value={missed}>
              {MISSED_WORDS[missed]}
            </option>
          ))}
        </select>
      </td>
      <td>
        <details>
          <summary>
            {one.stop.length + one.pausedBy.length}
            <span className="visually-hidden"> stops and pauses of {one.name}</span>
          </summary>
          <Checks legend="Stops when" names={STOPS} on={one.stop} set={(stop) => stop.length > 0 && change({ stop })} />
          <Checks
            legend="Stands still while it"
            names={PAUSE_NAMES}
            on={one.pausedBy}
            set={(pausedBy) => change({ pausedBy })}
          />
        </details>
      </td>
    </tr>
  );
}

/** A few of several; the order of the names is kept. */
function Checks<K extends string>({
  legend,
  names,
  on,
  set,
}: {
  legend: string;
  names: Readonly<Partial<Record<K, string>>>;
  on: readonly K[];
  set: (on: K[]) => void;
}) {
  const keys = keysOf(names);
  return (
    <fieldset>
      <legend>{legend}</legend>
      {keys.map((key) => (
        <label key={key} className="check">
          <input
            type="checkbox"
            checked={on.includes(key)}
            onChange={(event) => set(keys.filter((one) => (one === key ? event.target.checked : on.includes(one))))}
          />
          {names[key]}
        </label>
      ))}
    </fieldset>
  );
}
