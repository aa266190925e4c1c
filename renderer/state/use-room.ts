// Which screen is shown. It is after the `#` of the address, so that a reload keeps it and the back button works.
import { useCallback, useEffect, useRef, useState } from 'react';
import { keysOf } from '../../electron/core/domain/records.ts';
import { ROOM_NAMES, type Room } from '../desk-ui.ts';

function roomInAddress(): Room {
  const [named = ''] = window.location.hash.slice(1).split('/');
  return keysOf(ROOM_NAMES).find((room) => room === named) ?? 'day';
}

interface Place {
  readonly room: Room;
  readonly go: (room: Room) => void;
  /** The screen before help was opened. */
  readonly cameFrom: Room;
}

export function useRoom(): Place {
  const [room, show] = useState<Room>(roomInAddress);
  const cameFrom = useRef<Room>('day');
  if (room !== 'help') cameFrom.current = room;
  useEffect(() => {
    // A token after the # is for signing in, and shows no other screen.
    const follow = () => window.location.hash.startsWith('#token=') || show(roomInAddress());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const go = useCallback((next: Room) => {
    if (next !== roomInAddress()) window.history.pushState(null, '', `#${next}`);
    show(next);
  }, []);
  return { room, go, cameFrom: cameFrom.current };
}
