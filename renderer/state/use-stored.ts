// A preference about how the window looks, remembered on this machine. Never text of a case.
import { useCallback, useState } from 'react';

/** The setter is the same at every render. */
export function useStored(name: string, initial: string): [string, (value: string) => void] {
  const key = `tier3-${name}`;
  const [value, set] = useState(() => localStorage.getItem(key) ?? initial);
  const keep = useCallback(
    (next: string) => {
      localStorage.setItem(key, next);
      set(next);
    },
    [key],
  );
  return [value, keep];
}
