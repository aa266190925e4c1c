// Which screen is shown. It is after the `#` of the address, so that a reload keeps it and the back button works.
import { useCallback, useEffect, useRef, useState } from 'react';
import { keysOf } from '../../electron/core/domain/records.ts';
import { SCREEN_NAMES, type ScreenName } from '../desk-ui.ts';

function screenInAddress(): ScreenName {
  const [named = ''] = window.location.hash.slice(1).split('/');
  return keysOf(SCREEN_NAMES).find((screen) => screen === named) ?? 'day';
}

interface Place {
  readonly screen: ScreenName;
  readonly go: (screen: ScreenName) => void;
  /** The screen before help was opened. */
  readonly cameFrom: ScreenName;
}

export function useScreen(): Place {
  const [screen, show] = useState<ScreenName>(screenInAddress);
  const cameFrom = useRef<ScreenName>('day');
  if (screen !== 'help') cameFrom.current = screen;
  useEffect(() => {
    // A token after the # is for signing in, and shows no other screen.
    const follow = () => window.location.hash.startsWith('#token=') || show(screenInAddress());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const go = useCallback((next: ScreenName) => {
    if (next !== screenInAddress()) window.history.pushState(null, '', `#${next}`);
    show(next);
  }, []);
  return { screen, go, cameFrom: cameFrom.current };
}
