// Which of the two faces to show: the first screen, or the open desk.
import { useCall } from './bridge/queries.ts';
import { DeskScreen } from './desk-screen.tsx';
import { FirstScreen } from './screens/first/first-screen.tsx';

export function App() {
  const state = useCall('desk.state', {});
  if (state.error !== null) {
    return (
      <main className="alone">
        <h1>The desk does not answer</h1>
        <p>{state.error.message}</p>
      </main>
    );
  }
  if (state.data === undefined) return null;
  return state.data.state === 'open' ? <DeskScreen desk={state.data} /> : <FirstScreen desk={state.data} />;
}
