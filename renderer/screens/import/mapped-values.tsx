// What the values of status and priority mean, if an export uses its own terms.

import type { GuessedColumn } from '../../../electron/contract/mapping-shapes.ts';
import type { Meaning } from '../../../electron/core/domain/mapping.ts';
import { Choose } from '../../components/choose.tsx';

const MEANT = {
  status: ['Open', 'Resolved'],
  priority: ['Critical', 'High', 'Medium', 'Low'],
} as const;
type Valued = keyof typeof MEANT;

const isValued = (meaning: Meaning | null | undefined): meaning is Valued =>
  meaning === 'status' || meaning === 'priority';

function valuedColumns(guessed: readonly GuessedColumn[], columns: readonly (Meaning | null)[]) {
  return guessed.flatMap(({ choices }, at) => {
    const meaning = columns[at];
    return isValued(meaning) ? choices.map((choice) => ({ meaning, value: choice.value, means: choice[meaning] })) : [];
  });
}

/** What each value means, as far as the value itself says. */
export function proposedValues(
  guessed: readonly GuessedColumn[],
  columns: readonly (Meaning | null)[],
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
  columns: readonly (Meaning | null)[];
  values: Readonly<Record<string, string>>;
  onChange: (value: string, means: string) => void;
}) {
  const valued = valuedColumns(guessed, columns);
  if (valued.length === 0) return null;
  return (
    <fieldset className="choose">
      <legend>What its terms for status and priority mean</legend>
      {valued.map(({ meaning, value }) => (
        <label key={`${meaning} ${value}`}>
          {value}
          <Choose
            value={values[value] ?? ''}
            choices={[['', 'as it is written'], ...MEANT[meaning].map((word) => [word, word] as const)]}
            onPick={(means) => onChange(value, means)}
          />
        </label>
      ))}
    </fieldset>
  );
}
