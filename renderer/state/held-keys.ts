// A key that has to wait for the desk, as for a case that has not been read yet, holds back the keys after it. They are
// pressed again in order once it has acted: none is lost, and none acts on what was there before.
import { toastError } from '../components/toast.tsx';
import { insert, press } from './press-key.ts';

/** Whatever a key waits for: a desk that takes longer has a fault of its own to report. A busy machine alone takes less. */
const MOST_MS = 30_000;
const TOO_LATE = new Error('The desk took too long: the keys pressed meanwhile were not used. Press them again.');
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);

let waits = 0;
let isReleasing = false;
const held: (KeyboardEvent | Pasted)[] = [];

/** What was pasted where the field to paste into was not there yet. */
interface Pasted {
  readonly pasted: string;
}

/**
 * Holds back every key until the promise has been fulfilled and what came of it is drawn. If it is rejected, or takes too long,
 * the keys are given up, and that is said: what they were meant for is not there.
 */
export function holdKeys(until: Promise<unknown>): void {
  waits += 1;
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    void drawn().then(() => {
      waits -= 1;
      // What came of one wait may have to wait itself, as a case that is shown from its thread.
      if (waits === 0 && !isReleasing) void release();
    });
  };
  const giveUp = (error: unknown) => {
    if (isOver) return;
    if (error !== TOO_LATE || held.length > 0) toastError(error);
    held.length = 0;
    end();
  };
  const timer = setTimeout(() => giveUp(TOO_LATE), MOST_MS);
  until.then(end, giveUp);
}

/** Resolves to what `find` finds, at the first frame in which it does. @throws after a while */
export async function whenThere<T>(find: () => T | null): Promise<T> {
  for (const until = performance.now() + MOST_MS; performance.now() < until; await drawn()) {
    const found = find();
    if (found !== null) return found;
  }
  throw TOO_LATE;
}

/** Does something with an element at once if it is there; else keys wait for it. */
export function withElement(id: string, act: (element: HTMLElement) => void): void {
  const find = () => document.getElementById(id);
  const element = find();
  if (element !== null) act(element);
  else holdKeys(whenThere(find).then(act));
}

/** Resolves after the next frame. A window in the background draws none. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
}

window.addEventListener(
  'keydown',
  (event) => {
    if ((waits === 0 && !isReleasing) || !event.isTrusted || event.isComposing || MODIFIERS.has(event.key)) return;
    event.stopImmediatePropagation();
    // What is pasted is only told by the browser's own event, which follows.
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v') return;
    event.preventDefault();
    // An Enter that is held down is not pressed again for what comes of it.
    if (!(event.repeat && event.key === 'Enter')) held.push(event);
  },
  true,
);

window.addEventListener(
  'paste',
  (event) => {
    if (waits === 0 && !isReleasing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held.push({ pasted: event.clipboardData?.getData('text/plain') ?? '' });
  },
  true,
);

async function release(): Promise<void> {
  isReleasing = true;
  for (let event = held.shift(); event !== undefined; event = held.shift()) {
    if ('pasted' in event) insert(event.pasted);
    else press(event);
    // What the key changed is rendered before the next one.
    await new Promise((resume) => setTimeout(resume));
    while (waits > 0) await drawn();
  }
  isReleasing = false;
}
