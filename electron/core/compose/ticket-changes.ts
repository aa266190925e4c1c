// The changes a lead makes to an open ticket: old and new for single values, additions and removals for sets.
import type { RemoteTicket, SetChange } from '../domain/ticket.ts';

/** The wanted state; omitted fields stay as they are. */
export type WantedTicket = { readonly [K in keyof RemoteTicket]?: RemoteTicket[K] | undefined };

/** The changes between what the lead saw and what the lead wants. Texts are raw until the PII check. */
export function ticketChanges(seen: RemoteTicket, wanted: WantedTicket) {
  const { title, body, state, milestone, labels, assignees } = wanted;
  return {
    title: title === undefined || title === seen.title ? undefined : { was: seen.title, becomes: title },
    body: body === undefined || body === seen.body ? undefined : { was: seen.body, becomes: body },
    state: state === undefined || state === seen.state ? undefined : { was: seen.state, becomes: state },
    milestone:
      milestone === undefined || milestone?.number === seen.milestone?.number
        ? undefined
        : { was: seen.milestone?.title ?? null, becomes: milestone },
    labels: setChange(seen.labels, labels),
    assignees: setChange(seen.assignees, assignees),
  };
}

function setChange(seen: readonly string[], wanted: readonly string[] | undefined): SetChange | undefined {
  if (wanted === undefined) return undefined;
  const [add, drop] = [missingOf(wanted, seen), missingOf(seen, wanted)];
  return add.length + drop.length === 0 ? undefined : { add, drop };
}

/** Names of `wanted` that are not in `got`, ignoring letter case as GitHub does. */
export function missingOf(wanted: readonly string[], got: readonly string[]): string[] {
  const have = new Set(got.map((name) => name.toLowerCase()));
  return wanted.filter((name) => !have.has(name.toLowerCase()));
}
