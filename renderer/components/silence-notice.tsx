// Shown above every screen while the desk behind the window does not respond: what is on hold, and what to do.
import { IconPlugConnectedX } from '@tabler/icons-react';
import { type Connection, useConnection } from '../bridge/connection.ts';
import { useBodyClass } from '../state/use-body-class.ts';
import './silence-notice.css';

interface Silence {
  readonly title: string;
  readonly remedy: string;
}

export const SILENCE: Readonly<Record<Exclude<Connection, 'answers'>, Silence>> = {
  silent: {
    title: 'The desk is not responding',
    remedy:
      'Start it again with "npm start". What you typed stays here; leave this window open until the desk answers.',
  },
  other: {
    title: 'This window is not signed in to the desk',
    remedy:
      'Its address was already used, or the desk was restarted since. Run "npm start" for a new address and open it in this window: what you typed stays here.',
  },
};

export function SilenceNotice() {
  const connection = useConnection();
  useBodyClass('with-silence', connection !== 'answers');
  if (connection === 'answers') return null;
  const { title, remedy } = SILENCE[connection];
  return (
    <section className="silence-notice" role="alert">
      <IconPlugConnectedX size={18} aria-hidden />
      <div>
        <h2>{title}</h2>
        <p>{remedy}</p>
      </div>
    </section>
  );
}
