// The clock of a practice desk, which the lead may move.
import { useAct } from '../bridge/queries.ts';
import { toast, toastError } from '../components/toast.tsx';
import { exactTime } from '../components/words.ts';

/** Moves the practice clock by so many minutes, and offers to move it back. */
export function usePracticeClock(): (minutes: number) => void {
  const { mutate } = useAct('practice.advance');
  const move = (minutes: number, undo?: () => void) =>
    mutate(
      { minutes },
      {
        onSuccess: ({ now }) => toast(`The practice clock shows ${exactTime(now)}.`, undo),
        onError: toastError,
      },
    );
  return (minutes) => move(minutes, () => move(-minutes));
}
