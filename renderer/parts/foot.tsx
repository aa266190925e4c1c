// The foot: whether the desk reaches its services, what waits, and the two keys everything else is found with.
import { IconCircleCheck, IconCircleDashed, IconCloudOff } from '@tabler/icons-react';
import { useCall } from '../bridge/queries.ts';
import { useDeskUi } from '../desk-ui.ts';
import { Kbd } from './kbd.tsx';
import { plural } from './words.ts';

export function Foot() {
  const { cases } = useDeskUi();
  const sync = useCall('outbox.list', {}).data?.sync;
  const missed = cases.filter((row) => row.countdown?.meaning === 'missed' && row.countdown.metAt === null).length;
  const due = cases.filter((row) => row.countdown?.meaning === 'due').length;
  return (
    <footer className="foot">
      <span className="signal" role="status">
        {sync?.online === false ? (
          <IconCloudOff size={14} aria-hidden />
        ) : sync?.online ? (
          <IconCircleCheck size={14} aria-hidden />
        ) : (
          <IconCircleDashed size={14} aria-hidden />
        )}
        {sync?.online === false ? 'Offline; what is queued waits here.' : sync?.online ? 'Online.' : 'Ready.'}{' '}
        {sync && (sync.waiting === 0 ? 'Outbox empty.' : `${sync.waiting} waiting in the outbox.`)}
        {sync && sync.attention > 0 && ` ${plural(sync.attention, 'entry needs', 'entries need')} you.`}
      </span>
      <span>
        {plural(cases.length, 'case')} shown{missed > 0 && `, ${missed} missed`}
        {due > 0 && `, ${due} due soon`}
      </span>
      <span>
        <Kbd keys="?" /> keys &nbsp;
        <Kbd keys="$mod+K" /> anything
      </span>
    </footer>
  );
}
