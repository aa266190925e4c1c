// A recovery code, shown once: nobody can show it again.
interface RecoveryCodeProps {
  readonly code: string;
  readonly done: () => void;
}

export function RecoveryCode({ code, done }: RecoveryCodeProps) {
  return (
    <section className="card recovery" aria-labelledby="recovery-title">
      <h2 id="recovery-title">Write down the recovery code</h2>
      <p>
        It opens this desk if its passphrase or keychain is lost. It is shown only now; keep it on paper, away from this
        machine.
      </p>
      <p className="recovery-code">{code}</p>
      <button type="button" className="button primary" autoFocus onClick={done}>
        I have written it down
      </button>
    </section>
  );
}
