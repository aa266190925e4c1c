// The first screen: try the desk in practice, create the real one, or unlock it.
import { type FormEvent, useState } from 'react';
import type { DeskState } from '../../../electron/contract/calls.ts';
import { useAct } from '../../bridge/queries.ts';
import { NewPassphrase, problemWith } from '../../components/new-passphrase.tsx';
import { Offer } from './offer.tsx';
import { Recover } from './recover.tsx';
import './first-screen.css';

interface FirstScreenProps {
  readonly desk: DeskState;
  /** Shows the recovery code of a new desk. */
  readonly showCode: (code: string | null) => void;
}

export function FirstScreen({ desk, showCode }: FirstScreenProps) {
  const open = useAct('desk.open', ({ code }) => showCode(code));
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isRecovering, setRecovering] = useState(false);
  const isNew = desk.state === 'new';
  const needsPassphrase = desk.unlock === 'passphrase';

  function openReal(event: FormEvent): void {
    event.preventDefault();
    const wrong = isNew && needsPassphrase ? problemWith(passphrase, again) : null;
    setProblem(wrong);
    if (wrong !== null) return;
    open.mutate({
      mode: desk.practice ? 'practice' : 'real',
      ...(needsPassphrase && passphrase !== '' && { passphrase }),
    });
  }

  const shown = problem ?? open.error?.message ?? null;
  return (
    <main className="alone first">
      <h1>{isNew ? 'Welcome to Tier3 Desk' : 'Tier3 Desk is locked'}</h1>
      {isNew && (
        <p>
          It takes problem reports in from wherever they land, takes the personal information out, gets each report to
          the team that can fix it, and keeps the clock.
        </p>
      )}
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
        <h2>{isNew ? 'Set up the real desk' : 'Unlock it'}</h2>
        <p>
          {isNew ? `Cases are kept in one encrypted file in ${desk.home}.` : 'Nothing is sent while it is locked.'}
          {needsPassphrase && isNew && ' Its key is wrapped by a passphrase only you know, and by a recovery code.'}
        </p>
        <form onSubmit={openReal}>
          {needsPassphrase && isNew && (
            <NewPassphrase value={passphrase} setValue={setPassphrase} again={again} setAgain={setAgain} />
          )}
          {needsPassphrase && !isNew && (
            <label>
              Passphrase
              <input
                type="password"
                autoComplete="current-password"
                autoFocus
                value={passphrase}
                onChange={(event) => setPassphrase(event.target.value)}
              />
            </label>
          )}
          <button
            type="submit"
            className={isNew ? 'button' : 'button primary'}
            autoFocus={!isNew && !needsPassphrase}
            disabled={open.isPending}
          >
            {isNew ? 'Create the desk' : 'Unlock'}
          </button>
          {!isNew && desk.hasCode && (
            <button type="button" className="button quiet" onClick={() => setRecovering(!isRecovering)}>
              {needsPassphrase ? 'The passphrase is lost' : 'The keychain does not open it'}
            </button>
          )}
        </form>
      </section>
      {desk.offer !== null && <Offer offer={desk.offer} />}
      {isRecovering && <Recover desk={desk} showCode={showCode} />}
      <p className="problem" role="alert">
        {shown}
      </p>
    </main>
  );
}
