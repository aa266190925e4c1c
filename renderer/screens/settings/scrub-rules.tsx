// Desk-wide masking rules, newest first, each with a way to remove it.
import { PII_TYPES } from '../../../electron/core/domain/pii.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { Kbd } from '../../components/kbd.tsx';
import { Table } from '../../components/table.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { exactTime, plural } from '../../components/words.ts';

export function ScrubRules() {
  const rules = useCall('rules.list', {}).data?.rules;
  const drop = useAct('rules.drop', ({ changed }) => toast(`Rule deleted; ${plural(changed, 'case')} scrubbed again.`));
  return (
    <section className="card" aria-labelledby="scrub-rules">
      <header>
        <h2 id="scrub-rules">Text the scrubber always or never masks</h2>
        <span>they stay on this machine</span>
      </header>
      {rules?.length === 0 && (
        <p className="hint">
          No rules yet. In a case, <Kbd keys="Shift+X" /> on a finding means: never mask these words again;{' '}
          <Kbd keys="Shift+M" /> on a selection means: always mask them.
        </p>
      )}
      {rules !== undefined && rules.length > 0 && (
        <Table heads={['Words', 'Kind', 'Rule', 'Since']}>
          {rules.map(({ id, value, type, kind, createdAt }) => (
            <tr key={id}>
              <td>{value}</td>
              <td>{PII_TYPES[type]}</td>
              <td>{kind === 'allow' ? 'never mask' : 'always mask'}</td>
              <td>{exactTime(createdAt)}</td>
              <td>
                <button
                  type="button"
                  className="button quiet"
                  aria-label={`Delete the rule on ${value}`}
                  onClick={() => drop.mutate({ id }, { onError: toastError })}
                >
                  Delete
                </button>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
