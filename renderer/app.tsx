// Decides which face to show: the first screen, a recovery code to write down, or the open desk.
import { useEffect, useState } from 'react';
import { useConnection } from './bridge/connection.ts';
import { useCall } from './bridge/queries.ts';
import { RecoveryCode } from './components/recovery-code.tsx';
import { SILENCE } from './components/silence-notice.tsx';
import { DeskScreen } from './desk-screen.tsx';
import { FirstScreen } from './screens/first/first-screen.tsx';
import { forgetEverything } from './state/lock.ts';

export function App() {
  const state = useCall('desk.state', {});
  const [code, setCode] = useState<string | null>(null);
  const isLocked = state.data?.state === 'locked';
  useEffect(() => {
    if (isLocked) forgetEverything();
  }, [isLocked]);
  const connection = useConnection();
  if (state.data === undefined && connection !== 'answers') {
    const { title, remedy } = SILENCE[connection];
    return (
      <main className="alone">
        <h1>{title}</h1>
        <p>{remedy}</p>
      </main>
    );
  }
  if (state.data === undefined && state.error !== null) {
    return (
      <main className="alone">
        <h1>The desk is not responding</h1>
        <p>{state.error.message}</p>
      </main>
    );
  }
  if (state.data === undefined) return null;
  if (code !== null)
    return (
      <main className="alone first">
        <h1>The desk is yours</h1>
        <RecoveryCode code={code} done={() => setCode(null)} />
      </main>
    );
  return state.data.state === 'open' ? (
    <DeskScreen desk={state.data} />
  ) : (
    <FirstScreen desk={state.data} showCode={setCode} />
  );
}
