// A button for what no undo brings back: the first press says what follows, the second does it.
import { useState } from 'react';

interface ConfirmedButtonProps {
  readonly children: string;
  /** Tells apart buttons of one name. */
  readonly label?: string;
  /** What follows, in one or two sentences. */
  readonly consequence: string;
  readonly disabled: boolean;
  readonly onConfirm: () => void;
}

export function ConfirmedButton({ children, label, consequence, disabled, onConfirm }: ConfirmedButtonProps) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <button
        type="button"
        className="button quiet"
        aria-label={label}
        disabled={disabled}
        onClick={() => setAsking(true)}
      >
        {children}
      </button>
    );
  return (
    <span
      role="group"
      aria-label={label ?? children}
      className="row-actions"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setAsking(false);
      }}
    >
      <span role="alert">{consequence}</span>
      <button type="button" className="button" autoFocus onClick={() => setAsking(false)}>
        Cancel
      </button>
      <button
        type="button"
        className="button quiet"
        disabled={disabled}
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {children}
      </button>
    </span>
  );
}
