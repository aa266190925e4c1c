// An issue of GitHub's as the desk speaks of tickets.
import { withoutMarker } from '../../core/compose/marker.ts';
import type { RemoteTicket } from '../../core/domain/ticket.ts';
import type { IssueAnswer } from './answers.ts';

/** The words without our mark, which is nobody's, and with the ends of lines that a form keeps. */
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
