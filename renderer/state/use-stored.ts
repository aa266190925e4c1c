// A preference about how the window looks, remembered on this machine. Never text of a case.
import { useState } from 'react';

export function useStored(name: string, initial: string): [string, (value: string) => void] {
  const key = `tier3-${name}`;
  const [value, set] = useState(() => localStorage.getItem(key) ?? initial);
  return [
    value,
    (next) => {
      localStorage.setItem(key, next);
      set(next);
    },
  ];
}
