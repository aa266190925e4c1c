// Where the keyboard stands after a screen was opened, or the window with one: on its list, or on its heading while it has none. Else the
// focus would rest on the page, and a screen reader and Tab would start at the sidebar.
import { useEffect } from 'react';
import type { ScreenName } from '../desk-ui.ts';
import { drawn } from './held-keys.ts';

/** What a screen lists may have to be read first; the heading has the focus until then. */
const MOST_MS = 5_000;

export function useLanding(screen: ScreenName): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it lands once for each screen.
  useEffect(() => {
    let isLeft = false;
    void land(() => isLeft);
    return () => {
      isLeft = true;
    };
  }, [screen]);
}

async function land(isLeft: () => boolean): Promise<void> {
  for (const until = performance.now() + MOST_MS; performance.now() < until && !isLeft(); await drawn()) {
    // A dialog that is about to close gives the focus back first; in an open one, what had the focus may just be gone.
    if (document.body.classList.contains('with-dialog')) continue;
    if (document.activeElement?.closest('[role="dialog"]') != null) continue;
    const heading = document.querySelector<HTMLElement>('main h1');
    // Somebody is at work in the new screen already.
    if (!isFree(document.activeElement) && document.activeElement !== heading) return;
    const list = document.getElementById('cases');
    if (list !== null) return list.focus({ preventScroll: true });
    if (heading === null || heading === document.activeElement) continue;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}

/** The page itself, or the button of the sidebar that was pressed. */
function isFree(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.closest('.rail') !== null;
}
