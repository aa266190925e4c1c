// Every dialog of the desk. While none is open nothing of them is rendered: keys of the lists do not wait for them.

import { useEffect } from 'react';
import { ContextMenu } from './commands/context-menu.tsx';
import { later } from './components/later.tsx';
import { PickProblem } from './components/pick-problem.tsx';
import { PickReply } from './components/pick-reply.tsx';
import { PickTag } from './components/pick-tag.tsx';
import { PickTeam } from './components/pick-team.tsx';
import { PickTemplate } from './components/pick-template.tsx';
import { PickTime } from './components/pick-time.tsx';
import { QuickLog } from './components/quick-log.tsx';
import { UndoStack } from './components/undo-stack.tsx';
import { useDeskUi } from './desk-ui.ts';
import { HandOver } from './screens/case/hand-over.tsx';
import { FollowUpDialog } from './screens/day/follow-up-dialog.tsx';
import { ImportDialog } from './screens/import/import-dialog.tsx';
import { ChooseDialog } from './screens/outbox/choose-dialog.tsx';
import { EntryDialog } from './screens/outbox/entry-dialog.tsx';
import { FilterDialog } from './screens/queue/filter-dialog.tsx';
import { SaveViewDialog } from './screens/queue/save-view-dialog.tsx';
import { TicketDialog } from './screens/ticket/ticket-dialog.tsx';
import { holdKeys, whenThere } from './state/held-keys.ts';

/** Its calendar is not needed to open the window. */
const ReleaseDialog = later(
  () => import('./screens/queue/release-dialog.tsx').then((part) => part.ReleaseDialog),
  ReleaseToCome,
);

/** What is typed meanwhile is meant for its field. */
function ReleaseToCome() {
  const isAsked = useDeskUi().dialog?.kind === 'release';
  useEffect(() => {
    if (isAsked) holdKeys(whenThere(() => document.querySelector('[role="dialog"]')));
  }, [isAsked]);
  return null;
}

export function Dialogs({ practice }: { practice: boolean }) {
  if (useDeskUi().dialog === null) return null;
  return (
    <>
      <PickTeam />
      <PickTime />
      <PickTag />
      <HandOver />
      <PickProblem />
      <PickTemplate />
      <PickReply />
      <FilterDialog />
      <SaveViewDialog />
      <FollowUpDialog />
      <QuickLog />
      <UndoStack />
      <ReleaseDialog />
      <EntryDialog />
      <ChooseDialog />
      <TicketDialog />
      <ContextMenu />
      <ImportDialog practice={practice} />
    </>
  );
}
