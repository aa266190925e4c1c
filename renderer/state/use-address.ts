// The chosen case stands in the address behind its list: a reload and the way back show it again, not another one.
import { useEffect, useRef } from 'react';
import { type CaseId, caseId } from '../../electron/core/domain/ids.ts';
import type { Room } from '../desk-ui.ts';
import type { CaseList } from './use-list.ts';
import { RESTS_MS } from './use-rest.ts';

const CASE = /^#(?:queue|board)\/([\da-f-]{36})$/;

function caseInAddress(): CaseId | null {
  return caseId.safeParse(CASE.exec(window.location.hash)?.[1]).data ?? null;
}

export function useAddress(room: Room, list: CaseList): void {
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
    if (id === undefined || (room !== 'queue' && room !== 'board')) return;
    // In place of the address before: going through a list leaves no trail of steps back. And only where one rests: the
    // browser reads the icon of the page anew at every change.
    const resting = setTimeout(() => {
      window.history.replaceState(window.history.state, '', `#${room}/${id}`);
    }, RESTS_MS);
    return () => clearTimeout(resting);
  }, [id, room]);
}
