// Whether the lead stays on what is shown: some content is loaded only then.
import { useEffect, useState } from 'react';

/** After this long on a case, the lead reads it and does not just pass through. */
export const RESTS_MS = 300;

/** True once the component has been mounted for that long. */
export function useRest(): boolean {
  const [rests, setRests] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRests(true), RESTS_MS);
    return () => clearTimeout(timer);
  }, []);
  return rests;
}
