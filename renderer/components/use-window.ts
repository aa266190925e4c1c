// Windowing: which lines of a long list are in view. All lines have the same height, so that a list of 100,000 costs as
// little as one of a hundred: nothing is stored or computed per line.
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

const BESIDE = 6;

export interface ListWindow {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  /** The line at the upper edge. */
  readonly top: number;
  /** Scrolls a line into view; does nothing if it already is. */
  readonly reveal: (line: number) => void;
}

/**
 * `frame` scrolls; it must be in the page from the first render on. `covered` px of its upper edge are behind a sticky
 * heading.
 */
export function useWindow(
  frame: RefObject<HTMLElement | null>,
  count: number,
  lineHeight: number,
  covered = 0,
): ListWindow {
  const [view, setView] = useState({ first: 0, last: 0, top: 0 });
  // Read when it changes rather than on demand: reading would force a layout at every key press.
  const size = useRef({ top: 0, height: 0 });
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const look = () => {
      const { scrollTop: top, clientHeight: height } = element;
      size.current = { top, height };
      const first = Math.max(0, Math.floor(top / lineHeight) - BESIDE);
      const last = Math.ceil((top + height) / lineHeight) + BESIDE;
      const topLine = Math.floor(top / lineHeight);
      setView((before) =>
        before.first === first && before.last === last && before.top === topLine
          ? before
          : { first, last, top: topLine },
      );
    };
    look();
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [frame, lineHeight]);
  const reveal = useCallback(
    (line: number) => {
      const { top, height } = size.current;
      const at = line * lineHeight;
      if (at >= top + covered && at + lineHeight <= top + height) return;
      frame.current?.scrollTo({ top: at < top + covered ? Math.max(0, at - covered) : at + lineHeight - height });
    },
    [frame, lineHeight, covered],
  );
  return { top: view.top, first: Math.min(view.first, count), end: Math.min(view.last, count), reveal };
}
