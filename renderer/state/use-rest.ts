// Whether one stays with what is shown: what a passing look has no use for is asked for only then.
import { useEffect, useState } from 'react';

/** A case is looked at, and not passed by, once it has been the chosen one for so long. */
export const RESTS_MS = 300;

/** True once the component has been on screen for that long. */
export function useRest(): boolean {
  const [rests, setRests] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRests(true), RESTS_MS);
    return () => clearTimeout(timer);
  }, []);
  return rests;
}
