// Short messages at the status bar of the window: what was done, with its undo; or what went wrong, and what to do.
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

/**
 * Only the newest message is shown: an undo button always means what was done last. `forMs` where it is to stand for another
 * time than messages do.
 */
export function toast(message: ReactNode, undo?: () => void, forMs?: number): void {
  notifications.clean();
  notifications.show({
    message: (
      <span className="row-actions">
        <span>{message}</span>
        {undo && (
          <button type="button" className="button" onClick={undo}>
            Undo
          </button>
        )}
      </span>
    ),
    ...(forMs !== undefined && { autoClose: forMs }),
    withCloseButton: true,
    closeButtonProps: { 'aria-label': 'Close message' },
  });
}

export function toastError(error: Error): void {
  notifications.show({
    message: error.message,
    color: 'red',
    autoClose: 15_000,
    closeButtonProps: { 'aria-label': 'Close message' },
  });
}
