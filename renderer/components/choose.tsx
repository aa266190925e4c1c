// One of a few choices, in a list that opens. The list is drawn by the browser in the desk's own colors (choose.css); where it
// cannot be, the browser draws it as it always has.
import type { SelectHTMLAttributes } from 'react';
import './choose.css';

type Rest = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange' | 'children' | 'className'>;

export type Choice<T extends string = string> = readonly [value: T, name: string];

interface ChooseProps<T extends string> extends Rest {
  /** With a value that is none of the choices, nothing is chosen yet. */
  readonly value: T | '';
  readonly choices: readonly Choice<T>[];
  /** Further choices, under headings. */
  readonly groups?: readonly { readonly name: string; readonly choices: readonly Choice<T>[] }[];
  readonly onPick: (value: T) => void;
}

export function Choose<T extends string>({ value, choices, groups = [], onPick, ...rest }: ChooseProps<T>) {
  const all = [...choices, ...groups.flatMap((group) => group.choices)];
  return (
    <select
      {...rest}
      className="choose-one"
      value={value}
      onChange={({ target }) => {
        const picked = all.find(([choice]) => choice === target.value);
        if (picked !== undefined) onPick(picked[0]);
      }}
    >
      {!all.some(([choice]) => choice === value) && (
        <option value={value} hidden>
          Choose
        </option>
      )}
      {choices.map(option)}
      {groups.map((group) => (
        <optgroup key={group.name} label={group.name}>
          {group.choices.map(option)}
        </optgroup>
      ))}
    </select>
  );
}

/** Escape in the open list closes the list, not the dialog around it. */
function option([value, name]: Choice) {
  return (
    <option key={value} value={value} data-mantine-stop-propagation="true">
      {name}
    </option>
  );
}
