// A button that asks for a file, or for several. The same file can be picked twice in a row.
import { FileButton } from '@mantine/core';
import { type ReactNode, useRef } from 'react';

interface PickFileProps {
  /** What the file is, for those who do not see what stands around the button. */
  readonly label: string;
  /** Of the names it may have, like ".json". */
  readonly accept: string;
  readonly children: ReactNode;
  readonly isMany?: boolean;
  readonly isPrimary?: boolean;
  readonly autoFocus?: boolean;
  readonly onPick: (files: readonly File[]) => void;
}

export function PickFile(props: PickFileProps) {
  const { label, accept, children, isMany = false, isPrimary = false, autoFocus = false, onPick } = props;
  const reset = useRef<() => void>(null);
  const picked = (files: readonly File[]) => {
    if (files.length > 0) onPick(files);
    reset.current?.();
  };
  return (
    <FileButton
      resetRef={reset}
      accept={accept}
      multiple
      inputProps={{ 'aria-label': label, multiple: isMany }}
      onChange={picked}
    >
      {({ onClick }) => (
        <button
          type="button"
          className={isPrimary ? 'button primary' : 'button'}
          data-autofocus={autoFocus || undefined}
          onClick={onClick}
        >
          {children}
        </button>
      )}
    </FileButton>
  );
}
