// The first key of a sequence, as in "g q", until the next key: it waits as long as it takes, so the status bar shows it.
import { useSyncExternalStore } from 'react';

let begun: string | null = null;
const listeners = new Set<() => void>();

/** Null: no sequence is begun, or not any more. */
export function showBegun(key: string | null): void {
  if (key === begun) return;
  begun = key;
  for (const listener of listeners) listener();
}

export const begunKey = (): string | null => begun;

export function useBegunKey(): string | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, begunKey);
}
