// A number, typed or moved with the arrow keys.
import { NumberInput } from '@mantine/core';

interface NumberFieldProps {
  readonly label: string;
  /** The label is not shown where a sentence around the field says it. */
  readonly isBare?: boolean;
  /** Null for none yet. */
  readonly value: number | null;
  readonly min: number;
  readonly max?: number;
  readonly step?: number;
  readonly placeholder?: string;
  readonly onPick: (value: number | null) => void;
}

export function NumberField({ label, isBare = false, value, onPick, ...rest }: NumberFieldProps) {
  return (
    <NumberInput
      {...(isBare ? { 'aria-label': label } : { label })}
      {...rest}
      hideControls
      value={value ?? ''}
      onChange={(next) => onPick(typeof next === 'number' && Number.isFinite(next) ? next : null)}
    />
  );
}
