// Opens a desk whose passphrase or keychain is lost, and sets up a new way to open it.
import { type FormEvent, useState } from 'react';
import type { DeskState } from '../../../electron/contract/calls.ts';
import { useAct } from '../../bridge/queries.ts';
import { NewPassphrase, problemWith } from '../../components/new-passphrase.tsx';

export function Recover({ desk, showCode }: { desk: DeskState; showCode: (code: string | null) => void }) {
  const recover = useAct('desk.recover', (opened) => showCode(opened.code));
  const [code, setCode] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const byKeychain = desk.host.keychain && desk.unlock === 'keychain';

  function submit(event: FormEvent): void {
    event.preventDefault();
    const wrong = byKeychain ? null : problemWith(next, again);
    setProblem(wrong);
    if (wrong === null) recover.mutate({ code, ...(!byKeychain && { next }) });
  }

  return (
    <section className="card">
      <h2>Open it with the recovery code</h2>
      <p>The code was shown when the desk was created. It works once, and a new one will be shown.</p>
      <form onSubmit={submit}>
        <label>
          Recovery code
          <input
            className="code"
            autoComplete="off"
            spellCheck={false}
            autoFocus
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </label>
        {!byKeychain && (
          <NewPassphrase label="New passphrase" value={next} setValue={setNext} again={again} setAgain={setAgain} />
        )}
        <button type="submit" className="button primary" disabled={recover.isPending || code.trim() === ''}>
          Open the desk
        </button>
      </form>
      <p className="problem" role="alert">
        {problem ?? recover.error?.message ?? null}
      </p>
    </section>
  );
}
