// One of a few choices, in a list that opens.
import type { SelectHTMLAttributes } from 'react';

type Rest = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange' | 'children'>;

interface ChooseProps<T extends string> extends Rest {
  readonly value: T;
  readonly choices: readonly (readonly [value: T, name: string])[];
  readonly onPick: (value: T) => void;
}

export function Choose<T extends string>({ value, choices, onPick, ...rest }: ChooseProps<T>) {
  return (
    <select
      {...rest}
      value={value}
      onChange={({ target }) => {
        const picked = choices[target.selectedIndex];
        if (picked !== undefined) onPick(picked[0]);
      }}
    >
      {choices.map(([choice, name]) => (
        <option key={choice} value={choice}>
          {name}
        </option>
      ))}
    </select>
  );
}
