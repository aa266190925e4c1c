const APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Keys in words, as they are read out: "Ctrl+Enter". */
export function keysInWords(keys: string): string {
  return keys.replace('$mod', APPLE ? '⌘' : 'Ctrl');
}

/** Keys as this machine's keyboard names them. Decoration: the command itself is what assistive technology reads. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="kbd" aria-hidden="true">
      {keysInWords(keys).replaceAll('+', ' ').replace('Enter', '⏎').replace('Shift ', '⇧')}
    </span>
  );
}
