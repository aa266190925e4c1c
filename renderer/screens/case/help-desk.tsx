// What the help desk's own system says about the case, and what to set there now.
import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import { type CaseStatus, SOURCE_NAMES } from '../../../electron/core/domain/case.ts';
import { disagreement, stepThere, theirState } from '../../../electron/core/domain/help-desk-states.ts';

function belongs(status: CaseStatus, to: string): string {
  return status === 'out-of-scope' ? `It belongs to ${to}.` : `Probably out of scope: it belongs to ${to}.`;
}

export function HelpDesk({ one }: { one: CaseDetail }) {
  const step = stepThere(one.source, one.status);
  const { belongsTo } = one.suggestion;
  if (step === null && belongsTo === null) return null;
  const their = theirState(one.source, one.fields);
  const differs = disagreement(their, one.status);
  return (
    <section className="card" aria-label={`In ${SOURCE_NAMES[one.source]}`}>
      <header>
        <h3>In {SOURCE_NAMES[one.source]}</h3>
        {their !== null && <span>{their.words} when it was exported</span>}
      </header>
      <div className="code-help">
        {differs !== null && <b>{differs} </b>}
        {step}
        {belongsTo !== null && <p>{belongs(one.status, belongsTo)}</p>}
      </div>
    </section>
  );
}
