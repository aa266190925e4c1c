// The business calendars: hours of each weekday, time zone, federal holidays and own closures.

import { useState } from 'react';
import type { CalendarRow } from '../../../electron/contract/time-schemas.ts';
import { useAct } from '../../bridge/queries.ts';
import { Check } from '../../components/check.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { useDeskUi } from '../../desk-ui.ts';
import { CalendarWeek } from './calendar-week.tsx';
import { hoursInWords, readHours } from './hours.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

export function Calendars({ calendars }: { calendars: Readonly<Record<string, CalendarRow>> }) {
  return (
    <section className="card" aria-labelledby="calendars">
      <header>
        <h2 id="calendars">Calendars</h2>
        <span>a change recalculates history</span>
      </header>
      {Object.entries(calendars).map(([id, spec]) => (
        <CalendarForm key={`${id} ${JSON.stringify(spec)}`} id={id} spec={spec} all={calendars} />
      ))}
    </section>
  );
}

function CalendarForm({
  id,
  spec,
  all,
}: {
  id: string;
  spec: CalendarRow;
  all: Readonly<Record<string, CalendarRow>>;
}) {
  const ui = useDeskUi();
  const [week, setWeek] = useState(spec.week.map(hoursInWords));
  const [zone, setZone] = useState(spec.timeZone);
  const [federal, setFederal] = useState(spec.federalHolidays);
  const [closed, setClosed] = useState(spec.closed.join(', '));
  const save = useAct('calendars.save', ({ actId }) =>
    toast(`${spec.name} saved; every clock now uses it.`, () => ui.undo(actId)),
  );
  const hours = week.map(readHours);
  const wrong = hours.indexOf(null);

  function submit(event: React.FormEvent): void {
    event.preventDefault();
    if (wrong !== -1) {
      toastError(
        new Error(
          `${spec.name}, ${DAYS[wrong]}: write hours like 8:00-12:00, 13:00-17:00, in order, or leave it empty.`,
        ),
      );
      return;
    }
    const dates = closed.split(/[\s,]+/).filter((date) => date !== '');
    const next = {
      ...spec,
      timeZone: zone,
      federalHolidays: federal,
      closed: dates,
      week: hours as CalendarRow['week'],
    };
    save.mutate({ calendars: { ...all, [id]: next } }, { onError: toastError });
  }

  return (
    <details className="calendar">
      <summary>{spec.name}</summary>
      <form onSubmit={submit}>
        <CalendarWeek name={spec.name} days={DAYS} week={hours} />
        {DAYS.map((day, index) => (
          <label key={day}>
            {day}
            <input
              value={week[index] ?? ''}
              placeholder="closed"
              aria-invalid={hours[index] === null}
              onChange={(event) => setWeek(week.map((text, at) => (at === index ? event.target.value : text)))}
            />
          </label>
        ))}
        <label>
          Time zone
          <input value={zone} onChange={(event) => setZone(event.target.value)} />
        </label>
        <label className="wide">
          Own closures
          <input
            value={closed}
            placeholder="2026-12-24, 2026-12-26"
            onChange={(event) => setClosed(event.target.value)}
          />
        </label>
        <div className="wide">
          <Check label="US federal holidays are closed, on the day they are observed" on={federal} set={setFederal} />
        </div>
        <button type="submit" className="button">
          Save {spec.name}
        </button>
      </form>
    </details>
  );
}
