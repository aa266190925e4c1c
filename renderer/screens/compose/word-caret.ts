// A caret over the words of a text, for marking without a pointer: arrows move by word and by line, with Shift they
// extend the selection. It is the window's own selection, so it looks, is read out and is copied like any other.
import { type Span, selectSpan, spanRange } from './selection.ts';

/** Words as a person would mark them: between spaces, without surrounding punctuation. */
const WORD = /[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu;

export function wordsOf(text: string): Span[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

export interface Caret {
  /** Index of the word where a selection began, and where it is now. */
  readonly anchor: number;
  readonly head: number;
}

const STEPS: Readonly<Record<string, 'word' | 'line' | 'end'>> = {
  ArrowRight: 'word',
  ArrowLeft: 'word',
  ArrowDown: 'line',
  ArrowUp: 'line',
  Home: 'end',
  End: 'end',
};

/**
 * Where a key moves the caret; null if the key does not. `from` is the offset where the caret begins if there is none
 * yet.
 */
export function moveCaret(
  element: HTMLElement,
  words: readonly Span[],
  caret: Caret | null,
  { key, shiftKey, from }: { readonly key: string; readonly shiftKey: boolean; readonly from: number },
): Caret | null {
  const step = STEPS[key];
  if (step === undefined || words.length === 0) return null;
  const last = words.length - 1;
  const back = key === 'ArrowLeft' || key === 'ArrowUp' || key === 'Home';
  if (caret === null) {
    const first = words.findIndex(({ end }) => end > from);
    const head = step === 'end' && !back ? last : Math.max(0, first);
    return { anchor: head, head };
  }
  const by = back ? -1 : 1;
  const next =
    step === 'word' ? caret.head + by : step === 'end' ? (back ? 0 : last) : onNextLine(element, words, caret.head, by);
  const head = Math.max(0, Math.min(last, next));
  return { anchor: shiftKey ? caret.anchor : head, head };
}

export function spanOf(words: readonly Span[], { anchor, head }: Caret): Span | null {
  const [first, last] = [words[Math.min(anchor, head)], words[Math.max(anchor, head)]];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** Selects the current words and scrolls them into view. */
export function showCaret(element: HTMLElement, words: readonly Span[], caret: Caret): void {
  const span = spanOf(words, caret);
  const head = words[caret.head];
  if (span === null || head === undefined) return;
  selectSpan(element, span);
  const [at, frame] = [spanRange(element, head).getBoundingClientRect(), element.getBoundingClientRect()];
  if (at.bottom > frame.bottom) element.scrollTop += at.bottom - frame.bottom;
  else if (at.top < frame.top) element.scrollTop -= frame.top - at.top;
}

/** The word on the next line that is closest above or below. */
function onNextLine(element: HTMLElement, words: readonly Span[], head: number, by: 1 | -1): number {
  const rectOf = (at: number) => {
    const word = words[at];
    return word === undefined ? null : spanRange(element, word).getBoundingClientRect();
  };
  const here = rectOf(head);
  if (here === null) return head;
  let nearest: { at: number; off: number; top: number } | null = null;
  for (let at = head + by; ; at += by) {
    const rect = rectOf(at);
    if (rect === null) break;
    if (Math.abs(rect.top - here.top) < here.height / 2) continue;
    if (nearest !== null && Math.abs(rect.top - nearest.top) > here.height / 2) break;
    const off = Math.abs(rect.left - here.left);
    if (nearest === null || off < nearest.off) nearest = { at, off, top: rect.top };
  }
  return nearest?.at ?? head;
}
