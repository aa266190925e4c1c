// Links to a case or a ticket of this desk: copied by a key, opened from the palette.
import { type CaseId, caseId, type TicketId } from '../../electron/core/domain/ids.ts';
import { copyLink } from '../components/save-file.ts';
import { toast, toastError } from '../components/toast.tsx';
import type { DeskUi } from '../desk-ui.ts';
import { chooseOn } from '../state/screen-list.ts';

const LINK = /^\s*tier3desk:\/\/(case|ticket)\/([\da-f-]{36})\s*$/;

export function copyDeskLink(kind: 'case' | 'ticket', id: CaseId | TicketId): void {
  copyLink(kind, id).then(
    () => toast(`A link to the ${kind} is on the clipboard; pasted into Ctrl K it opens here.`),
    () => toastError(new Error('The link could not be copied. Try again with this window in front.')),
  );
}

/** What a link opens; null for any other text. */
export function openerOf(words: string): ((ui: DeskUi) => void) | null {
  const [, kind, id] = LINK.exec(words) ?? [];
  if (id === undefined) return null;
  const ofCase = kind === 'case' ? caseId.safeParse(id).data : undefined;
  if (ofCase !== undefined) return (ui) => ui.openCase(ofCase);
  return (ui) => {
    chooseOn('tickets', id);
    ui.go('tickets');
  };
}
