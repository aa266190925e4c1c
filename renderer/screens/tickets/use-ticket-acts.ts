// What can be done with one open ticket: ask, escalate, answer, mark as fixed.
import type { OpenTicket } from '../../../electron/contract/desk-tickets-calls.ts';
import { call } from '../../bridge/bridge.ts';
import { useAct } from '../../bridge/queries.ts';
import { copyDeskLink } from '../../commands/desk-link.ts';
import { copyText } from '../../components/save-file.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { holdKeys } from '../../state/held-keys.ts';
import { chooseOn } from '../../state/screen-list.ts';

/** The acts that this ticket allows, by the ids of their commands. */
export function useTicketActs(ticket: OpenTicket | null): Readonly<Record<string, () => void>> {
  const ui = useDeskUi();
  const fix = useAct('tickets.fixed', ({ cases, actId, text }) => {
    const said = `${plural(cases, 'case')} responded: the fix is live.`;
    copyText(text).then(
      () => toast(`${said} The text for their reporters is on the clipboard.`, () => ui.undo(actId)),
      () => toast(said, () => ui.undo(actId)),
    );
  });
  const [first] = ticket?.cases ?? [];
  if (ticket === null || first === undefined) return {};

  const ask = (step: 'request-status' | 'escalate-pm') => () =>
    holdKeys(
      call('follow-up.preview', { id: first.id, verb: step }).then((written) =>
        ui.ask({
          kind: 'follow-up',
          steps: [{ caseId: first.id, reference: first.reference, title: ticket.title, step, ...written }],
        }),
      ),
    );
  return {
    'ticket-ask': ask('request-status'),
    'ticket-escalate': ask('escalate-pm'),
    'ticket-time': () =>
      ui.ask({
        kind: 'time',
        caseIds: ticket.cases.map(({ id }) => id),
        who: ticket.number === null ? ticket.title : `#${ticket.number}`,
      }),
    'ticket-fixed': () => fix.mutate({ id: ticket.id }, { onError: toastError }),
    ...(ticket.number !== null && { 'ticket-change': () => ui.ask({ kind: 'ticket', caseId: first.id }) }),
    'ticket-link': () => copyDeskLink('ticket', ticket.id),
    'thread-case': () => ui.openCase(first.id),
    ...(ticket.lastWord !== null && {
      'ticket-thread': () => {
        chooseOn('replies', ticket.id);
        ui.go('replies');
      },
    }),
    ...(ticket.url !== null && { 'open-at-github': () => window.open(ticket.url ?? '', '_blank', 'noopener') }),
  };
}
