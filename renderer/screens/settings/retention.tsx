// How long the text as received stays in a closed case.
import { Choose } from '../../components/choose.tsx';
import { useSetting } from '../../state/use-setting.ts';

const DAYS = [30, 60, 90, 180, 365, 0] as const;

export function Retention() {
  const [rule, save] = useSetting('retention');
  return (
    <section className="card" id="retention" aria-labelledby="retention-title">
      <header>
        <h2 id="retention-title">Retention</h2>
        <span>scrubbed text and figures stay</span>
      </header>
      <label className="delay">
        Remove the text as received from a case that has been closed for
        <Choose
          value={rule === undefined ? '' : String(rule.days)}
          choices={DAYS.map((days) => [String(days), days === 0 ? 'Never' : `${days} days`])}
          onPick={(days) => save({ days: Number(days) })}
        />
      </label>
      <p className="hint">
        Names, contacts and the text with them go, in the desk and in its snapshots, and cannot come back. A case with
        the tag privacy-incident is kept as it is.
      </p>
    </section>
  );
}
