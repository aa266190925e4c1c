// Toasts above the status bar: what was done, with undo; or what went wrong, and what to do.
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

/** How many errors are shown at once, next to the latest message. */
const MOST_ERRORS = 2;
export const MOST_TOASTS = MOST_ERRORS + 1;

let said: string | null = null;
let errors: readonly string[] = [];

/**
 * Only the latest message is shown, so that an undo button always means the last act. An error stays next to it until
 * it has been read. `forMs` overrides how long the message is shown.
 */
export function toast(message: ReactNode, undo?: () => void, forMs?: number): void {
  if (said !== null) notifications.hide(said);
  said = notifications.show({
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

/** A newer error never waits behind older ones, and the same one is not said twice. */
export function toastError(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  for (const older of [message, ...errors.slice(MOST_ERRORS - 1)]) notifications.hide(`error ${older}`);
  errors = [message, ...errors.filter((one) => one !== message)].slice(0, MOST_ERRORS);
  notifications.show({
    id: `error ${message}`,
    message,
    color: 'red',
    autoClose: 15_000,
    closeButtonProps: { 'aria-label': 'Close message' },
  });
}
