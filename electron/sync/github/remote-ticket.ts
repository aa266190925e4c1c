// A GitHub issue, converted to the desk's ticket type.
import { withoutMarker } from '../../core/compose/marker.ts';
import type { RemoteTicket } from '../../core/domain/ticket.ts';
import type { IssueAnswer } from './answers.ts';

/** The text without our marker, and with its line endings normalized as a form does. */
export function remoteTicket({ title, body, state, labels, assignees, milestone }: IssueAnswer): RemoteTicket {
  return {
    title,
    body: withoutMarker((body ?? '').replaceAll('\r\n', '\n')),
    state: state === 'closed' ? 'closed' : 'open',
    labels: labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
    assignees: (assignees ?? []).map((user) => user.login),
    milestone: milestone === null ? null : { number: milestone.number, title: milestone.title },
  };
}
