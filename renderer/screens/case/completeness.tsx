// How much of what engineers ask for the report says, and one key for the request to Tier 2.
import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import { useCall } from '../../bridge/queries.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { useDeskUi } from '../../desk-ui.ts';

export function Completeness({ one }: { one: CaseDetail }) {
  const ui = useDeskUi();
  const fields = useCall('cases.completeness', { id: one.id }).data?.fields;
  if (fields === undefined) return null;
  const missing = fields.filter(({ value }) => value === null);
  const said = fields.length - missing.length;
  return (
    <section className="card completeness" aria-label="What engineers ask for">
      <header>
        <h3>What engineers ask for</h3>
        <span>
          {said} of {fields.length}
        </span>
      </header>
      <meter aria-label="Fields the report says" min={0} max={fields.length} value={said} />
      {missing.length > 0 && (
        <>
          <p className="meta">Missing: {missing.map(({ name }) => name).join(' · ')}</p>
          <div className="row-actions">
            <button type="button" className="button" onClick={ui.askForMore}>
              Write the request to Tier 2 <Kbd keys={keysOf('ask-tier-2')} />
            </button>
          </div>
        </>
      )}
    </section>
  );
}
