// The first screen: try the desk in practice, or open the real one.
import { type FormEvent, useState } from 'react';
import type { DeskState } from '../../../electron/contract/calls.ts';
import { SHORTEST_PASSPHRASE } from '../../../electron/contract/passphrase.ts';
import { useAct } from '../../bridge/queries.ts';
import './first-screen.css';

export function FirstScreen({ desk }: { desk: DeskState }) {
  const open = useAct('desk.open');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const isNew = desk.state === 'new';
  const needsPassphrase = desk.unlock === 'passphrase';

  function openReal(event: FormEvent): void {
    event.preventDefault();
    const wrong = isNew && needsPassphrase ? problemWith(passphrase, again) : null;
    setProblem(wrong);
    if (wrong !== null) return;
    open.mutate({ mode: desk.practice ? 'practice' : 'real', ...(needsPassphrase && { passphrase }) });
  }

  const shown = problem ?? open.error?.message ?? null;
  return (
    <main className="alone first">
      <h1>{isNew ? 'Welcome to Tier3 Desk' : 'Tier3 Desk is locked'}</h1>
      {isNew && (
        <section className="card">
          <h2>Practice first</h2>
          <p>
            The whole desk with invented cases and stand-ins for GitHub and ZenHub. Nothing leaves this machine, and
            nothing can go wrong.
          </p>
          <button
            type="button"
            className="button primary"
            disabled={open.isPending}
            onClick={() => open.mutate({ mode: 'practice' })}
          >
            Start in practice mode
          </button>
        </section>
      )}
      <section className="card">
        <h2>{isNew ? 'Set up the real desk' : 'Open it'}</h2>
        <p>
          Cases are kept in one encrypted file in {desk.home}.
          {needsPassphrase && isNew && ' Its key comes from a passphrase only you know. Nobody can recover it.'}
        </p>
        <form onSubmit={openReal}>
          {needsPassphrase && (
            <label>
              Passphrase
              <input
                type="password"
                autoComplete={isNew ? 'new-password' : 'current-password'}
                value={passphrase}
                onChange={(event) => setPassphrase(event.target.value)}
              />
            </label>
          )}
          {needsPassphrase && isNew && (
            <label>
              The same again
              <input
                type="password"
                autoComplete="new-password"
                value={again}
                onChange={(event) => setAgain(event.target.value)}
              />
            </label>
          )}
          <button type="submit" className={isNew ? 'button' : 'button primary'} disabled={open.isPending}>
            {isNew ? 'Make the desk' : 'Open'}
          </button>
        </form>
      </section>
      <p className="problem" role="alert">
        {shown}
      </p>
    </main>
  );
}

function problemWith(passphrase: string, again: string): string | null {
  if ([...passphrase].length < SHORTEST_PASSPHRASE)
    return `Choose a passphrase of at least ${SHORTEST_PASSPHRASE} characters.`;
  return passphrase === again ? null : 'The two passphrases differ. Type the same one twice.';
}
