// A field that offers choices if there are any, and accepts any text.
import { Autocomplete, type OptionsFilter } from '@mantine/core';

interface WordsProps {
  readonly id?: string;
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly value: string | undefined;
  /** A choice may be shown with a name next to its value. */
  readonly choices?: readonly (string | { readonly value: string; readonly name: string })[];
  /** What is wrong with it. */
  readonly problem?: string | undefined;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
}

export function Words({ value = '', choices = [], problem, onLeave, ...rest }: WordsProps) {
  const names = new Map(choices.map((one) => (typeof one === 'string' ? [one, ''] : [one.value, one.name])));
  const nameOf = (choice: string) => names.get(choice) ?? '';
  const fits: OptionsFilter = ({ options, search }) =>
    options.filter(
      (one) =>
        'value' in one && `${one.value} ${nameOf(one.value)}`.toLowerCase().includes(search.trim().toLowerCase()),
    );
  return (
    <Autocomplete
      {...rest}
      value={value}
      data={[...names.keys()]}
      // A value that is one of the choices hides none of the others.
      filter={(given) => (names.has(value) ? given.options : fits(given))}
      error={problem}
      {...(onLeave !== undefined && { onBlur: onLeave })}
      renderOption={({ option: one }) => (
        <span className="words-choice">
          {nameOf(one.value) || one.value}
          {nameOf(one.value) !== '' && <code>{one.value}</code>}
        </span>
      )}
    />
  );
}
