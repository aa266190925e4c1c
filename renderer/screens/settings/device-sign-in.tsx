// Signing in to GitHub without pasting a token: a code to type there, while the desk polls.
import { useCallback, useEffect, useState } from 'react';
import type { Output } from '../../../electron/contract/calls.ts';
import { useAct } from '../../bridge/queries.ts';
import { toast, toastError } from '../../components/toast.tsx';

type Code = Output<'services.askDevice'>;

export function DeviceSignIn({ address }: { address: string }) {
  const [clientId, setClientId] = useState('');
  const [code, setCode] = useState<Code | null>(null);
  const ask = useAct('services.askDevice', setCode);
  // Always the same function: another one would begin the wait anew, and ask twice at once.
  const over = useCallback(() => setCode(null), []);
  if (code !== null) return <TypeTheCode code={code} over={over} />;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate({ clientId, address }, { onError: toastError });
      }}
    >
      <label>
        Or with a code: client id of your organization’s app
        <input value={clientId} autoComplete="off" onChange={(event) => setClientId(event.target.value)} />
      </label>
      <button type="submit" className="button" disabled={clientId.trim() === '' || ask.isPending}>
        Get a code
      </button>
    </form>
  );
}

function TypeTheCode({ code: { code, address, waitMs }, over }: { code: Code; over: () => void }) {
  const [pause, setPause] = useState({ ms: waitMs });
  const { mutate: finish } = useAct('services.finishDevice');
  useEffect(() => {
    const timer = setTimeout(
      () =>
        finish(
          {},
          {
            onSuccess: ({ login, note, waitMs: next }) => {
              if (login === null) return setPause({ ms: next });
              toast(`GitHub: signed in as ${login}. ${note ?? ''}`);
              over();
            },
            onError: (error) => {
              toastError(error);
              over();
            },
          },
        ),
      pause.ms,
    );
    return () => clearTimeout(timer);
  }, [pause, finish, over]);
  return (
    <div className="device" role="status">
      <p>
        Type this code at{' '}
        <a href={address} target="_blank" rel="noreferrer">
          {address}
        </a>
        :
      </p>
      <p className="device-code">{code}</p>
      <p className="hint">Signs in automatically once GitHub approves.</p>
      <button type="button" className="button quiet" onClick={over}>
        Cancel
      </button>
    </div>
  );
}
