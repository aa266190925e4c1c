// The newest cases that came in within the last day.
import type { CaseRow } from '../../../electron/contract/schemas.ts';
import { TimeLeft } from '../../components/time-left.tsx';
import { shortReference } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';

export function CameIn({ rows }: { rows: readonly CaseRow[] }) {
  const ui = useDeskUi();
  return (
    <section className="card" aria-label="Came in">
      <header>
        <h2>Came in</h2>
        <span>into this desk in the last 24 hours, newest first</span>
      </header>
      {rows.length === 0 ? (
        <p className="hint">Nothing came in. An import or a logged case shows here.</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              <button type="button" className="came-in" title={row.title} onClick={() => ui.openCase(row.id, row)}>
                <TimeLeft countdown={row.countdown} />
                <span className="words">{row.title}</span>
                <span className="ref">{shortReference(row.reference)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
