const APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Keys as this machine's keyboard names them. Decoration: the command itself is what assistive technology reads. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="kbd" aria-hidden="true">
      {keys
        .replace('$mod', APPLE ? '⌘' : 'Ctrl')
        .replaceAll('+', ' ')
        .replace('Enter', '⏎')
        .replace('Shift ', '⇧')}
    </span>
  );
}
