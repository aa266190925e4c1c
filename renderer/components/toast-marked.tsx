// Reports what marking a word did, and offers to mask it in every case of the desk.
import { keysOf } from '../commands/catalogue.ts';
import { Kbd } from './kbd.tsx';
import { toast } from './toast.tsx';
import { plural } from './words.ts';

const LONG_MS = 20_000;

/** `others` is how many other cases contain the text. */
export function toastMarked(
  others: number,
  acts: { readonly everywhere: () => void; readonly undo: () => void },
): void {
  toast(
    <>
      Masked in this case.{others > 0 && ` It stands in ${plural(others, 'other case')} too.`}{' '}
      <button type="button" className="button" onClick={acts.everywhere}>
        Mask in every case <Kbd keys={keysOf('mask-everywhere')} />
      </button>
    </>,
    acts.undo,
    { forMs: LONG_MS },
  );
}
