// On or off, with its words beside it.
import { Checkbox } from '@mantine/core';

interface CheckProps {
  readonly label: string;
  readonly on: boolean;
  readonly set: (on: boolean) => void;
  /** Where the words stand elsewhere already. */
  readonly isBare?: boolean;
  readonly isDisabled?: boolean;
}

export function Check({ label, on, set, isBare = false, isDisabled = false }: CheckProps) {
  return (
    <Checkbox
      size="xs"
      {...(isBare ? { 'aria-label': label } : { label })}
      checked={on}
      disabled={isDisabled}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  );
}
