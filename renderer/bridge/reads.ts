// What is read of the desk, as the window shows it. A key shows what it decided at once; until that act has been answered,
// whatever is read meanwhile, perhaps from before it, is shown with it as well.
import type { Input, Output, ReadName } from '../../electron/contract/calls.ts';
import { call } from './bridge.ts';

/** Applied to what has been changed already, it changes nothing. */
export type Change<N extends ReadName> = (output: Output<N>, input: Input<N>) => Output<N>;

interface Shown {
  readonly name: ReadName;
  readonly change: Change<ReadName>;
  /** The last read that may not know of it. */
  last: number;
}

let begun = 0;
const underWay = new Set<number>();
const shown = new Set<Shown>();

/** Calls the desk. @throws AppError */
export async function read<N extends ReadName>(name: N, input: Input<N>): Promise<Output<N>> {
  begun += 1;
  const own = begun;
  underWay.add(own);
  try {
    let output: Output<N> = await call(name, input);
    for (const one of shown)
      if (one.name === name && own <= one.last) output = (one.change as unknown as Change<N>)(output, input);
    return output;
  } finally {
    underWay.delete(own);
    forgetKnown();
  }
}

/** Changes what is read with `name`: reads that began before the act was answered, and all of them until then. */
export function changeReads<N extends ReadName>(answered: Promise<unknown>, name: N, change: Change<N>): void {
  const one: Shown = { name, change: change as unknown as Change<ReadName>, last: Number.POSITIVE_INFINITY };
  shown.add(one);
  answered.then(
    () => {
      one.last = begun;
      forgetKnown();
    },
    () => shown.delete(one),
  );
}

function forgetKnown(): void {
  const oldest = Math.min(...underWay);
  for (const one of shown) if (one.last < oldest) shown.delete(one);
}
