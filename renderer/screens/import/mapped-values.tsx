// What the values of status and priority mean, if an export uses its own terms.

import type { GuessedColumn } from '../../../electron/contract/mapping-shapes.ts';
import type { ColumnRole } from '../../../electron/core/domain/mapping.ts';
import { Choose } from '../../components/choose.tsx';

const MEANT = {
  status: ['Open', 'Resolved'],
  priority: ['Critical', 'High', 'Medium', 'Low'],
} as const;
type Valued = keyof typeof MEANT;

const isValued = (role: ColumnRole | null | undefined): role is Valued => role === 'status' || role === 'priority';

function valuedColumns(guessed: readonly GuessedColumn[], columns: readonly (ColumnRole | null)[]) {
  return guessed.flatMap(({ choices }, at) => {
    const role = columns[at];
    return isValued(role) ? choices.map((choice) => ({ role, value: choice.value, means: choice[role] })) : [];
  });
}

/** What each value means, as far as the value itself says. */
export function proposedValues(
  guessed: readonly GuessedColumn[],
  columns: readonly (ColumnRole | null)[],
): Record<string, string> {
  return Object.fromEntries(
    valuedColumns(guessed, columns).flatMap(({ value, means }) => (means === null ? [] : [[value, means]])),
  );
}

export function MappedValues({
  guessed,
  columns,
  values,
  onChange,
}: {
  guessed: readonly GuessedColumn[];
  columns: readonly (ColumnRole | null)[];
  values: Readonly<Record<string, string>>;
  onChange: (value: string, means: string) => void;
}) {
  const valued = valuedColumns(guessed, columns);
  if (valued.length === 0) return null;
  return (
    <fieldset className="choose">
      <legend>What its terms for status and priority mean</legend>
      {valued.map(({ role, value }) => (
        <label key={`${role} ${value}`}>
          {value}
          <Choose
            value={values[value] ?? ''}
            choices={[['', 'as it is written'], ...MEANT[role].map((word) => [word, word] as const)]}
            onPick={(means) => onChange(value, means)}
          />
        </label>
      ))}
    </fieldset>
  );
}
