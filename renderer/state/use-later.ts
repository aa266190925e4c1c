// Slow content renders a moment later: the row a key selected is painted first, then the case next to it, or not at all when
// the lead only passes through. For a key that acts on the shown case, that is the selected one.
import { startTransition, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

const none = () => {};
let drawNow: () => void = none;

/** Renders at once what was deferred. */
export function settle(): void {
  drawNow();
}

/** The value as of the last deferred render. At most one component of the window uses it. */
export function useLater<T extends object>(value: T): T {
  const [shown, show] = useState(value);
  const newest = useRef(value);
  newest.current = value;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The frame callback still runs before the paint; a timer started in it runs after.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => show(value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  useEffect(() => {
    drawNow = () => flushSync(() => show(newest.current));
    return () => {
      drawNow = none;
    };
  }, []);
  return shown;
}
