// What was pressed is gone with its file or its row: the focus goes on to what is to be done next, and keys wait for it.
import { holdKeys, whenThere } from '../../state/held-keys.ts';

export const DONE_ID = 'import-done';
export const SKIP_ID = 'import-skip';
export const fileId = (at: number) => `import-file-${at}`;

const CONTROL = ':is(button, input, select):not(:disabled)';
/** The first button of the dialog. */
const CHOOSE = '.import [data-autofocus]';

/** To the first control of a file once it has been read: to "Import", or to what is asked about it. */
export function focusFile(at: number): void {
  focusIfLost(() => firstOf(document.getElementById(fileId(at))));
}

/** The same after a press that made its button go, as an answer to what was asked about the file. */
export function focusAfter(pressed: Element | null): void {
  focusIfLost(() => (pressed?.isConnected === true ? null : firstOf(document.querySelector('.import .given'))));
}

/** Where there is nothing to do about a file, to skipping it or to choosing another. */
function firstOf(file: Element | null): HTMLElement | null {
  const own = file?.querySelector<HTMLElement>(CONTROL) ?? null;
  const hasNothingToDo = own === null && file?.querySelector('button, [role=alert]') != null;
  return hasNothingToDo ? (document.getElementById(SKIP_ID) ?? document.querySelector<HTMLElement>(CHOOSE)) : own;
}

export function focusDone(): void {
  focusIfLost(() => document.getElementById(DONE_ID));
}

/**
 * Of a row that is about to be mended or dropped. @returns what goes on, once it is gone from the list, to the row that takes
 * its place, else to the end of the dialog
 */
export function afterRow(row: Element | null): () => void {
  const rows = (): (Element | null)[] => [...document.querySelectorAll('.mend form')];
  const at = rows().indexOf(row);
  return () =>
    focusIfLost(() => {
      if (row?.isConnected) return null;
      const next = rows()[at] ?? rows().at(-1);
      return (next ?? document).querySelector<HTMLElement>(next === undefined ? CHOOSE : CONTROL);
    });
}

/** A person may have moved the focus meanwhile, or closed the dialog. */
function focusIfLost(find: () => HTMLElement | null): void {
  const isGone = () => document.querySelector('.import') === null;
  holdKeys(
    whenThere(() => (isGone() ? document.body : find())).then((next) => {
      if (document.activeElement === document.body) next.focus();
    }),
  );
}
