// The sidebar: the screens, each with the number of items waiting there.
import {
  IconChartBar,
  IconFlask,
  IconHelpCircle,
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
import { ROOM_NAMES, type Room, useDeskUi } from '../desk-ui.ts';

export function Sidebar({ desk }: { desk: DeskState }) {
  const ui = useDeskUi();
  const undecided = ui.list.counts?.undecided;
  const outbox = useCall('outbox.list', { most: 0 }).data?.sync;
  const unread = useCall('replies.list', {}).data?.unread;
  const rooms: { room: Room; icon: typeof IconInbox; count: number | undefined; alert?: boolean }[] = [
    { room: 'day', icon: IconSun, count: undefined },
    { room: 'queue', icon: IconInbox, count: undecided },
    { room: 'replies', icon: IconMessages, count: unread },
    { room: 'tickets', icon: IconTicket, count: undefined },
    { room: 'board', icon: IconLayoutKanban, count: undefined },
    { room: 'trends', icon: IconTrendingUp, count: undefined },
    { room: 'reports', icon: IconChartBar, count: undefined },
    {
      room: 'outbox',
      icon: IconSend,
      count: outbox && (outbox.attention || outbox.waiting),
      alert: (outbox?.attention ?? 0) > 0,
    },
    { room: 'settings', icon: IconSettings, count: undefined },
    { room: 'help', icon: IconHelpCircle, count: undefined },
  ];
  return (
    <nav className="rail" aria-label="Rooms">
      <div className="brand">
        <IconStack2 size={18} aria-hidden /> Tier3 Desk
      </div>
      {desk.practice && (
        <p className="practice-note" title="Practice mode. Invented cases; nothing leaves this machine.">
          <IconFlask size={14} aria-hidden />
          <span>Practice mode. Invented cases; nothing leaves this machine.</span>
        </p>
      )}
      {rooms.map(({ room, icon: Icon, count, alert }) => (
        <button
          key={room}
          type="button"
          aria-current={ui.room === room ? 'page' : undefined}
          onClick={() => ui.go(room)}
        >
          <Icon size={16} aria-hidden />
          {ROOM_NAMES[room]}
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
    </nav>
  );
}
