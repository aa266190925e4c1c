// Toasts: what was done, with undo, as one line of the status bar; or what went wrong, and what to do, in the whole of
// its line, which grows for it. Neither covers a row or a button.
import './toast.css';
import { notifications, useNotifications } from '@mantine/notifications';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { Kbd } from './kbd.tsx';

/** How many errors are shown at once, next to the latest message. */
const MOST_ERRORS = 5;
export const MOST_TOASTS = MOST_ERRORS + 1;

let said: string | null = null;
let saidUntilSent = false;
let errors: readonly string[] = [];
let undoKeys: string | null = null;
let keyedUndo: (() => void) | null = null;
const onKeyed = new Set<() => void>();

/** Says which keys undo the last act, for the undo button of what is said from now on. */
export function showUndoKeys(keys: string): void {
  undoKeys = keys;
}

/** Does what the undo button of the message on screen does; false when there is none. It may give back words as well. */
export function undoByToast(): boolean {
  const undo = keyedUndo;
  keyUndo(null);
  undo?.();
  return undo !== null;
}

/** Something newer is being done: the message on screen does not mean the last act any more. */
export function forgetUndo(): void {
  keyUndo(null);
}

function keyUndo(undo: (() => void) | null): void {
  keyedUndo = undo;
  for (const listener of onKeyed) listener();
}

/** The keys that press an undo button, for as long as they do. */
function UndoKeys({ undo }: { undo: () => void }) {
  const isKeyed = useSyncExternalStore(listenToKeyed, () => keyedUndo === undo);
  return isKeyed && undoKeys !== null && <Kbd keys={undoKeys} />;
}

function listenToKeyed(listener: () => void): () => void {
  onKeyed.add(listener);
  return () => void onKeyed.delete(listener);
}

/** Whether a message and whether an error is on screen: what stands there gives way. */
export function useShownToasts(): { readonly isSaid: boolean; readonly isError: boolean } {
  const shown = useNotifications().notifications;
  return {
    isSaid: shown.some(({ position }) => position === 'bottom-right'),
    isError: shown.some(({ position }) => position === 'bottom-left'),
  };
}

/** Keeps as much room free below the desk as the errors on screen take, and closes the newest of them with Escape. */
export function useErrorRoom(): void {
  useEffect(() => {
    const place = document.querySelector('.mantine-Notifications-root[data-position="bottom-left"]');
    if (place === null) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty('--error-room', `${place.clientHeight}px`));
    observer.observe(place);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    // What is open over the desk has the key first, and may be gone by the time it comes here.
    let wasOver = false;
    const look = () => {
      wasOver = document.querySelector('[role="dialog"], [role="menu"]') !== null;
    };
    const close = (event: KeyboardEvent) => {
      const [newest] = errors;
      if (event.key !== 'Escape' || newest === undefined || event.defaultPrevented || wasOver) return;
      event.preventDefault();
      notifications.hide(`error ${newest}`);
    };
    window.addEventListener('keydown', look, true);
    window.addEventListener('keydown', close);
    return () => {
      window.removeEventListener('keydown', look, true);
      window.removeEventListener('keydown', close);
    };
  }, []);
}

interface ToastOptions {
  /** How long the message is shown. */
  readonly forMs?: number;
  /** Its undo is for what has not been sent yet. */
  readonly isUntilSent?: boolean;
}

/**
 * Only the latest message is shown, so that its undo button, and the undo key, always mean the last thing done. An error
 * stays next to it until it has been read.
 */
export function toast(message: ReactNode, undo?: () => void, { forMs, isUntilSent = false }: ToastOptions = {}): void {
  if (said !== null) notifications.hide(said);
  const ownUndo = undo ?? null;
  keyUndo(ownUndo);
  saidUntilSent = isUntilSent;
  said = notifications.show({
    onClose: () => {
      if (keyedUndo === ownUndo) keyUndo(null);
    },
    position: 'bottom-right',
    message: (
      <span className="toast-line">
        <span className="toast-words">{message}</span>
        {undo && (
          <button type="button" className="button" onClick={undo}>
            Undo <UndoKeys undo={undo} />
          </button>
        )}
      </span>
    ),
    ...(forMs !== undefined && { autoClose: forMs }),
    withCloseButton: true,
    closeButtonProps: { 'aria-label': 'Close message' },
  });
}

/** What waited is being sent: its undo is offered no longer. */
export function closeUntilSent(): void {
  if (said !== null && saidUntilSent) notifications.hide(said);
}

export const closeError = (message: string) => notifications.hide(`error ${message}`);

/** A newer error never waits behind older ones, and the same one is not said twice. */
export function toastError(error: unknown): void {
  showError(error instanceof Error ? error.message : String(error));
}

/** An error with a button for what can be done all the same. */
export function toastErrorWith({ message }: Error, name: string, run: () => void): void {
  const press = () => {
    notifications.hide(`error ${message}`);
    run();
  };
  showError(
    message,
    <button type="button" className="button" onClick={press}>
      {name}
    </button>,
  );
}

function showError(message: string, button?: ReactNode): void {
  for (const older of [message, ...errors.slice(MOST_ERRORS - 1)]) notifications.hide(`error ${older}`);
  errors = [message, ...errors.filter((one) => one !== message)].slice(0, MOST_ERRORS);
  notifications.show({
    id: `error ${message}`,
    position: 'bottom-left',
    message: (
      <span className="error-line">
        <span>{message}</span>
        {button}
        <Kbd keys="Esc" />
      </span>
    ),
    onClose: () => {
      errors = errors.filter((one) => one !== message);
    },
    color: 'red',
    autoClose: 15_000,
    closeButtonProps: { 'aria-label': 'Close message' },
  });
}
