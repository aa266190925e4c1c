// When the desk locks, and how its key is protected.

import { type FormEvent, useState } from 'react';
import { useAct, useCall } from '../../bridge/queries.ts';
import { Choose } from '../../components/choose.tsx';
import { NewPassphrase, problemWith } from '../../components/new-passphrase.tsx';
import { RecoveryCode } from '../../components/recovery-code.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { useDeskUi } from '../../desk-ui.ts';
import { lockDesk } from '../../state/lock.ts';
import { useSetting } from '../../state/use-setting.ts';

const MINUTES = [0, 5, 10, 15, 30, 60] as const;

export function LockAndKey() {
  const { practice } = useDeskUi();
  return (
    <section className="card" id="lock" aria-labelledby="lock-title">
      <header>
        <h2 id="lock-title">Lock and key</h2>
        <span>a locked desk shows nothing and sends nothing</span>
      </header>
      <IdleRule />
      {practice ? (
        <p className="hint">A practice desk keeps its key in a file, because its cases are invented.</p>
      ) : (
        <KeyForm />
      )}
    </section>
  );
}

function IdleRule() {
  const [rule, save] = useSetting('lock');
  return (
    <div className="delay">
      <label className="delay-field">
        Lock after inactivity of
        <Choose
          value={rule === undefined ? '' : String(rule.idleMinutes)}
          choices={MINUTES.map((minutes) => [String(minutes), minutes === 0 ? 'Never' : `${minutes} minutes`])}
          onPick={(minutes) => save({ idleMinutes: Number(minutes) })}
        />
      </label>
      <button type="button" className="button" onClick={lockDesk}>
        Lock it now
      </button>
    </div>
  );
}

function KeyForm() {
  const desk = useCall('desk.state', {}).data;
  const [typed, setTyped] = useState({ passphrase: '', next: '', again: '' });
  const [code, setCode] = useState<string | null>(null);
  const isWrapped = desk?.unlock === 'passphrase';
  const given = isWrapped ? { passphrase: typed.passphrase } : {};
  const settle = (words: string, newCode: string | null) => {
    setTyped({ passphrase: '', next: '', again: '' });
    setCode(newCode);
    toast(words);
  };
  const change = useAct('keys.change', () => settle('The passphrase was changed.', null));
  const renew = useAct('keys.newCode', (made) => settle('The old code no longer works.', made.code));
  const rekey = useAct('keys.rekey', (made) =>
    settle(
      made.isDone ? 'Everything is encrypted with the new key.' : 'Some files still use the previous key.',
      made.code,
    ),
  );
  const isBusy = change.isPending || renew.isPending || rekey.isPending;
  const mayAct = !isBusy && (!isWrapped || typed.passphrase !== '');

  function submit(event: FormEvent): void {
    event.preventDefault();
    const wrong = problemWith(typed.next, typed.again);
    if (wrong !== null) toastError(new Error(wrong));
    else change.mutate({ ...given, next: typed.next }, { onError: toastError });
  }

  if (code !== null) return <RecoveryCode code={code} done={() => setCode(null)} />;
  return (
    <form className="form key-form" onSubmit={submit}>
      {isWrapped && (
        <label>
          Current passphrase
          <input
            type="password"
            autoComplete="current-password"
            value={typed.passphrase}
            onChange={(event) => setTyped({ ...typed, passphrase: event.target.value })}
          />
        </label>
      )}
      <NewPassphrase
        label={isWrapped ? 'New passphrase' : 'A passphrase instead of the keychain'}
        value={typed.next}
        setValue={(next) => setTyped({ ...typed, next })}
        again={typed.again}
        setAgain={(again) => setTyped({ ...typed, again })}
      />
      <div className="row-actions">
        <button type="submit" className="button" disabled={!mayAct || typed.next === ''}>
          Change the passphrase
        </button>
        {isWrapped && desk?.host.keychain && (
          <button
            type="button"
            className="button quiet"
            disabled={!mayAct}
            onClick={() => change.mutate(given, { onError: toastError })}
          >
            Use the keychain instead
          </button>
        )}
        <button
          type="button"
          className="button quiet"
          disabled={!mayAct}
          onClick={() => renew.mutate(given, { onError: toastError })}
        >
          {desk?.hasCode ? 'A new recovery code' : 'Create a recovery code'}
        </button>
        <button
          type="button"
          className="button quiet"
          disabled={!mayAct}
          onClick={() => rekey.mutate(given, { onError: toastError })}
        >
          Re-encrypt with a new key
        </button>
      </div>
    </form>
  );
}
