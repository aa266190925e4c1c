// Changes an open issue, field by field: looks first, writes only what still differs, and nothing at all where somebody else
// changed the same value. Labels and assignees come and go one by one, so that what others put there stays.
import { RequestError } from '@octokit/request-error';
import { keepMarker } from '../../core/compose/marker.ts';
import { missingOf } from '../../core/compose/ticket-changes.ts';
import type { EditIssuePayload } from '../../core/words/outbox.ts';
import type { RemoteTicket, SingleField } from '../../core/words/ticket.ts';
import type { Outcome } from '../outcome.ts';
import { conflictsOf, setToWrite, singlesToWrite } from '../three-way.ts';
import { type GitHub, split } from './octokit.ts';
import { remoteTicket } from './remote-ticket.ts';

/** @throws RequestError, or what the network threw */
export async function editIssue(
  octokit: GitHub,
  issueNumber: number,
  { repository, changes }: EditIssuePayload,
): Promise<Outcome> {
  const where = { ...split(repository), issue_number: issueNumber };
  const read = async (): Promise<{ remote: RemoteTicket; body: string }> => {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', where);
    return { remote: remoteTicket(data), body: data.body ?? '' };
  };
  const { remote, body } = await read();
  const conflicts = conflictsOf(changes, remote);
  if (conflicts.length > 0) return { kind: 'conflict', conflicts };

  const singles = singlesToWrite(changes, remote);
  let left: SingleField[] = [];
  if (singles.length > 0) {
    const { title, body: words, state, milestone } = changes;
    const { data } = await octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
      ...where,
      ...(singles.includes('title') && title !== undefined && { title: title.becomes }),
      // The mark of the entry that opened it stays: by it the ticket is known.
      ...(singles.includes('body') && words !== undefined && { body: keepMarker(words.becomes, body) }),
      ...(singles.includes('state') && state !== undefined && { state: state.becomes }),
      ...(singles.includes('milestone') && milestone !== undefined && { milestone: milestone.becomes?.number ?? null }),
    });
    left = singlesToWrite(changes, remoteTicket(data));
  }
  const labels = setToWrite(changes.labels, remote.labels);
  if (labels.add.length > 0)
    await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {
      ...where,
      labels: [...labels.add],
    });
  for (const name of labels.drop) await takeLabelOff(octokit, { ...where, name });
  const people = setToWrite(changes.assignees, remote.assignees);
  if (people.add.length > 0)
    await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/assignees', {
      ...where,
      assignees: [...people.add],
    });
  if (people.drop.length > 0)
    await octokit.request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees', {
      ...where,
      assignees: [...people.drop],
    });
  const after = (await read()).remote;
  return { kind: 'arrived', remote: after, note: notTaken(left, changes, after) };
}

type OneLabel = { owner: string; repo: string; issue_number: number; name: string };

/** One that somebody else took off meanwhile is off too. */
async function takeLabelOff(octokit: GitHub, where: OneLabel): Promise<void> {
  try {
    await octokit.request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', where);
  } catch (error) {
    if (!(error instanceof RequestError && error.status === 404)) throw error;
  }
}

/** What GitHub left out without a word: fields its own answer did not show, and labels and people it does not have now. */
function notTaken(
  left: readonly SingleField[],
  changes: EditIssuePayload['changes'],
  after: RemoteTicket,
): string | null {
  const missing = [
    ...left,
    ...missingOf(changes.labels?.add ?? [], after.labels).map((name) => `label ${name}`),
    ...missingOf(changes.assignees?.add ?? [], after.assignees).map((name) => `assignee ${name}`),
  ];
  return missing.length === 0 ? null : `GitHub did not take: ${missing.join(', ')}.`;
}
