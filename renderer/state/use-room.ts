// Which room is shown. It stands behind the `#` of the address, so that a reload stays and back goes back.
import { useEffect, useState } from 'react';
import type { Room } from '../desk-ui.ts';

const ROOMS: readonly Room[] = [
  'day',
  'queue',
  'replies',
  'tickets',
  'board',
  'trends',
  'reports',
  'outbox',
  'settings',
];

function roomInAddress(): Room {
  return ROOMS.find((room) => window.location.hash === `#${room}`) ?? 'day';
}

export function useRoom(): readonly [Room, (room: Room) => void] {
  const [room, show] = useState<Room>(roomInAddress);
  useEffect(() => {
    // A token behind the # is for signing in, and shows no other room.
    const follow = () => window.location.hash.startsWith('#token=') || show(roomInAddress());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const go = (next: Room) => {
    if (next !== roomInAddress()) window.history.pushState(null, '', `#${next}`);
    show(next);
  };
  return [room, go];
}
