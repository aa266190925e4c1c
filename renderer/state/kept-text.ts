// Words that were typed and not sent yet outlive a lock, so that one in the middle of a sentence loses nothing. They are in memory
// only, and nowhere in the locked page.
import { useEffect, useState } from 'react';
import type { Output } from '../../electron/contract/calls.ts';
import { queryClient } from '../bridge/queries.ts';

const kept = new Map<string, string>();

const isLocked = () => queryClient.getQueryData<Output<'desk.state'>>(['desk.state', {}])?.state === 'locked';

/** As `useState` of a text; a field that goes away because the desk is locked has its words again when it comes back. */
export function useKeptText(name: string): readonly [string, React.Dispatch<React.SetStateAction<string>>] {
  const [text, setText] = useState(() => kept.get(name) ?? '');
  useEffect(() => {
    kept.set(name, text);
  }, [name, text]);
  useEffect(
    () => () => {
      if (!isLocked()) kept.delete(name);
    },
    [name],
  );
  return [text, setText];
}
