// The case as received: its text with findings to review, and every column of the export.
import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import { ReviewText } from '../compose/review-text.tsx';

export function CaseFields({ one }: { one: CaseDetail }) {
  return (
    <>
      <ReviewText one={one} />
      <section className="card">
        <header>
          <h3>Columns of the export</h3>
          <span>as they came; they stay here</span>
        </header>
        <dl className="fields">
          {one.fields.map(({ name, value }) => (
            <FieldLine key={name} name={name} value={value} />
          ))}
        </dl>
      </section>
    </>
  );
}

function FieldLine({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value === '' ? '–' : value}</dd>
    </>
  );
}
