// The open desk: rail, room, foot; and the one place where the window's passing state is held.
import { useMantineColorScheme } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { DeskState } from '../electron/contract/calls.ts';
import type { ActivityId, CaseId } from '../electron/contract/ids.ts';
import { useAct, useCall } from './bridge/queries.ts';
import { Help } from './commands/help.tsx';
import { Palette } from './commands/palette.tsx';
import { useKeys } from './commands/use-keys.ts';
import { type DeskUi, DeskUiContext, type Dialog, type Room, type Tab } from './desk-ui.ts';
import { Foot } from './parts/foot.tsx';
import { useNotifications } from './parts/notifications.ts';
import { PickTeam } from './parts/pick-team.tsx';
import { PickTime } from './parts/pick-time.tsx';
import { Rail } from './parts/rail.tsx';
import { saveFile } from './parts/save-file.ts';
import { say, sayProblem } from './parts/say.tsx';
import { plural } from './parts/words.ts';
import { BoardRoom } from './rooms/board/board-room.tsx';
import { boardOrder } from './rooms/board/columns.ts';
import { DayRoom } from './rooms/day/day-room.tsx';
import { ImportDialog } from './rooms/import/import-dialog.tsx';
import { OutboxRoom } from './rooms/outbox/outbox-room.tsx';
import { QueueRoom } from './rooms/queue/queue-room.tsx';
import { ReleaseDialog } from './rooms/queue/release-dialog.tsx';
import { SettingsRoom } from './rooms/settings/settings-room.tsx';

export function DeskRoom({ desk }: { desk: DeskState }) {
  const ui = useUi(desk.practice);
  useKeys(ui);
  useNotifications(ui.openCase);
  return (
    <DeskUiContext value={ui}>
      <div className="desk">
        <Rail desk={desk} />
        {ui.room === 'day' && <DayRoom practice={desk.practice} />}
        {ui.room === 'queue' && <QueueRoom practice={desk.practice} />}
        {ui.room === 'board' && <BoardRoom />}
        {ui.room === 'outbox' && <OutboxRoom />}
        {ui.room === 'settings' && <SettingsRoom />}
        <Foot />
      </div>
      <PickTeam />
      <PickTime />
      <ReleaseDialog />
      <ImportDialog practice={desk.practice} />
      <Help />
      <Palette />
    </DeskUiContext>
  );
}

const NONE: never[] = [];

function useUi(practice: boolean): DeskUi {
  const [room, go] = useState<Room>('day');
  const [tab, showTab] = useState<Tab>('compose');
  const [dialog, ask] = useState<Dialog | null>(null);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<'undecided' | 'all'>('undecided');
  const [selectedId, select] = useState<CaseId | null>(null);
  const { toggleColorScheme } = useMantineColorScheme();

  const wanted =
    room === 'board'
      ? {}
      : {
          ...(filter === 'undecided' && search === '' && { status: 'undecided' as const }),
          ...(search !== '' && { search }),
        };
  const listed = useCall('cases.list', wanted).data?.cases ?? NONE;
  const cases = useMemo(() => (room === 'board' ? boardOrder(listed) : listed), [room, listed]);
  const teams = useCall('directory.list', {}).data?.teams ?? NONE;
  const [held, setHeld] = useState<DeskUi['selected']>(null);
  const onScreen = cases.find((row) => row.id === selectedId);
  // A case that was just decided leaves the list but stays open, so that its ticket can be queued and undo be seen.
  const selected = onScreen ?? (held !== null && held.id === selectedId ? held : (cases[0] ?? null));
  if (onScreen !== undefined && onScreen !== held) setHeld(onScreen);

  const move = useCallback(
    (by: number) => {
      const at = cases.findIndex((row) => row.id === selected?.id);
      const next = cases[Math.max(0, Math.min(cases.length - 1, at === -1 ? 0 : at + by))];
      if (next !== undefined) {
        select(next.id);
        setHeld(next);
      }
    },
    [cases, selected],
  );

  const undoing = useAct('activity.undo', ({ undone }) =>
    say(undone === null ? 'Nothing to undo.' : `Undone: ${undone}`),
  );
  const undoAct = (id?: ActivityId | null) => undoing.mutate(id ? { id } : {}, { onError: sayProblem });
  const [ahead, setAhead] = useState(0);
  const advancing = useAct('practice.advance', ({ now }) => {
    setAhead(now - Date.now());
    say('The practice clock went on.');
  });
  const day = useCall('day.get', {}).data;
  const following = useAct('follow-up.comment', ({ activityId }) => say('Comment queued.', () => undoAct(activityId)));
  const reviewing = useAct('release.review', ({ activityId }) =>
    say('Release notice reviewed.', () => undoAct(activityId)),
  );
  const triage = useAct('triage.act');
  const queueing = useAct('tickets.queue');
  const syncing = useAct('sync.now', ({ sent, waiting }) =>
    say(`${plural(sent, 'entry', 'entries')} sent, ${waiting} waiting.`),
  );

  const copying = useAct('cases.copy', ({ text }) => {
    navigator.clipboard.writeText(text).then(
      () => say('Scrubbed text copied.'),
      () => sayProblem(new Error('The clipboard did not take the text. Try once more with this window in front.')),
    );
  });
  const exporting = useAct('cases.export', ({ csv, rows }) => {
    saveFile('tier3-cases.csv', csv);
    say(`${plural(rows, 'case')} exported, scrubbed.`);
  });

  return {
    practice,
    room,
    go,
    tab,
    showTab,
    dialog,
    ask,
    paletteOpen,
    setPaletteOpen,
    search,
    setSearch,
    filter,
    setFilter,
    cases,
    selected,
    select,
    move,
    teams,
    undo: undoAct,
    openCase: (id) => {
      go('queue');
      setFilter('all');
      setSearch('');
      select(id);
    },
    now: () => Date.now() + ahead,
    sendFollowUp: () => {
      const steps = day?.steps ?? NONE;
      const step = room === 'day' ? steps[0] : steps.find((one) => one.caseId === selected?.id);
      if (step === undefined) say('No comment waits to be sent here.');
      else following.mutate({ id: step.caseId, verb: step.step }, { onError: sayProblem });
    },
    reviewRelease: () => {
      if (selected !== null) reviewing.mutate({ id: selected.id }, { onError: sayProblem });
    },
    advanceClock: (minutes) => advancing.mutate({ minutes }, { onError: sayProblem }),
    act: (action, team) => {
      if (selected === null) return;
      setHeld(selected);
      select(selected.id);
      triage.mutate(
        { caseIds: [selected.id], action, ...(team !== undefined && { team }) },
        {
          onSuccess: ({ changed, activityId }) => {
            if (changed > 0) say(`${selected.reference}: ${DONE[action]}`, () => undoAct(activityId));
            if (action === 'escalate') showTab('compose');
            else if (action !== 'assign') move(1);
          },
          onError: sayProblem,
        },
      );
    },
    queueTicket: () => {
      if (selected === null) return;
      const { id, reference } = selected;
      queueing.mutate(
        { caseIds: [id] },
        {
          onSuccess: ({ activityId }) => say(`${reference}: ticket queued`, () => undoAct(activityId)),
          onError: sayProblem,
        },
      );
    },
    syncNow: () => syncing.mutate({}, { onError: sayProblem }),
    copyText: () => {
      if (selected !== null) copying.mutate({ id: selected.id }, { onError: sayProblem });
    },
    exportCsv: () => {
      if (cases.length > 0) exporting.mutate({ caseIds: cases.map((row) => row.id) }, { onError: sayProblem });
    },
    toggleScheme: () => toggleColorScheme(),
  };
}

const DONE = {
  escalate: 'escalated',
  assign: 'team set',
  reassign: 'reassigned to its call center',
  respond: 'responded',
  'out-of-scope': 'marked out of scope',
} as const;
