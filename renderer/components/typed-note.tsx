// Says that the text of a form was typed earlier and not sent, and discards it.
import type { Typed } from '../state/typed-words.ts';
import { toast } from './toast.tsx';

export function TypedNote<Field extends string>({ typed }: { typed: Typed<Field> }) {
  if (!typed.isRestored) return null;
  return (
    <>
      <span className="hint" role="status">
        As you left it; not sent.
      </span>
      <button
        type="button"
        className="button quiet"
        onClick={() => {
          const restore = typed.clear();
          toast('Discarded.', restore);
        }}
      >
        Discard
      </button>
    </>
  );
}
