// The divider between list and case: dragged with the pointer or moved with arrow keys; its position is remembered.
import { useState } from 'react';

const KEY = 'tier3-split';
const [NARROWEST, WIDEST, STEP, FIRST] = [28, 68, 2, 48];

function remembered(): number {
  const kept = Number(localStorage.getItem(KEY));
  return kept >= NARROWEST && kept <= WIDEST ? kept : FIRST;
}

/** Width of the list in percent of the screen; CSS reads it as a custom property. */
export function Splitter() {
  const [share, setShare] = useState(remembered);
  const move = (to: number) => {
    const next = Math.round(Math.max(NARROWEST, Math.min(WIDEST, to)));
    setShare(next);
    localStorage.setItem(KEY, String(next));
    document.documentElement.style.setProperty('--split', `${next}%`);
  };
  return (
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the list"
      aria-valuenow={share}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowLeft' ? -STEP : event.key === 'ArrowRight' ? STEP : 0;
        if (by === 0) return;
        event.preventDefault();
        move(share + by);
      }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        const room = event.currentTarget.parentElement?.getBoundingClientRect();
        if (room === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
        move((100 * (event.clientX - room.left)) / room.width);
      }}
    />
  );
}

document.documentElement.style.setProperty('--split', `${remembered()}%`);
