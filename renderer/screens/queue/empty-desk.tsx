// A desk without cases: the two ways to get some.
import { useAct } from '../../bridge/queries.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { FirstSteps } from '../first/first-steps.tsx';
import './queue.css';

export function EmptyDesk({ practice }: { practice: boolean }) {
  const ui = useDeskUi();
  const load = useAct('intake.samples', ({ imported }) => toast(`${plural(imported, 'sample case')} loaded.`));
  return (
    <main className="room wide">
      <div className="empty first-day">
        <h1>No cases yet</h1>
        <p>
          Bring in an export of HRC Dynamics, ServiceNow, IRIS or Salesforce. The desk takes the personal information
          out and starts the clock.
        </p>
        <div className="row-actions">
          {practice && (
            <button
              type="button"
              className="button primary"
              disabled={load.isPending}
              onClick={() => load.mutate({}, { onError: toastError })}
            >
              Load sample cases
            </button>
          )}
          <button
            type="button"
            className={practice ? 'button' : 'button primary'}
            onClick={() => ui.ask({ kind: 'import' })}
          >
            Import an export file <Kbd keys={keysOf('import')} />
          </button>
        </div>
        {!practice && <FirstSteps />}
      </div>
    </main>
  );
}
