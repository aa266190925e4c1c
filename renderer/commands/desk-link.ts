// Links to a case or a ticket of this desk: copied by a key, opened from the palette, or by the machine.
import { useEffect, useRef } from 'react';
import { type Asked, readLink } from '../../electron/contract/asked.ts';
import type { CaseId, TicketId } from '../../electron/core/domain/ids.ts';
import { call, onDeskEvent } from '../bridge/bridge.ts';
import { copyLink } from '../components/save-file.ts';
import { toast, toastError } from '../components/toast.tsx';
import type { DeskUi } from '../desk-ui.ts';
import { chooseOn } from '../state/screen-list.ts';

export function copyDeskLink(kind: 'case' | 'ticket', id: CaseId | TicketId): void {
  copyLink(kind, id).then(
    () => toast(`A link to the ${kind} is on the clipboard; pasted into Ctrl K it opens here.`),
    () => toastError(new Error('The link could not be copied. Try again with this window in front.')),
  );
}

/** What a link opens; null for any other text. */
export function openerOf(words: string): ((ui: DeskUi) => void) | null {
  const link = readLink(words);
  return link === null ? null : (ui) => openAsked(link, ui);
}

/** Shows what was asked for: a case, a ticket, an export to import. */
function openAsked(asked: Asked, ui: Pick<DeskUi, 'openCase' | 'go' | 'ask'>): void {
  if (asked.kind === 'case') ui.openCase(asked.id);
  else if (asked.kind === 'file') ui.ask({ kind: 'import', onDisk: { name: asked.name, path: asked.path } });
  else {
    chooseOn('tickets', asked.id);
    ui.go('tickets');
  }
}

/** What the desk was started for, now and whenever it is started once more. */
export function useAsked(ui: DeskUi): void {
  const current = useRef(ui);
  current.current = ui;
  useEffect(() => {
    const take = () =>
      void call('desk.asked', {}).then(
        ({ asked }) => asked !== null && openAsked(asked, current.current),
        () => {}, // locked meanwhile, or silent: it is told when the desk is open
      );
    take();
    return onDeskEvent(({ event }) => {
      if (event === 'asked') take();
    });
  }, []);
}
