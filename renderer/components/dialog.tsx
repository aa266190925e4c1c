// A dialog of the desk: one at a time, opened by kind, closed with Escape. A closed one is not rendered.
import { Modal } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { queryClient } from '../bridge/queries.ts';
import { type Dialog, useDeskUi } from '../desk-ui.ts';
import { holdKeys, whenThere } from '../state/held-keys.ts';
import { focusNext } from '../state/press-key.ts';
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
  useLayoutEffect(() => {
    window.addEventListener('keydown', tabInside, true);
    return () => window.removeEventListener('keydown', tabInside, true);
  }, []);
  useLayoutEffect(() => {
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
      onSubmit={waitForAnswer}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Begin />
      {children}
    </Modal>
  );
}

/** What is pressed after a form was sent is meant for what comes of it: the dialog may close, or say what is wrong. */
function waitForAnswer(): void {
  const act = queryClient.getMutationCache().getAll().at(-1);
  if (act?.state.status === 'pending') holdKeys(whenThere(() => act.state.status !== 'pending' || null));
}

/** What had the focus is gone: Tab would go on behind the dialog. */
function tabInside(event: KeyboardEvent): void {
  if (event.key !== 'Tab' || document.activeElement !== document.body) return;
  event.preventDefault();
  focusNext(document.body, event.shiftKey);
}

/** The first field has the focus before the next key comes; keys wait for what is still being read. */
function Begin() {
  const mark = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const dialog = mark.current?.parentElement;
    if (dialog == null) return;
    const begin = () => dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
    const isThere = () => !dialog.isConnected || dialog.querySelector('[aria-busy=true]') === null || null;
    if (isThere()) begin();
    else holdKeys(whenThere(isThere).then(begin));
  }, []);
  return <span ref={mark} hidden />;
}
