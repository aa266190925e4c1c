// How long undo still keeps an entry here, in seconds. It stands last in its line: nothing moves when it goes.
import { useEffect, useState } from 'react';

interface LeavesInProps {
  /** When the entry may leave, UTC ms. */
  readonly at: number;
  /** The desk's own time, UTC ms. */
  readonly now: () => number;
}

export function LeavesIn({ at, now }: LeavesInProps) {
  const [seconds, setSeconds] = useState(() => secondsTo(at, now()));
  const isOver = seconds === 0;
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => setSeconds(secondsTo(at, now())), 1_000);
    return () => clearInterval(timer);
  }, [at, now, isOver]);
  return isOver ? null : <span>leaves in {seconds} s</span>;
}

function secondsTo(at: number, now: number): number {
  return Math.max(0, Math.ceil((at - now) / 1_000));
}
