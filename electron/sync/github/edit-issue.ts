// Updates an open issue step by step: reads it right before each write, writes only what still differs, and nothing
// where someone else changed the same value. Labels and assignees are added and removed one by one, so that other
// people's stay.
import { RequestError } from '@octokit/request-error';
import { keepMarker } from '../../core/compose/marker.ts';
import { missingOf } from '../../core/compose/ticket-changes.ts';
import type { EditIssuePayload } from '../../core/domain/outbox.ts';
import type { RemoteTicket, SingleField, TicketChanges } from '../../core/domain/ticket.ts';
import type { Outcome } from '../outcome.ts';
import { conflictsOf, setToWrite, singlesToWrite } from '../three-way.ts';
import type { Track } from '../track.ts';
import { type IssueAnswer, issueAnswer, labelList, readAnswer } from './answers.ts';
import { type GitHub, split } from './octokit.ts';
import { remoteTicket } from './remote-ticket.ts';

type Place = { readonly owner: string; readonly repo: string; readonly issue_number: number };

/** A single request: all values of the ticket, labels or people to add, one label or the people to remove. */
interface Write {
  readonly step: string;
  readonly send: () => Promise<unknown>;
}

/** The values of one ticket are updated together. */
const VALUES = 'values';

/** @throws RequestError, NotGitHubError, or a network error */
export async function editIssue(
  octokit: GitHub,
  issueNumber: number,
  { repository, changes }: EditIssuePayload,
  track: Track,
): Promise<Outcome> {
  const where = { ...split(repository), issue_number: issueNumber };
  let left: SingleField[] = [];
  for (;;) {
    const answer = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', where);
    const issue = readAnswer(answer, 200, issueAnswer);
    const remote = remoteTicket(issue);
    const tried = track.triedBefore(VALUES);
    if (!track.isDone(VALUES)) {
      // GitHub timestamps have whole seconds: nobody changes a ticket and changes it back within one.
      const conflicts = conflictsOf(changes, remote, tried !== null && tried.version !== issue.updated_at);
      if (conflicts.length > 0) return { kind: 'conflict', conflicts };
      const patch = patchOf(changes, issue, remote);
      if (patch !== null) {
        const send = () => octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { ...where, ...patch });
        const version = issue.updated_at;
        const changed = await track.take({ step: VALUES, found: null, version }, async () =>
          readAnswer(await send(), 200, issueAnswer),
        );
        left = singlesToWrite(changes, remoteTicket(changed));
        continue;
      }
      track.pass(VALUES);
    }
    const next = setWrites(octokit, where, changes, remote).find(({ step }) => !track.isDone(step));
    if (next === undefined) return { kind: 'arrived', remote, note: notTaken(left, changes, remote) };
    await track.take({ step: next.step, found: null, version: issue.updated_at }, next.send);
  }
}

/** The values that still have to be written; null for none. */
function patchOf(changes: TicketChanges, { body: standing }: IssueAnswer, remote: RemoteTicket): object | null {
  const singles = singlesToWrite(changes, remote);
  if (singles.length === 0) return null;
  const { title, body, state, milestone } = changes;
  return {
    ...(singles.includes('title') && title !== undefined && { title: title.becomes }),
    // The marker of the entry that opened the ticket stays, because it identifies the ticket.
    ...(singles.includes('body') && body !== undefined && { body: keepMarker(body.becomes, standing ?? '') }),
    ...(singles.includes('state') && state !== undefined && { state: state.becomes }),
    ...(singles.includes('milestone') && milestone !== undefined && { milestone: milestone.becomes?.number ?? null }),
  };
}

/** Labels and people that still have to be added or removed. */
function setWrites(octokit: GitHub, where: Place, changes: TicketChanges, remote: RemoteTicket): Write[] {
  const labels = setToWrite(changes.labels, remote.labels);
  const people = setToWrite(changes.assignees, remote.assignees);
  const writes: Write[] = [];
  if (labels.add.length > 0)
    writes.push({
      step: 'add labels',
      send: async () => {
        const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels';
        readAnswer(await octokit.request(route, { ...where, labels: [...labels.add] }), 200, labelList);
      },
    });
  for (const name of labels.drop)
    writes.push({ step: `drop label ${name}`, send: () => takeLabelOff(octokit, { ...where, name }) });
  const assign = async (route: `${'POST' | 'DELETE'} /repos/{owner}/{repo}/issues/{issue_number}/assignees`) => {
    const logins = route.startsWith('POST') ? people.add : people.drop;
    const answer = await octokit.request(route, { ...where, assignees: [...logins] });
    readAnswer(answer, route.startsWith('POST') ? 201 : 200, issueAnswer);
  };
  const route = '/repos/{owner}/{repo}/issues/{issue_number}/assignees';
  if (people.add.length > 0) writes.push({ step: 'add people', send: () => assign(`POST ${route}`) });
  if (people.drop.length > 0) writes.push({ step: 'drop people', send: () => assign(`DELETE ${route}`) });
  return writes;
}

/** If someone else removed it in the meantime, that is fine too. */
async function takeLabelOff(octokit: GitHub, where: Place & { readonly name: string }): Promise<void> {
  try {
    const route = 'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}';
    readAnswer(await octokit.request(route, where), 200, labelList);
  } catch (error) {
    if (!(error instanceof RequestError && error.status === 404)) throw error;
  }
}

/**
 * What GitHub left out silently: fields missing from its own response, and labels and people the issue does not have
 * now.
 */
function notTaken(left: readonly SingleField[], changes: TicketChanges, after: RemoteTicket): string | null {
  const missing = [
    ...left,
    ...missingOf(changes.labels?.add ?? [], after.labels).map((name) => `label ${name}`),
    ...missingOf(changes.assignees?.add ?? [], after.assignees).map((name) => `assignee ${name}`),
  ];
  return missing.length === 0 ? null : `GitHub did not accept: ${missing.join(', ')}.`;
}
