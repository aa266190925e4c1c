// Says on the page itself that something is shown for which others make room. A rule with "body:has(…)" would do without, but
// then the whole page is styled anew whenever anything in it changes: that was most of the work of a move in the list.
import { useLayoutEffect } from 'react';

export function useBodyClass(name: string, isShown = true): void {
  useLayoutEffect(() => {
    if (!isShown) return;
    document.body.classList.add(name);
    return () => document.body.classList.remove(name);
  }, [name, isShown]);
}
