const APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Keys spelled out for screen readers: "Ctrl+Enter". */
export function keysInWords(keys: string): string {
  return keys.replace('$mod', APPLE ? '⌘' : 'Ctrl');
}

/** Keys as labeled on this machine's keyboard. Decoration: assistive technology reads the command itself. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="kbd" aria-hidden="true">
      {keysInWords(keys).replaceAll('+', ' ').replace('Enter', '⏎').replace('Escape', 'Esc').replace('Shift ', '⇧')}
    </span>
  );
}
