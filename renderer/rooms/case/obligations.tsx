import type { CaseDetail } from '../../../electron/contract/shapes.ts';
import { OBLIGATION_NAMES } from '../../../electron/core/words/obligation.ts';
import { TimeLeft } from '../../parts/time-left.tsx';

/** The promises of time of a case; the team's starts with the ticket. */
export function Obligations({ one }: { one: CaseDetail }) {
  const hasEta = one.countdowns.some((countdown) => countdown.kind === 'eta');
  return (
    <section className="card" aria-label="Obligations">
      <header>
        <h3>Obligations</h3>
        <span>business time</span>
      </header>
      <div className="obligations">
        {one.countdowns.map((countdown) => (
          <div key={countdown.kind} data-obligation={countdown.kind}>
            <span>{OBLIGATION_NAMES[countdown.kind]}</span>
            <TimeLeft countdown={countdown} />
          </div>
        ))}
        {!hasEta && (
          <div>
            <span>{OBLIGATION_NAMES.eta}</span>
            <span className="waits">starts with the ticket</span>
          </div>
        )}
      </div>
    </section>
  );
}
