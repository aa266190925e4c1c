// The clocks of a case, what pauses them, and how long it has waited for whom.
import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import { PAUSE_NAMES } from '../../../electron/core/domain/obligation.ts';
import { TimeLeft } from '../../components/time-left.tsx';
import { durationInWords, exactTime } from '../../components/words.ts';

export function Obligations({ one }: { one: CaseDetail }) {
  return (
    <section className="card" aria-label="Obligations">
      <header>
        <h3>Obligations</h3>
        <span>{one.priority === null ? 'business time' : `priority ${one.priority}`}</span>
      </header>
      <div className="obligations">
        {one.countdowns.map((countdown) => (
          <div key={countdown.policy} data-obligation={countdown.policy}>
            <span>
              {countdown.name}
              {countdown.paused && (
                <span className="meta">
                  {PAUSE_NAMES[countdown.paused.reason]} since {exactTime(countdown.paused.since)}
                </span>
              )}
            </span>
            <TimeLeft countdown={countdown} />
          </div>
        ))}
        {one.waited.map(({ reason, minutes }) => (
          <div key={reason} className="waits">
            <span>Time it {PAUSE_NAMES[reason].replace('on hold', 'was on hold').replace('waits', 'waited')}</span>
            <span>{durationInWords(minutes)}</span>
          </div>
        ))}
      </div>
    </section>
  );
}
