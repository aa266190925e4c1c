// Two charts: cases received and decided day by day, and how much time the running cases have left.

import type { Day } from '../../../electron/contract/day-schemas.ts';
import { EASTERN } from '../../../electron/core/domain/time.ts';
import { type Bar, Bars } from '../../components/bars.tsx';
import { plural } from '../../components/words.ts';

const DAY = new Intl.DateTimeFormat('en-US', { timeZone: EASTERN, month: 'short', day: 'numeric' });

/** As the sums above the list say it. */
const WORDS = { missed: 'missed', due: 'due soon', soon: 'past half', fine: 'fine' } as const;

export function Load({ load }: { load: Day['load'] }) {
  const days: Bar[] = load.days.map(({ at, arrived, decided }) => ({
    key: String(at),
    label: DAY.format(at),
    said: `${DAY.format(at)}: ${arrived} received, ${decided} decided`,
    parts: [
      { n: arrived, kind: 'arrived' },
      { n: decided, kind: 'decided' },
    ],
  }));
  const left: Bar[] = load.left.map(({ hours, ...states }) => {
    const parts = (['missed', 'due', 'soon', 'fine'] as const)
      .map((kind) => ({ kind, n: states[kind] }))
      .filter(({ n }) => n > 0);
    const n = parts.reduce((sum, part) => sum + part.n, 0);
    const label = hours === 0 ? 'missed' : hours === null ? 'later' : `${hours} h`;
    const said = hours === 0 ? 'missed' : hours === null ? 'later than that' : `within ${hours} hours`;
    const which = parts.length > 1 ? `: ${parts.map((part) => `${part.n} ${WORDS[part.kind]}`).join(', ')}` : '';
    return { key: label, label, said: `${plural(n, 'case')} ${said}${which}`, parts };
  });
  return (
    <section className="card load" aria-label="Load">
      <header>
        <h2>Load</h2>
        <span className="legend">
          <i className="swatch arrived" /> received <i className="swatch decided" /> decided
        </span>
      </header>
      <Bars title="The last 14 days" bars={days} labelEvery={3} />
      <Bars title="Hours until due" bars={left} />
    </section>
  );
}
