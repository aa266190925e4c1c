// The keyboard in a form of several lines: Ctrl+Enter sends it, and once it is sent the focus goes back to where it was
// before, so that the next keys are commands and no words.
import { type FocusEvent, type KeyboardEvent, useRef } from 'react';

const FIELDS = 'input, textarea, select, [contenteditable]';

/** Presses the button that sends the form, which does nothing while it is disabled. */
export function submitByKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation();
  event.currentTarget.querySelector<HTMLElement>('[type=submit]')?.click();
}

/** For the props of a form; `leave` is called once it was sent, and does nothing if the focus has moved on by itself. */
export function useWayBack() {
  const form = useRef<HTMLFormElement>(null);
  const before = useRef<HTMLElement | null>(null);
  return {
    ref: form,
    onFocus: ({ relatedTarget }: FocusEvent<HTMLFormElement>) => {
      if (relatedTarget instanceof Node && form.current?.contains(relatedTarget)) return;
      before.current = relatedTarget instanceof HTMLElement && !relatedTarget.matches(FIELDS) ? relatedTarget : null;
    },
    leave: () => {
      const focused = document.activeElement;
      // A button that was disabled has lost it.
      if (focused !== document.body && !form.current?.contains(focused)) return;
      const to = before.current?.isConnected ? before.current : document.getElementById('cases');
      to?.focus({ preventScroll: true });
    },
  };
}

/** Focuses a field behind the words it holds already, where one goes on with them. */
export function focusAtEnd(field: HTMLElement): void {
  field.focus();
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length);
}
