// One time target as a sentence whose parts are edited in place: its target, calendar and start, its warnings, what
// happens when it is missed, and below that, what ends and what pauses it.

import type { CalendarRow, PolicyRow } from '../../../electron/contract/time-schemas.ts';
import {
  CLOCK_EVENT_NAMES,
  type ClockEventName,
  PAUSE_NAMES,
  WHEN_MISSED,
} from '../../../electron/core/domain/obligation.ts';
import { keysOf } from '../../../electron/core/domain/records.ts';
import { Check } from '../../components/check.tsx';
import { Choose } from '../../components/choose.tsx';
import { NumberField } from '../../components/number-field.tsx';

const MISSED_WORDS = {
  alert: 'alert me',
  'request-status': 'ask the team for a status',
  'escalate-pm': 'ask its product manager',
} as const;
/** When a target for a team can start: after the request or, read strictly, with the ticket. */
const STARTS: readonly ClockEventName[] = [
  'received',
  'ticket-opened',
  'notice-opened',
  'status-requested',
  'question-asked',
  'release-noticed',
];

/** Everything but receipt can end a promise. */
const { received: _, ...STOPS } = CLOCK_EVENT_NAMES;

export function PolicyLine({
  one,
  calendars,
  change,
}: {
  one: PolicyRow;
  calendars: Readonly<Record<string, CalendarRow>>;
  change: (part: Partial<PolicyRow>) => void;
}) {
  return (
    <li className="policy" data-on={one.on}>
      <Check isBare label={`${one.name}, on`} on={one.on} set={(on) => change({ on })} />
      <div className="sentence">
        <b>{one.name}</b> within{' '}
        <NumberField
          isBare
          label={`${one.name}, target in business hours`}
          min={0.25}
          step={0.25}
          value={one.targetMinutes / 60}
          onPick={(hours) => hours !== null && change({ targetMinutes: Math.max(1, Math.round(hours * 60)) })}
        />{' '}
        hours of{' '}
        <Choose
          aria-label={`${one.name}, calendar`}
          value={one.calendar}
          choices={Object.entries(calendars).map(([id, { name }]) => [id, name] as const)}
          onPick={(calendar) => change({ calendar })}
        />{' '}
        after{' '}
        <Choose
          aria-label={`${one.name}, starts when`}
          value={one.start}
          choices={[...new Set([one.start, ...STARTS])].map((start) => [start, CLOCK_EVENT_NAMES[start]] as const)}
          onPick={(start) => change({ start })}
        />
        . Past half from{' '}
        <Share name={`${one.name}, soon`} value={one.soonAt} onChange={(soonAt) => change({ soonAt })} />% and due soon
        from <Share name={`${one.name}, due`} value={one.dueAt} onChange={(dueAt) => change({ dueAt })} />% of it. When
        it is missed,{' '}
        <Choose
          aria-label={`${one.name}, when missed`}
          value={one.whenMissed}
          choices={WHEN_MISSED.map((missed) => [missed, MISSED_WORDS[missed]] as const)}
          onPick={(whenMissed) => change({ whenMissed })}
        />
        .
        <details>
          <summary>
            {one.stop.length + one.pausedBy.length} stops and pauses
            <span className="visually-hidden"> of {one.name}</span>
          </summary>
          <Checks legend="Stops when" names={STOPS} on={one.stop} set={(stop) => stop.length > 0 && change({ stop })} />
          <Checks
            legend="Pauses while it"
            names={PAUSE_NAMES}
            on={one.pausedBy}
            set={(pausedBy) => change({ pausedBy })}
          />
        </details>
      </div>
    </li>
  );
}

/** A share of the target, in percent. */
function Share({ name, value, onChange }: { name: string; value: number; onChange: (value: number) => void }) {
  return (
    <NumberField
      isBare
      label={`${name} at percent`}
      min={0}
      max={100}
      value={Math.round(value * 100)}
      onPick={(percent) => percent !== null && onChange(Math.min(100, Math.max(0, percent)) / 100)}
    />
  );
}

/** Any of several; the order of the names is kept. */
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
        <Check
          key={key}
          label={names[key] ?? key}
          on={on.includes(key)}
          set={(isOn) => set(keys.filter((one) => (one === key ? isOn : on.includes(one))))}
        />
      ))}
    </fieldset>
  );
}
