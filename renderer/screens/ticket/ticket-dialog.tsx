// Changes an open ticket: its text, labels, people, milestone and state, and its place on the board. Nothing is
// overwritten that someone else changed in the meantime.

import { TagsInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import type { RemoteTicket } from '../../../electron/core/domain/ticket.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { Choose } from '../../components/choose.tsx';
import { DeskDialog } from '../../components/dialog.tsx';
import { toastError } from '../../components/toast.tsx';
import { toastQueued } from '../../components/toast-queued.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { BoardPlace, type Place, placeInput } from './board-place.tsx';
import './ticket.css';

export function TicketDialog() {
  const { dialog } = useDeskUi();
  return (
    <DeskDialog kind="ticket" title="Change the ticket" size="xl">
      {dialog?.kind === 'ticket' && <OpenTicket id={dialog.caseId} />}
    </DeskDialog>
  );
}

function OpenTicket({ id }: { id: CaseId }) {
  const { data, error } = useCall('cases.get', { id });
  if (error !== null) return <p className="problem">{error.message}</p>;
  if (data === undefined) return <div aria-busy="true" />;
  if (data.ticket === null)
    return <p className="hint">This case has no ticket yet. Escalate it and queue one first.</p>;
  if (data.ticket.remote === null)
    return (
      <p className="hint">
        The desk has not received this ticket from GitHub yet. Once it is sent, send and pull (g s), then open this
        again.
      </p>
    );
  return <TicketChanges id={id} ticket={data.ticket} seen={data.ticket.remote} />;
}

interface ChangesProps {
  readonly id: CaseId;
  readonly ticket: NonNullable<CaseDetail['ticket']>;
  /** As it was when the dialog was opened: other people's changes must not slip in while the lead edits. */
  readonly seen: RemoteTicket;
}

function TicketChanges({ id, ticket, seen: latest }: ChangesProps) {
  const ui = useDeskUi();
  const [seen] = useState(latest);
  const [wanted, setWanted] = useState(seen);
  const [place, setPlace] = useState<Place>({});
  const choices = useCall('tickets.choices', { id }).data;
  const change = useAct('tickets.change', ({ actId }) => {
    ui.ask(null);
    toastQueued(`Change of #${ticket.number} queued.`, () => ui.undo(actId));
  });
  const team = ui.teams.find(({ label }) => label === ticket.team);
  const set = (part: Partial<RemoteTicket>) => setWanted({ ...wanted, ...part });
  const milestones = withSelf(choices?.milestones ?? [], seen.milestone);
  return (
    <form
      className="form ticket-changes"
      onSubmit={(event) => {
        event.preventDefault();
        const words = { ...wanted, labels: [...wanted.labels], assignees: [...wanted.assignees] };
        change.mutate({ id, seen, ...words, ...placeInput(place, team) }, { onError: toastError });
      }}
    >
      <label className="whole">
        Title
        <input
          data-autofocus
          // The dialog may be open before the ticket has been read.
          autoFocus
          value={wanted.title}
          maxLength={256}
          onChange={(event) => set({ title: event.target.value })}
        />
      </label>
      <label className="whole">
        Description
        <textarea rows={7} value={wanted.body} onChange={(event) => set({ body: event.target.value })} />
      </label>
      <TagsInput
        label="Labels"
        data={[...(choices?.labels ?? [])]}
        value={[...wanted.labels]}
        onChange={(labels) => set({ labels })}
      />
      <TagsInput
        label="Assignees"
        data={[...(choices?.people ?? [])]}
        maxTags={10}
        value={[...wanted.assignees]}
        onChange={(assignees) => set({ assignees })}
      />
      <label>
        Milestone
        <Choose
          value={String(wanted.milestone?.number ?? '')}
          choices={[['', 'None'], ...milestones.map(({ number, title }) => [String(number), title] as const)]}
          onPick={(picked) => set({ milestone: milestones.find((one) => String(one.number) === picked) ?? null })}
        />
      </label>
      <label>
        State
        <Choose
          value={wanted.state}
          choices={[
            ['open', 'Open'],
            ['closed', 'Closed'],
          ]}
          onPick={(state) => set({ state })}
        />
      </label>
      {team !== undefined && <BoardPlace team={team} place={place} change={setPlace} />}
      <StatusBar>
        <button type="submit" className="button primary" disabled={change.isPending}>
          Queue the change
        </button>
      </StatusBar>
    </form>
  );
}

function StatusBar({ children }: { children: ReactNode }) {
  return (
    <div className="whole row-actions">
      {children}
      <span className="hint">
        It is checked like every ticket, waits for its turn, and can be undone until it is sent.
      </span>
    </div>
  );
}

/** The options, plus what is already chosen even if GitHub no longer offers it or is unavailable. */
function withSelf<T extends { readonly number: number }>(choices: readonly T[], self: T | null): readonly T[] {
  return self === null || choices.some((one) => one.number === self.number) ? choices : [self, ...choices];
}
