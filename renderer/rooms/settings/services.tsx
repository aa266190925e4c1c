// Signing in to the services, and out again. A token goes in and never comes back.
import { useState } from 'react';
import { useAct, useCall } from '../../bridge/queries.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { say, sayProblem } from '../../parts/say.tsx';

const GITHUB = 'https://api.github.com';

const SECRETS = {
  github: 'Personal access token of GitHub',
  zenhub: 'Personal API key of ZenHub',
  slack: 'Incoming webhook of Slack',
} as const;

export function Services() {
  const { practice } = useDeskUi();
  const services = useCall('services.get', {}).data;
  if (services === undefined) return null;
  const { github, zenhub, slack } = services;
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
          name="GitHub"
          state={github === null ? 'not signed in; tickets wait in the outbox' : `${asWhom}, ${github.address}`}
          canSignOut={github?.bySignIn ?? false}
        />
        <Service
          service="zenhub"
          name="ZenHub"
          state={zenhub === null ? 'not signed in; tickets open without a place on a board' : 'connected'}
          canSignOut={zenhub?.bySignIn ?? false}
        />
        <Service
          service="slack"
          name="Slack"
          state={slack ? 'notes go out when a ticket opens or is escalated' : 'optional; no notes go out'}
          canSignOut={slack}
        />
      </div>
    </section>
  );
}

function Service({
  service,
  name,
  state,
  canSignOut,
}: {
  service: 'github' | 'zenhub' | 'slack';
  name: string;
  state: string;
  canSignOut: boolean;
}) {
  const { practice } = useDeskUi();
  const [token, setToken] = useState('');
  const [address, setAddress] = useState(GITHUB);
  const signIn = useAct('services.signIn', ({ login }) => {
    setToken('');
    say(login === null ? `${name}: kept.` : `Signed in to ${name} as ${login}.`);
  });
  const signOut = useAct('services.signOut', () => say(`${name}: what was kept is wiped.`));
  const title = (
    <p>
      <b>{name}</b> <span className="hint">{state}</span>
    </p>
  );
  if (practice) return title;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        const input = service === 'github' ? { service, token, address } : { service, token };
        signIn.mutate(input, { onError: sayProblem });
      }}
    >
      {title}
      <label>
        {SECRETS[service]}
        <input type="password" autoComplete="off" value={token} onChange={(event) => setToken(event.target.value)} />
      </label>
      {service === 'github' && (
        <label>
          Address (another one for GitHub Enterprise)
          <input type="url" value={address} onChange={(event) => setAddress(event.target.value)} />
        </label>
      )}
      <span className="row-actions">
        <button type="submit" className="button" disabled={token.trim() === '' || signIn.isPending}>
          {service === 'slack' ? 'Set the webhook' : `Sign in to ${name}`}
        </button>
        {canSignOut && (
          <button
            type="button"
            className="button quiet"
            onClick={() => signOut.mutate({ service }, { onError: sayProblem })}
          >
            {service === 'slack' ? 'Take the webhook out' : `Sign out of ${name}`}
          </button>
        )}
      </span>
    </form>
  );
}
