// What is slow to draw follows a moment later: the row that a key chose is painted first, and the case beside it right after, or
// not at all where one only passes by. Every other key finds what is shown to be what is chosen.
import { startTransition, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

const none = () => {};
let drawNow: () => void = none;

/** What was left for later is drawn before anything is done with it. */
export function settle(): void {
  drawNow();
}

/** The value as it was when there was last time to draw it. One component of the window at most uses it. */
export function useLater<T extends object>(value: T): T {
  const [shown, show] = useState(value);
  const newest = useRef(value);
  newest.current = value;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // In the frame nothing is painted yet; what is put off from there on comes after it.
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
