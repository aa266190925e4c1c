// The chosen case is in the address after its list, so that a reload and the back button show the same one.
import { useEffect, useRef } from 'react';
import { type CaseId, caseId } from '../../electron/core/domain/ids.ts';
import type { ScreenName } from '../desk-ui.ts';
import type { CaseList } from './use-list.ts';
import { RESTS_MS } from './use-rest.ts';

const CASE = /^#(?:queue|board)\/([\da-f-]{36})$/;

function caseInAddress(): CaseId | null {
  return caseId.safeParse(CASE.exec(window.location.hash)?.[1]).data ?? null;
}

export function useAddress(screen: ScreenName, list: CaseList): void {
  const find = useRef(list.find);
  find.current = list.find;
  useEffect(() => {
    const follow = () => {
      const id = caseInAddress();
      if (id !== null) find.current(id);
    };
    follow();
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const id = list.selected?.id;
  useEffect(() => {
    if (id === undefined || (screen !== 'queue' && screen !== 'board')) return;
    // Replaces the address: moving through a list leaves no trail in the history. And only after a pause: the browser
    // reads the page's icon again at every change.
    const resting = setTimeout(() => {
      window.history.replaceState(window.history.state, '', `#${screen}/${id}`);
    }, RESTS_MS);
    return () => clearTimeout(resting);
  }, [id, screen]);
}
