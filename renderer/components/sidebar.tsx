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
import { memo } from 'react';
import type { DeskState } from '../../electron/contract/calls.ts';
import { useCall } from '../bridge/queries.ts';
import { type DeskUi, SCREEN_NAMES, type ScreenName, useDeskUi } from '../desk-ui.ts';

interface RailProps extends Pick<DeskUi, 'screen' | 'go' | 'ask'> {
  readonly practice: boolean;
  /** How much waits on some screens. */
  readonly undecided: number | undefined;
  readonly unread: number | undefined;
  readonly outbox: number | undefined;
  /** Entries of the outbox that wait for the lead. */
  readonly attention: number;
}

export function Sidebar({ desk }: { desk: DeskState }) {
  const { list, screen, go, ask } = useDeskUi();
  const outbox = useCall('outbox.list', { most: 0 }).data?.sync;
  const unread = useCall('replies.list', {}).data?.unread;
  const attention = outbox?.attention ?? 0;
  return (
    <Rail
      practice={desk.practice}
      screen={screen}
      go={go}
      ask={ask}
      undecided={list.counts?.undecided}
      unread={unread}
      outbox={outbox && (outbox.attention || outbox.waiting)}
      attention={attention}
    />
  );
}

/** It is rendered again only when something in it changes. */
const Rail = memo(function Rail(props: RailProps) {
  const { practice, screen: shown, go, ask, undecided, unread, outbox, attention } = props;
  const screens: { screen: ScreenName; icon: typeof IconInbox; count: number | undefined; alert?: boolean }[] = [
    { screen: 'day', icon: IconSun, count: undefined },
    { screen: 'queue', icon: IconInbox, count: undecided },
    { screen: 'replies', icon: IconMessages, count: unread },
    { screen: 'tickets', icon: IconTicket, count: undefined },
    { screen: 'board', icon: IconLayoutKanban, count: undefined },
    { screen: 'trends', icon: IconTrendingUp, count: undefined },
    { screen: 'reports', icon: IconChartBar, count: undefined },
    {
      screen: 'outbox',
      icon: IconSend,
      count: outbox,
      alert: attention > 0,
    },
    { screen: 'settings', icon: IconSettings, count: undefined },
    { screen: 'help', icon: IconHelpCircle, count: undefined },
  ];
  return (
    <nav className="rail" aria-label="Screens">
      <div className="brand">
        <IconStack2 size={18} aria-hidden /> Tier3 Desk
      </div>
      {practice && (
        <p className="practice-note" title="Practice mode. Invented cases; nothing leaves this machine.">
          <IconFlask size={14} aria-hidden />
          <span>Practice mode. Invented cases; nothing leaves this machine.</span>
        </p>
      )}
      {screens.map(({ screen, icon: Icon, count, alert }) => (
        <button
          key={screen}
          type="button"
          aria-current={shown === screen ? 'page' : undefined}
          onClick={() => go(screen)}
        >
          <Icon size={16} aria-hidden />
          {SCREEN_NAMES[screen]}
          {count !== undefined && count > 0 && (
            <span className={alert ? 'count alert' : 'count'}>
              {alert ? `${count}!` : count.toLocaleString('en-US')}
            </span>
          )}
        </button>
      ))}
      <button type="button" className="push" onClick={() => ask({ kind: 'log' })}>
        <IconPencilPlus size={16} aria-hidden />
        Log a case
      </button>
      <button type="button" onClick={() => ask({ kind: 'import' })}>
        <IconUpload size={16} aria-hidden />
        Import
      </button>
    </nav>
  );
});
