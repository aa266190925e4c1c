// The foot: whether the desk reaches its services, what waits, and the two keys everything else is found with.
import { IconCircleCheck, IconCircleDashed, IconCloudOff } from '@tabler/icons-react';
import { useCall } from '../bridge/queries.ts';
import { useDeskUi } from '../desk-ui.ts';
import { Kbd } from './kbd.tsx';
import { plural } from './words.ts';

export function Foot() {
  const { list } = useDeskUi();
  const sync = useCall('outbox.list', { most: 0 }).data?.sync;
  const missed = list.groups.find((group) => group.key === 'missed')?.count ?? 0;
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
        {sync?.failing[0]
          ? sync.failing[0].reason
          : sync?.online === false
            ? 'Offline; what is queued waits here.'
            : sync?.online
              ? 'Online.'
              : 'Ready.'}{' '}
        {sync && (sync.waiting === 0 ? 'Outbox empty.' : `${sync.waiting} waiting in the outbox.`)}
        {sync && sync.attention > 0 && ` ${plural(sync.attention, 'entry needs', 'entries need')} you.`}
      </span>
      <span>
        {plural(list.total, 'case')} shown{missed > 0 && `, ${missed.toLocaleString('en-US')} missed`}
        {list.marked.size > 0 && `; ${plural(list.marked.size, 'case')} marked`}
      </span>
      <span>
        <Kbd keys="?" /> keys &nbsp;
        <Kbd keys="$mod+K" /> anything
      </span>
    </footer>
  );
}
