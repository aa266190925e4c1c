// How much of what engineers need is in the report, and one key for the request to Tier 2.
import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import { useCall } from '../../bridge/queries.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { useDeskUi } from '../../desk-ui.ts';
import { useRest } from '../../state/use-rest.ts';

export function Completeness({ one }: { one: CaseDetail }) {
  const ui = useDeskUi();
  const rests = useRest();
  const known = useCall('cases.completeness', { id: one.id }, rests).data?.fields;
  const fields = known ?? [];
  const missing = fields.filter(({ value }) => value === null);
  const said = fields.length - missing.length;
  return (
    <section className="card completeness" aria-label="What engineers ask for" aria-busy={known === undefined}>
      <header>
        <h3>What engineers ask for</h3>
        {known !== undefined && (
          <span>
            {said} of {fields.length}
          </span>
        )}
      </header>
      <meter aria-label="Fields the report says" min={0} max={fields.length || 1} value={said} />
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
