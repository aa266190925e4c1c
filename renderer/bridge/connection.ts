// Whether the desk behind the window responds. The transport reports it; while it does not, queries wait and the screen
// keeps showing what it has.
import { useSyncExternalStore } from 'react';

/** `other`: there is a desk at the address, but this window is not signed in to it. */
export type Connection = 'answers' | 'silent' | 'other';

let connection: Connection = 'answers';
const listeners = new Set<() => void>();

export function getConnection(): Connection {
  return connection;
}

export function setConnection(next: Connection): void {
  if (next === connection) return;
  connection = next;
  for (const listener of [...listeners]) listener();
}

export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useConnection(): Connection {
  return useSyncExternalStore(onConnection, getConnection);
}
