// A field that offers choices if there are any, and accepts any text.
import { useId } from 'react';

interface WordsProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string | undefined;
  /** A choice may be shown with a name next to its value. */
  readonly choices?: readonly (string | { readonly value: string; readonly name: string })[];
  readonly onChange: (value: string) => void;
}

export function Words({ label, placeholder, value = '', choices = [], onChange }: WordsProps) {
  const id = useId();
  return (
    <label>
      {label}
      <input
        list={choices.length > 0 ? id : undefined}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {choices.length > 0 && (
        <datalist id={id}>
          {choices.map((choice) =>
            typeof choice === 'string' ? (
              <option key={choice} value={choice} />
            ) : (
              <option key={choice.value} value={choice.value} label={choice.name} />
            ),
          )}
        </datalist>
      )}
    </label>
  );
}
