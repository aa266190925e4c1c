// Files dropped anywhere on the window open the import; so do rows copied from a spreadsheet, or files, that are pasted where
// nobody types.
import { useLayoutEffect, useState } from 'react';
import { useDeskUi } from '../../desk-ui.ts';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

const TYPED_INTO = 'textarea, [contenteditable], input:not([type=file], [type=checkbox], [type=radio], [type=button])';

/** A table of a spreadsheet is on the clipboard as lines with tabs between. */
function pasted(clipboard: DataTransfer | null): File[] {
  const files = [...(clipboard?.files ?? [])];
  const text = clipboard?.getData('text/plain') ?? '';
  const [head = '', ...below] = text.split('\n', 3);
  // A spreadsheet puts a picture of the cells beside their text.
  if (head.includes('\t') && below.some((line) => line.includes('\t'))) return [new File([text], 'Pasted rows')];
  return files;
}

export function DropFiles() {
  const ui = useDeskUi();
  const [isOver, setIsOver] = useState(false);
  useLayoutEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    // Moving from one element to another within the window is not leaving.
    const leave = (event: DragEvent) => event.relatedTarget === null && setIsOver(false);
    const drop = (event: DragEvent) => {
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (!hasFiles(event) || files.length === 0) return;
      event.preventDefault();
      ui.ask({ kind: 'import', files });
    };
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest(TYPED_INTO) !== null) return;
      const files = pasted(event.clipboardData);
      if (files.length === 0) return;
      event.preventDefault();
      ui.ask({ kind: 'import', files });
    };
    window.addEventListener('paste', paste);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('paste', paste);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [ui]);
  return isOver ? <div className="drop-files">Drop to import</div> : null;
}
