// The open desk: rail, room, foot; and the one place where the window's passing state is put together.
import { useMantineColorScheme } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DeskState } from '../electron/contract/calls.ts';
import { call } from './bridge/bridge.ts';
import { useCall } from './bridge/queries.ts';
import { setOwnKeys } from './commands/catalogue.ts';
import { ContextMenu } from './commands/context-menu.tsx';
import { Help } from './commands/help.tsx';
import { Palette } from './commands/palette.tsx';
import { useKeys } from './commands/use-keys.ts';
import { type DeskUi, DeskUiContext, type Dialog, type Tab } from './desk-ui.ts';
import { DamageNotice } from './parts/damage-notice.tsx';
import { Foot } from './parts/foot.tsx';
import { JobBar } from './parts/job-bar.tsx';
import { useNotifications } from './parts/notifications.ts';
import { PickProblem } from './parts/pick-problem.tsx';
import { PickTag } from './parts/pick-tag.tsx';
import { PickTeam } from './parts/pick-team.tsx';
import { PickTemplate } from './parts/pick-template.tsx';
import { PickTime } from './parts/pick-time.tsx';
import { QuickLog } from './parts/quick-log.tsx';
import { Rail } from './parts/rail.tsx';
import { UndoStack } from './parts/undo-stack.tsx';
import { BoardRoom } from './rooms/board/board-room.tsx';
import { HandOver } from './rooms/case/hand-over.tsx';
import { DayRoom } from './rooms/day/day-room.tsx';
import { DropFiles } from './rooms/import/drop-files.tsx';
import { ImportDialog } from './rooms/import/import-dialog.tsx';
import { ChooseDialog } from './rooms/outbox/choose-dialog.tsx';
import { EntryDialog } from './rooms/outbox/entry-dialog.tsx';
import { OutboxRoom } from './rooms/outbox/outbox-room.tsx';
import { FilterDialog } from './rooms/queue/filter-dialog.tsx';
import { QueueRoom } from './rooms/queue/queue-room.tsx';
import { ReleaseDialog } from './rooms/queue/release-dialog.tsx';
import { SaveViewDialog } from './rooms/queue/save-view-dialog.tsx';
import { ReportsRoom } from './rooms/reports/reports-room.tsx';
import { SettingsRoom } from './rooms/settings/settings-room.tsx';
import { TicketDialog } from './rooms/ticket/ticket-dialog.tsx';
import { TrendsRoom } from './rooms/trends/trends-room.tsx';
import { useActs } from './state/use-acts.ts';
import { useList } from './state/use-list.ts';
import { useRoom } from './state/use-room.ts';

export function DeskRoom({ desk }: { desk: DeskState }) {
  const ui = useUi(desk.practice);
  useKeys(ui);
  useNetworkChange();
  useNotifications({ openCase: ui.openCase, quickLog: () => ui.ask({ kind: 'log' }) });
  return (
    <DeskUiContext value={ui}>
      <div className="desk">
        <Rail desk={desk} />
        {ui.room === 'day' && <DayRoom practice={desk.practice} />}
        {ui.room === 'queue' && <QueueRoom practice={desk.practice} />}
        {ui.room === 'board' && <BoardRoom />}
        {ui.room === 'trends' && <TrendsRoom />}
        {ui.room === 'reports' && <ReportsRoom />}
        {ui.room === 'outbox' && <OutboxRoom />}
        {ui.room === 'settings' && <SettingsRoom />}
        <Foot />
      </div>
      <PickTeam />
      <PickTime />
      <PickTag />
      <HandOver />
      <PickProblem />
      <PickTemplate />
      <FilterDialog />
      <SaveViewDialog />
      <QuickLog />
      <UndoStack />
      <ReleaseDialog />
      <EntryDialog />
      <ChooseDialog />
      <TicketDialog />
      <ImportDialog practice={desk.practice} />
      <DropFiles />
      <Help />
      <ContextMenu />
      <Palette />
      <JobBar />
      <DamageNotice />
    </DeskUiContext>
  );
}

/** A change of network may be the one that was waited for: what waits is tried at once. Whether it is, only trying tells. */
function useNetworkChange(): void {
  useEffect(() => {
    const resume = () => void call('sync.now', { byItself: true }).catch(() => {});
    window.addEventListener('online', resume);
    return () => window.removeEventListener('online', resume);
  }, []);
}

const NONE: never[] = [];

function useUi(practice: boolean): DeskUi {
  const [room, go] = useRoom();
  const [tab, showTab] = useState<Tab>('compose');
  const [dialog, ask] = useState<Dialog | null>(null);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [isSplit, setSplit] = useState(true);
  const { toggleColorScheme } = useMantineColorScheme();
  const list = useList(room === 'board');
  const acts = useActs(list, room, showTab);
  const teams = useCall('directory.list', {}).data?.teams ?? NONE;
  const remembered = useCall('window.get', {}).data;
  const keys = remembered?.keys;
  useEffect(() => setOwnKeys(keys ?? {}), [keys]);
  return {
    ...acts,
    practice,
    room,
    go,
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
    isSplit,
    toggleSplit: () => setSplit(!isSplit),
  };
}

const CONTRAST = 'tier3-contrast';

/** High contrast is the window's own, beside light and dark; it is remembered here and set before the first paint. */
function toggleContrast(): void {
  const { dataset } = document.documentElement;
  if (dataset.contrast === 'high') delete dataset.contrast;
  else dataset.contrast = 'high';
  localStorage.setItem(CONTRAST, dataset.contrast ?? '');
}
const asksForContrast = window.matchMedia('(prefers-contrast: more)').matches ? 'high' : '';
if ((localStorage.getItem(CONTRAST) ?? asksForContrast) === 'high') document.documentElement.dataset.contrast = 'high';
