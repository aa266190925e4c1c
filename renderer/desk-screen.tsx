// The open desk: sidebar, screen, status bar; and the one place where the window's transient state is assembled.
import { useMantineColorScheme } from '@mantine/core';
import { useEffect, useLayoutEffect, useState } from 'react';
import type { DeskState } from '../electron/contract/calls.ts';
import { call } from './bridge/bridge.ts';
import { useCall } from './bridge/queries.ts';
import { keysOf, setOwnKeys } from './commands/catalogue.ts';
import { useAsked } from './commands/desk-link.ts';
import { Palette } from './commands/palette.tsx';
import { useKeys } from './commands/use-keys.ts';
import { DamageNotice } from './components/damage-notice.tsx';
import { JobBar } from './components/job-bar.tsx';
import { later } from './components/later.tsx';
import { useNotifications } from './components/notifications.ts';
import { ScreenBoundary } from './components/screen-boundary.tsx';
import { Sidebar } from './components/sidebar.tsx';
import { SilenceNotice } from './components/silence-notice.tsx';
import { StatusBar } from './components/status-bar.tsx';
import { showUndoKeys } from './components/toast.tsx';
import { type DeskUi, DeskUiContext, type Dialog, type Tab } from './desk-ui.ts';
import { Dialogs } from './dialogs.tsx';
import { PrintRoot } from './print/print-root.tsx';
import { BoardScreen } from './screens/board/board-screen.tsx';
import { DayScreen } from './screens/day/day-screen.tsx';
import { PracticeGuide } from './screens/first/practice-guide.tsx';
import { HelpScreen } from './screens/help/help-screen.tsx';
import { DropFiles } from './screens/import/drop-files.tsx';
import { OutboxScreen } from './screens/outbox/outbox-screen.tsx';
import { QueueScreen } from './screens/queue/queue-screen.tsx';
import { RepliesScreen } from './screens/replies/replies-screen.tsx';
import { TicketsScreen } from './screens/tickets/tickets-screen.tsx';
import { TrendsScreen } from './screens/trends/trends-screen.tsx';
import { useActivity } from './state/lock.ts';
import { useActs } from './state/use-acts.ts';
import { useAddress } from './state/use-address.ts';
import { useLanding } from './state/use-landing.ts';
import { useList } from './state/use-list.ts';
import { useScreen } from './state/use-screen.ts';
import { useStored } from './state/use-stored.ts';

const Empty = () => <main className="room wide" aria-busy="true" />;
const ReportsScreen = later(
  () => import('./screens/reports/reports-screen.tsx').then((part) => part.ReportsScreen),
  Empty,
);
const SettingsScreen = later(
  () => import('./screens/settings/settings-screen.tsx').then((part) => part.SettingsScreen),
  Empty,
);

/** One element for good: it renders when it hears something itself, not with every key. */
const NOTICES = (
  <>
    <JobBar />
    <DamageNotice />
  </>
);

export function DeskScreen({ desk }: { desk: DeskState }) {
  const ui = useUi(desk.practice);
  useKeys(ui);
  useNetworkChange();
  useActivity();
  useAsked(ui);
  useLanding(ui.screen);
  useNotifications({ openCase: ui.openCase, quickLog: () => ui.ask({ kind: 'log' }) });
  return (
    <DeskUiContext value={ui}>
      <div className="desk">
        <Sidebar desk={desk} />
        <ScreenBoundary key={ui.screen}>
          {ui.screen === 'day' && <DayScreen practice={desk.practice} />}
          {ui.screen === 'queue' && <QueueScreen practice={desk.practice} />}
          {ui.screen === 'replies' && <RepliesScreen />}
          {ui.screen === 'tickets' && <TicketsScreen />}
          {ui.screen === 'board' && <BoardScreen />}
          {ui.screen === 'trends' && <TrendsScreen />}
          {ui.screen === 'reports' && <ReportsScreen />}
          {ui.screen === 'outbox' && <OutboxScreen />}
          {ui.screen === 'settings' && <SettingsScreen />}
          {ui.screen === 'help' && <HelpScreen />}
        </ScreenBoundary>
        <PracticeGuide />
        <SilenceNotice />
        <StatusBar />
      </div>
      <Dialogs practice={desk.practice} />
      <DropFiles />
      <Palette />
      <PrintRoot keys={keysOf('print')} />
      {NOTICES}
    </DeskUiContext>
  );
}

/** A network change may be the one that was needed, so whatever is pending is tried at once. */
function useNetworkChange(): void {
  useEffect(() => {
    const resume = () => void call('sync.now', { byItself: true }).catch(() => {});
    window.addEventListener('online', resume);
    return () => window.removeEventListener('online', resume);
  }, []);
}

const NONE: never[] = [];

function useUi(practice: boolean): DeskUi {
  const { screen, go, cameFrom } = useScreen();
  const [tab, showTab] = useState<Tab>('compose');
  const [dialog, ask] = useState<Dialog | null>(null);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [isSplit, setSplit] = useState(true);
  const [isPreview, setPreview] = useState(false);
  const { toggleColorScheme } = useMantineColorScheme();
  const [hiddenColumns, hideColumns] = useStored('hidden-columns', '');
  const list = useList(screen === 'board');
  useAddress(screen, list);
  const acts = useActs(list, showTab, ask);
  const teams = useCall('directory.list', {}).data?.teams ?? NONE;
  const remembered = useCall('window.get', {}).data;
  const keys = remembered?.keys;
  const [, drawWith] = useState(keys);
  useLayoutEffect(() => {
    setOwnKeys(keys ?? {});
    showUndoKeys(keysOf('undo'));
    // What names keys on the screen is drawn once more, with the new ones.
    drawWith(keys);
  }, [keys]);
  return {
    ...acts,
    practice,
    screen,
    go,
    cameFrom,
    tab,
    showTab,
    dialog,
    ask,
    paletteOpen,
    setPaletteOpen,
    list,
    views: remembered?.views ?? NONE,
    teams,
    openCase: (id, row) => {
      go('queue');
      setSplit(true);
      list.reveal(id, row);
    },
    openCases: (ids) => {
      go('queue');
      setSplit(true);
      list.revealMarked(ids);
    },
    toggleScheme: () => toggleColorScheme(),
    toggleContrast,
    hiddenColumns,
    hideColumns,
    isSplit,
    toggleSplit: () => setSplit(!isSplit),
    isPreview,
    togglePreview: () => setPreview(!isPreview),
  };
}

const CONTRAST = 'tier3-contrast';

/**
 * High contrast is a setting of the window, next to light and dark; it is remembered here and applied before the first
 * paint.
 */
function toggleContrast(): void {
  const { dataset } = document.documentElement;
  if (dataset.contrast === 'high') delete dataset.contrast;
  else dataset.contrast = 'high';
  localStorage.setItem(CONTRAST, dataset.contrast ?? '');
}
const asksForContrast = window.matchMedia('(prefers-contrast: more)').matches ? 'high' : '';
if ((localStorage.getItem(CONTRAST) ?? asksForContrast) === 'high') document.documentElement.dataset.contrast = 'high';
