// The time targets, each a sentence; the effect of a change on the running clocks is shown before it is saved.

import { useState } from 'react';
import type { Output } from '../../../electron/contract/calls.ts';
import type { PolicyRow } from '../../../electron/contract/time-schemas.ts';
import { caseName } from '../../../electron/core/domain/case-name.ts';
import { SLA_STATE_NAMES, SLA_STATES } from '../../../electron/core/domain/queue.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { TimeLeft } from '../../components/time-left.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { PolicyLine } from './policy-line.tsx';

type Settings = Output<'policies.get'>;

export function Policies({ settings }: { settings: Settings }) {
  const ui = useDeskUi();
  const [draft, setDraft] = useState({ of: settings.policies, value: settings.policies });
  const policies = draft.of === settings.policies ? draft.value : settings.policies;
  const setPolicies = (value: PolicyRow[]) => setDraft({ of: settings.policies, value });
  const isChanged = JSON.stringify(policies) !== JSON.stringify(settings.policies);
  const save = useAct('policies.save', ({ actId }) =>
    toast('Time targets saved; every clock now uses them.', () => ui.undo(actId)),
  );
  const change = (id: string, part: Partial<PolicyRow>) =>
    setPolicies(policies.map((one) => (one.id === id ? { ...one, ...part } : one)));
  return (
    <section className="card" id="time-promises" aria-labelledby="policies">
      <header>
        <h2 id="policies">Time targets</h2>
        <span>a change recalculates every clock</span>
      </header>
      <ul className="policies">
        {policies.map((one) => (
          <PolicyLine key={one.id} one={one} calendars={settings.calendars} change={(part) => change(one.id, part)} />
        ))}
      </ul>
      {isChanged && <Preview policies={policies} />}
      <div className="row-actions">
        <button
          type="button"
          className="button primary"
          aria-disabled={!isChanged}
          onClick={() => isChanged && save.mutate({ policies }, { onError: toastError })}
        >
          Save targets
        </button>
        <button
          type="button"
          className="button quiet"
          disabled={!isChanged}
          onClick={() => setPolicies(settings.policies)}
        >
          Discard changes
        </button>
      </div>
    </section>
  );
}

/** The effect of the change on cases with a running clock. */
function Preview({ policies }: { policies: readonly PolicyRow[] }) {
  const { data, error } = useCall('policies.preview', { policies: [...policies] });
  if (error !== null) return <p className="problem">{error.message}</p>;
  if (data === undefined) return null;
  const sums = (counts: Record<string, number>) =>
    SLA_STATES.flatMap((state) =>
      counts[state] ? [`${counts[state]} ${SLA_STATE_NAMES[state].toLowerCase()}`] : [],
    ).join(', ');
  return (
    <div className="preview" role="status">
      <p>
        <b>{plural(data.changed, 'running clock')} would change.</b> Now: {sums(data.before)}. Then: {sums(data.after)}.
      </p>
      <ul>
        {data.examples.map(({ reference, name, before, after }) => (
          <li key={reference}>
            <span>{caseName(reference)}</span> <span>{name}</span> <TimeLeft countdown={before} /> <span>becomes</span>{' '}
            <TimeLeft countdown={after} />
          </li>
        ))}
      </ul>
    </div>
  );
}
