// Setup in five steps: a checklist that stays until everything is done or it is dismissed. The first open step has a
// button; what the services lack is listed below it.
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Output } from '../../../electron/contract/calls.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { commandOf, keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { openTopic } from '../../state/open-topic.ts';
import './first-steps.css';

interface Step {
  readonly name: string;
  readonly isDone: boolean;
  readonly what: string;
  readonly act: ReactNode;
}

export function FirstSteps() {
  const ui = useDeskUi();
  const known = useCall('first.get', {}).data;
  const key = useCall('desk.state', {}).data;
  const [lacking, setLacking] = useState<readonly string[]>([]);
  const said = ({ missing }: Output<'first.findTeams'>) => setLacking(missing);
  const teams = useAct('first.findTeams', said);
  const boards = useAct('first.findBoards', said);
  if (known === undefined || known.isHidden) return null;
  const steps: readonly Step[] = [
    {
      name: 'A key of its own',
      isDone: true,
      what:
        key?.unlock === 'keychain' ? 'In the keychain, with a recovery code.' : 'A passphrase, with a recovery code.',
      act: null,
    },
    {
      name: 'Sign in to GitHub',
      isDone: known.signedIn,
      what: 'Until then tickets wait in the outbox.',
      act: <StepButton label="Sign in" run={() => openTopic('sign-in')} />,
    },
    {
      name: 'Find your repositories and teams',
      isDone: known.teamsFound,
      what: `By the labels of the ${plural(ui.teams.length, 'team')} in the directory.`,
      act: (
        <StepButton
          label={teams.isPending ? 'Looking …' : 'Look by label'}
          run={() => teams.mutate({}, { onError: toastError })}
        />
      ),
    },
    {
      name: 'Find the boards',
      isDone: known.boardsFound,
      what: 'Where new tickets are placed, at GitHub or in ZenHub.',
      act: (
        <StepButton
          label={boards.isPending ? 'Looking …' : 'Look for the boards'}
          run={() => boards.mutate({}, { onError: toastError })}
        />
      ),
    },
    {
      name: 'Import the first export',
      isDone: known.cases > 0,
      what: 'Drop it onto the window, or choose it.',
      act: (
        <button type="button" className="button" onClick={() => ui.ask({ kind: 'import' })}>
          Import <Kbd keys={keysOf('import')} />
        </button>
      ),
    },
  ];
  const done = steps.filter(({ isDone }) => isDone).length;
  if (done === steps.length) return null;
  return (
    <section className="card first-steps" aria-label="First steps">
      <header>
        <h2>First steps</h2>
        <span>
          {done} of {steps.length} done
        </span>
      </header>
      <ol>
        {steps.map(({ name, isDone, what, act }) => (
          <li key={name} data-done={isDone}>
            <span className="tick" aria-hidden="true">
              {isDone && <IconCheck size={13} stroke={3} />}
            </span>
            <span>
              <b>{name}</b>
              <span className="visually-hidden">{isDone ? ', done' : ', open'}</span>
              <span className="hint">{what}</span>
            </span>
            {!isDone && act}
          </li>
        ))}
      </ol>
      {lacking.length > 0 && <Lacking lines={lacking} />}
      <div className="row-actions">
        <button type="button" className="button quiet" onClick={() => commandOf('first-steps')?.run(ui)}>
          Hide the list <Kbd keys={keysOf('first-steps')} />
        </button>
      </div>
    </section>
  );
}

/** How many lines are shown; the rest is in the settings. */
const SHOWN = 6;

function Lacking({ lines }: { lines: readonly string[] }) {
  return (
    <div className="lacking" role="status">
      <ul>
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <button type="button" className="button" onClick={() => openTopic('tool-teams')}>
        {lines.length > SHOWN ? `${lines.length - SHOWN} more; fix them in Settings` : 'Fix it in Settings'}
      </button>
    </div>
  );
}

function StepButton({ label, run }: { label: string; run: () => void }) {
  return (
    <button type="button" className="button" onClick={run}>
      {label}
    </button>
  );
}
