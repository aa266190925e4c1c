// An issue of GitHub's as the desk speaks of tickets.
import { withoutMarker } from '../../core/compose/marker.ts';
import type { RemoteTicket } from '../../core/words/ticket.ts';

/** The part of GitHub's issue that a ticket is made of. */
export interface PlainIssue {
  readonly title: string;
  readonly body?: string | null | undefined;
  readonly state: string;
  readonly labels: readonly (string | { readonly name?: string | undefined })[];
  readonly assignees?: readonly { readonly login: string }[] | null | undefined;
  readonly milestone: { readonly number: number; readonly title: string } | null;
}

/** The words without our mark, which is nobody's, and with the ends of lines that a form keeps. */
export function remoteTicket({ title, body, state, labels, assignees, milestone }: PlainIssue): RemoteTicket {
  return {
    title,
    body: withoutMarker((body ?? '').replaceAll('\r\n', '\n')),
    state: state === 'closed' ? 'closed' : 'open',
    labels: labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
    assignees: (assignees ?? []).map((user) => user.login),
    milestone: milestone === null ? null : { number: milestone.number, title: milestone.title },
  };
}
