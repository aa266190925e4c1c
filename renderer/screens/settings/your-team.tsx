// Sharing the queue with a team: creating one, joining one, who is in it, and leaving it.
import { type FormEvent, useState } from 'react';
import type { TeamMember, TeamState } from '../../../electron/contract/team-calls.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { Table } from '../../components/table.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { exactTime, plural } from '../../components/words.ts';

export function YourTeam() {
  const team = useCall('team.get', {}).data;
  /** An invitation is shown once, where it was requested. */
  const [invitation, setInvitation] = useState<string | null>(null);
  if (team === undefined) return null;
  return (
    <section className="card" id="your-team" aria-labelledby="your-team-title">
      <header>
        <h2 id="your-team-title">Your team</h2>
        <span>several desks, one queue; what goes to the team's database is encrypted here first</span>
      </header>
      {team.line === 'alone' ? (
        <Alone onMade={setInvitation} />
      ) : (
        <InTeam team={team} invitation={invitation} onInvited={setInvitation} />
      )}
    </section>
  );
}

function Alone({ onMade }: { onMade: (invitation: string) => void }) {
  const [name, setName] = useState('');
  const [databaseUrl, setDatabaseUrl] = useState('');
  const [invitation, setInvitation] = useState('');
  const create = useAct('team.create', (made) => {
    onMade(made.invitation);
    toast('The team was created. Hand the invitation to the next member.');
  });
  const join = useAct('team.join', () => toast('You are in the team. Its cases come in now.'));
  const send = (work: () => void) => (event: FormEvent) => {
    event.preventDefault();
    work();
  };
  const nameField = (
    <label>
      Your name, as the team sees it
      <input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
    </label>
  );
  return (
    <div className="services">
      <form className="form" onSubmit={send(() => join.mutate({ invitation, name }, { onError: toastError }))}>
        <p>
          <b>Join a team</b> <span className="hint">with the invitation a member gave you</span>
        </p>
        {nameField}
        <label>
          Invitation
          <input
            type="password"
            autoComplete="off"
            value={invitation}
            onChange={(event) => setInvitation(event.target.value)}
          />
        </label>
        <span className="row-actions">
          <button type="submit" className="button" disabled={name.trim() === '' || invitation === '' || join.isPending}>
            Join the team
          </button>
        </span>
      </form>
      <form className="form" onSubmit={send(() => create.mutate({ databaseUrl, name }, { onError: toastError }))}>
        <p>
          <b>Create a team</b> <span className="hint">in a PostgreSQL database; its login is not kept</span>
        </p>
        {nameField}
        <label>
          Database, as postgresql://user:password@host:5432/database
          <input
            type="password"
            autoComplete="off"
            value={databaseUrl}
            onChange={(event) => setDatabaseUrl(event.target.value)}
          />
        </label>
        <span className="row-actions">
          <button
            type="submit"
            className="button"
            disabled={name.trim() === '' || databaseUrl === '' || create.isPending}
          >
            Create the team
          </button>
        </span>
      </form>
    </div>
  );
}

const LINES: Readonly<Record<Exclude<TeamState['line'], 'alone'>, string>> = {
  connecting: 'Connecting.',
  connected: 'Synced.',
  offline: "The team's database cannot be reached. You can keep working; new tickets wait in the outbox.",
  'shut-out': "The team's database no longer accepts this desk. Leave, and ask for an invitation.",
};

interface InTeamProps {
  readonly team: TeamState;
  readonly invitation: string | null;
  readonly onInvited: (invitation: string | null) => void;
}

function InTeam({ team, invitation, onInvited }: InTeamProps) {
  const invite = useAct('team.invite', (made) => onInvited(made.invitation));
  const rotate = useAct('team.rotate', () => toast('The team has a new key.'));
  const leave = useAct('team.leave', () => {
    onInvited(null);
    toast('This desk has left the team, and keeps everything it showed.');
  });
  return (
    <>
      <p>
        You are <b>{team.name}</b> in the team at {team.host}. {team.line !== 'alone' && LINES[team.line]}{' '}
        {team.waiting > 0 && `${plural(team.waiting, 'event')} are waiting to be synced.`}
      </p>
      {team.advice !== null && (
        <p className="note" role="status">
          {team.advice}
        </p>
      )}
      {team.members !== null && (
        <Table heads={['Member', 'State', 'Since']}>
          {team.members
            .filter(({ state }) => state !== 'removed')
            .map((one) => (
              <MemberRow key={one.id} one={one} />
            ))}
        </Table>
      )}
      {invitation !== null && (
        <label className="invitation">
          Invitation for one desk, good once and for seven days. Hand it over as you would a password.
          <input readOnly value={invitation} onFocus={(event) => event.target.select()} />
        </label>
      )}
      <span className="row-actions">
        <button
          type="button"
          className="button"
          disabled={invite.isPending}
          onClick={() => invite.mutate({}, { onError: toastError })}
        >
          Invite a member
        </button>
        <ConfirmedButton
          consequence="Every member gets a new key; what was written with the old one stays readable."
          disabled={rotate.isPending}
          onConfirm={() => rotate.mutate({}, { onError: toastError })}
        >
          Change the key
        </ConfirmedButton>
        <ConfirmedButton
          consequence="This desk keeps all it shows and hears no more of the team. Only a new invitation brings it back."
          disabled={leave.isPending}
          onConfirm={() => leave.mutate({}, { onError: toastError })}
        >
          Leave the team
        </ConfirmedButton>
      </span>
    </>
  );
}

function MemberRow({ one }: { one: TeamMember }) {
  const remove = useAct('team.remove', () =>
    toast(`${one.name} is out, and the key of the team is a new one. An invitation brings them back.`),
  );
  return (
    <tr>
      <th scope="row">
        {one.name}
        {one.isThisDesk && ' (this desk)'}
      </th>
      <td>{one.state === 'invited' ? 'invited, not here yet' : 'member'}</td>
      <td>{exactTime(one.changedAt)}</td>
      <td>
        {!one.isThisDesk && (
          <ConfirmedButton
            label={`Remove ${one.name}`}
            consequence={`${one.name} hears no more of the team, and the others get a new key.`}
            disabled={remove.isPending}
            onConfirm={() => remove.mutate({ id: one.id }, { onError: toastError })}
          >
            Remove
          </ConfirmedButton>
        )}
      </td>
    </tr>
  );
}
