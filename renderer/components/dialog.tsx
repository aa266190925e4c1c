// A dialog of the desk: one at a time, opened by kind, closed with Escape. A closed one is not rendered.
import { Modal } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { type Dialog, useDeskUi } from '../desk-ui.ts';
import { useBodyClass } from '../state/use-body-class.ts';

interface DialogProps {
  readonly kind: Dialog['kind'];
  readonly title: string;
  readonly children: ReactNode;
  /** The widest for what is read side by side. */
  readonly size?: 'lg' | 'xl' | '72rem';
}

export function DeskDialog(props: DialogProps) {
  const { dialog } = useDeskUi();
  return dialog?.kind === props.kind ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ title, children, size = 'lg' }: DialogProps) {
  const ui = useDeskUi();
  useBodyClass('with-dialog');
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      else document.getElementById('cases')?.focus();
    };
  }, []);
  return (
    <Modal
      opened
      onClose={() => ui.ask(null)}
      title={title}
      size={size}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {children}
    </Modal>
  );
}
