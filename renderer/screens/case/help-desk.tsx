// What the help desk's own system says of the case, and what to set there now.
import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import { SOURCE_NAMES } from '../../../electron/core/domain/case.ts';
import { disagreement, stepThere, theirState } from '../../../electron/core/domain/help-desk-states.ts';

export function HelpDesk({ one }: { one: CaseDetail }) {
  const step = stepThere(one.source, one.status);
  if (step === null) return null;
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
      </div>
    </section>
  );
}
