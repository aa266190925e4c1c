// The narrow rail: the rooms with what waits in each.
import {
  IconChartBar,
  IconInbox,
  IconLayoutKanban,
  IconMessages,
  IconPencilPlus,
  IconSend,
  IconSettings,
  IconStack2,
  IconSun,
  IconTicket,
  IconTrendingUp,
  IconUpload,
} from '@tabler/icons-react';
import type { DeskState } from '../../electron/contract/calls.ts';
import { useCall } from '../bridge/queries.ts';
import { type Room, useDeskUi } from '../desk-ui.ts';

export function Sidebar({ desk }: { desk: DeskState }) {
  const ui = useDeskUi();
  const undecided = ui.list.counts?.undecided;
  const outbox = useCall('outbox.list', { most: 0 }).data?.sync;
  const unread = useCall('replies.list', {}).data?.unread;
  const rooms: { room: Room; name: string; icon: typeof IconInbox; count: number | undefined; alert?: boolean }[] = [
    { room: 'day', name: 'My day', icon: IconSun, count: undefined },
    { room: 'queue', name: 'Queue', icon: IconInbox, count: undecided },
    { room: 'replies', name: 'Replies', icon: IconMessages, count: unread },
    { room: 'tickets', name: 'Tickets', icon: IconTicket, count: undefined },
    { room: 'board', name: 'Board', icon: IconLayoutKanban, count: undefined },
    { room: 'trends', name: 'Trends', icon: IconTrendingUp, count: undefined },
    { room: 'reports', name: 'Reports', icon: IconChartBar, count: undefined },
    {
      room: 'outbox',
      name: 'Outbox',
      icon: IconSend,
      count: outbox && (outbox.attention || outbox.waiting),
      alert: (outbox?.attention ?? 0) > 0,
    },
    { room: 'settings', name: 'Settings', icon: IconSettings, count: undefined },
  ];
  return (
    <nav className="rail" aria-label="Rooms">
      <div className="brand">
        <IconStack2 size={18} aria-hidden /> Tier3 Desk
      </div>
      {rooms.map(({ room, name, icon: Icon, count, alert }) => (
        <button
          key={room}
          type="button"
          aria-current={ui.room === room ? 'page' : undefined}
          onClick={() => ui.go(room)}
        >
          <Icon size={16} aria-hidden />
          {name}
          {count !== undefined && count > 0 && (
            <span className={alert ? 'count alert' : 'count'}>
              {alert ? `${count}!` : count.toLocaleString('en-US')}
            </span>
          )}
        </button>
      ))}
      <button type="button" className="push" onClick={() => ui.ask({ kind: 'log' })}>
        <IconPencilPlus size={16} aria-hidden />
        Log a case
      </button>
      <button type="button" onClick={() => ui.ask({ kind: 'import' })}>
        <IconUpload size={16} aria-hidden />
        Import
      </button>
      {desk.practice && <p className="practice-note">Practice mode. Invented cases; nothing leaves this machine.</p>}
    </nav>
  );
}
