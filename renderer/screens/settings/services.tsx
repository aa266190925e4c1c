// Signing in to the services, and out again. A token goes in and never comes back.
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Input, Output } from '../../../electron/contract/calls.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { useDeskUi } from '../../desk-ui.ts';
import { DeviceSignIn } from './device-sign-in.tsx';

type Name = 'github' | 'zenhub' | 'slack' | 'teams';

interface ServiceLabels {
  readonly name: string;
  readonly secret: string;
  readonly signIn: string;
  readonly signOut: string;
  /** The recommended kind of secret. */
  readonly hint?: string;
  /** Its default address, and examples of others; null if the secret is itself an address. */
  readonly address: { readonly usual: string; readonly label: string } | null;
}

const WORDS: Readonly<Record<Name, ServiceLabels>> = {
  github: {
    name: 'GitHub',
    secret: 'GitHub personal access token',
    hint: "Recommended: a fine-grained token for the teams' repositories only, with Issues: read and write, and Projects if a team has a board there.",
    signIn: 'Sign in to GitHub',
    signOut: 'Sign out of GitHub',
    address: { usual: 'https://api.github.com', label: 'Address: for GitHub Enterprise like va.ghe.com' },
  },
  zenhub: {
    name: 'ZenHub',
    secret: 'ZenHub personal API key',
    signIn: 'Sign in to ZenHub',
    signOut: 'Sign out of ZenHub',
    address: {
      usual: 'https://api.zenhub.com/public/graphql',
      label: 'Address (another one for ZenHub Enterprise)',
    },
  },
  slack: {
    name: 'Slack',
    secret: 'Slack incoming webhook',
    signIn: 'Set the webhook',
    signOut: 'Remove the webhook',
    address: null,
  },
  teams: {
    name: 'Teams',
    secret: 'Teams incoming webhook',
    hint: 'Made in the channel with the workflow "Post to a channel when a webhook request is received".',
    signIn: 'Set the Teams webhook',
    signOut: 'Remove the Teams webhook',
    address: null,
  },
};

export function Services() {
  const { practice } = useDeskUi();
  const services = useCall('services.get', {}).data;
  if (services === undefined) return null;
  const { github, otherGitHubs, zenhub, slack, teams } = services;
  const asWhom = github?.login == null ? 'connected' : `signed in as ${github.login}`;
  return (
    <section className="card" id="services" aria-labelledby="services-title">
      <header>
        <h2 id="services-title">Services</h2>
        <span>
          {practice ? 'practice has stand-ins of its own' : 'tokens stay in the encrypted store of this desk'}
        </span>
      </header>
      <div className="services">
        <Service
          service="github"
          state={github === null ? 'not signed in; tickets wait in the outbox' : `${asWhom}, ${github.address}`}
          canSignOut={github?.bySignIn ?? false}
        >
          {(address) => (
            <>
              <DeviceSignIn address={address} />
              <OtherGitHubs others={otherGitHubs} />
            </>
          )}
        </Service>
        <Service
          service="zenhub"
          state={zenhub === null ? 'not signed in; tickets open without a place on its boards' : 'connected'}
          canSignOut={zenhub?.bySignIn ?? false}
        />
        <Service
          service="slack"
          state={slack ? 'notes go out when a ticket opens or is escalated' : 'optional; no notes go out'}
          canSignOut={slack}
        />
        <Service
          service="teams"
          state={teams ? 'notes go out when a ticket opens or is escalated' : 'optional; no notes go out'}
          canSignOut={teams}
        />
      </div>
    </section>
  );
}

/** Additional GitHub hosts, for repositories that name them. */
function OtherGitHubs({ others }: { others: Output<'services.get'>['otherGitHubs'] }) {
  const signOut = useAct('services.signOut', () => toast('Signed out; the saved token was wiped.'));
  return others.map(({ login, address }) => (
    <p key={address} className="row-actions">
      Also signed in as {login}, <span className="hint">{address}</span>
      <button
        type="button"
        className="button quiet"
        aria-label={`Sign out of ${address}`}
        onClick={() => signOut.mutate({ service: 'github', address }, { onError: toastError })}
      >
        Sign out
      </button>
    </p>
  ));
}

interface ServiceProps {
  readonly service: Name;
  readonly state: string;
  readonly canSignOut: boolean;
  /** Other ways to sign in at an address. */
  readonly children?: (address: string) => ReactNode;
}

function Service({ service, state, canSignOut, children }: ServiceProps) {
  const { practice } = useDeskUi();
  const words = WORDS[service];
  const [token, setToken] = useState('');
  const [address, setAddress] = useState(words.address?.usual ?? '');
  const signIn = useAct('services.signIn', ({ login, note }) => {
    setToken('');
    toast(`${words.name}: ${login === null ? 'kept' : `signed in as ${login}`}. ${note ?? ''}`);
  });
  const signOut = useAct('services.signOut', () => toast(`${words.name}: the saved token was wiped.`));
  const title = (
    <p>
      <b>{words.name}</b> <span className="hint">{state}</span>
    </p>
  );
  if (practice) return title;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const input: Input<'services.signIn'> =
      service === 'slack' || service === 'teams' ? { service, token } : { service, token, address };
    signIn.mutate(input, { onError: toastError });
  };
  return (
    <div className="service">
      <form className="form" onSubmit={send}>
        {title}
        {words.hint !== undefined && <p className="hint">{words.hint}</p>}
        <label>
          {words.secret}
          <input type="password" autoComplete="off" value={token} onChange={(event) => setToken(event.target.value)} />
        </label>
        {words.address !== null && (
          <label>
            {words.address.label}
            <input type="url" value={address} onChange={(event) => setAddress(event.target.value)} />
          </label>
        )}
        <span className="row-actions">
          <button type="submit" className="button" disabled={token.trim() === '' || signIn.isPending}>
            {words.signIn}
          </button>
          {canSignOut && (
            <button
              type="button"
              className="button quiet"
              onClick={() => signOut.mutate({ service }, { onError: toastError })}
            >
              {words.signOut}
            </button>
          )}
        </span>
      </form>
      {children?.(address)}
    </div>
  );
}
