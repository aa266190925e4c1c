// Files dropped anywhere on the window open the import.
import { useEffect, useState } from 'react';
import { useDeskUi } from '../../desk-ui.ts';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

export function DropFiles() {
  const ui = useDeskUi();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    // Leaving one element for another within the window is no leaving.
    const leave = (event: DragEvent) => event.relatedTarget === null && setIsOver(false);
    const drop = (event: DragEvent) => {
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (!hasFiles(event) || files.length === 0) return;
      event.preventDefault();
      ui.ask({ kind: 'import', files });
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [ui]);
  return isOver ? <div className="drop-files">Drop to import</div> : null;
}
