// Presses a key again where the focus is now, and does what the browser would have done: a made event alone changes no field.

/** What a key presses, by the key. */
const PRESSED_BY: Readonly<Record<string, string>> = {
  Enter: 'a[href], button, summary',
  ' ': 'button, summary, [type=checkbox], [type=radio]',
};

const TABBED = 'a[href], button, input, select, textarea, [tabindex]';
const MODAL = '[aria-modal=true]';

export function press({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  const init = { key, code, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true };
  const isTaken = !target.dispatchEvent(new KeyboardEvent('keydown', init));
  if (isTaken || altKey) return;
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() === 'a' && isField(target)) target.select();
    return;
  }
  if (key === 'Tab') focusNext(target, shiftKey);
  else if (target instanceof HTMLElement && target.matches(PRESSED_BY[key] ?? ':not(*)')) target.click();
  else if (target instanceof HTMLInputElement && key === 'Enter') target.form?.requestSubmit();
  else if (target instanceof HTMLTextAreaElement && key === 'Enter') insert('\n');
  else if (isField(target)) pressIn(key, shiftKey);
}

function isField(target: Element): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function pressIn(key: string, isSelecting: boolean): void {
  if (key === 'Backspace') document.execCommand('delete');
  else if (key === 'Delete') document.execCommand('forwardDelete');
  else if (key === 'ArrowLeft' || key === 'ArrowRight' || key === 'Home' || key === 'End')
    window
      .getSelection()
      ?.modify(
        isSelecting ? 'extend' : 'move',
        key === 'ArrowLeft' || key === 'Home' ? 'left' : 'right',
        key.startsWith('Arrow') ? 'character' : 'lineboundary',
      );
  else if (key.length === 1) insert(key);
}

/** As if it was typed: React hears of it, and the browser can undo it. */
export function insert(words: string): void {
  document.execCommand('insertText', false, words);
}

/** Moves the focus as Tab does. Where a dialog is open it stays inside, even if the focus was lost: behind it is the desk. */
export function focusNext(from: Element, isBack: boolean): void {
  const within = from.closest(MODAL) ?? [...document.querySelectorAll(MODAL)].at(-1) ?? document;
  const all = [...within.querySelectorAll<HTMLElement>(TABBED)].filter(
    (one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility(),
  );
  const at = from instanceof HTMLElement ? all.indexOf(from) : -1;
  const next = isBack ? (at === -1 ? all.length : at) - 1 : at + 1;
  all.at(next % all.length)?.focus();
}
