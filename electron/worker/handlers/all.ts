// Every call the backend answers, wing by wing.
import type { BackendCallName, Handlers } from '../../contract/calls.ts';
import type { TeamLoop } from '../../team/team-loop.ts';
import { bundleHandlers } from './bundle.ts';
import { clockHandlers } from './clock.ts';
import type { Desk } from './desk.ts';
import { deskTicketHandlers } from './desk-tickets.ts';
import { firstHandlers } from './first.ts';
import { followUpHandlers } from './follow-up.ts';
import { formHandlers } from './form.ts';
import { intakeHandlers } from './intake.ts';
import { moveHandlers } from './move.ts';
import { printHandlers } from './print.ts';
import { privacyHandlers } from './privacy.ts';
import { queueHandlers } from './queue.ts';
import { replyHandlers } from './reply.ts';
import { reportHandlers } from './report.ts';
import { reviewHandlers } from './review.ts';
import { settingHandlers } from './settings.ts';
import { type SnapshotDoor, snapshotHandlers } from './snapshot.ts';
import { type SyncDesk, syncHandlers } from './sync.ts';
import { teamHandlers } from './team.ts';
import { ticketHandlers } from './ticket.ts';
import { trendHandlers } from './trend.ts';

interface Wings {
  readonly desk: Desk;
  readonly line: SyncDesk['line'];
  readonly started: SyncDesk['started'];
  readonly team: TeamLoop;
  /** The folder of the SQL files that set up a team's database. */
  readonly teamSql: string;
  readonly snapshots: SnapshotDoor;
}

export function allHandlers({ desk, line, started, team, teamSql, snapshots }: Wings): Handlers<BackendCallName> {
  return {
    ...queueHandlers(desk),
    ...intakeHandlers(desk, line),
    ...reviewHandlers(desk),
    ...printHandlers(desk),
    ...followUpHandlers(desk),
    ...trendHandlers(desk),
    ...reportHandlers(desk),
    ...settingHandlers(desk),
    ...snapshotHandlers(snapshots),
    ...clockHandlers(desk),
    ...firstHandlers(desk, line),
    ...ticketHandlers(desk),
    ...deskTicketHandlers(desk),
    ...formHandlers(desk),
    ...bundleHandlers(desk),
    ...replyHandlers(desk),
    ...privacyHandlers(desk),
    ...syncHandlers({ ctx: desk.ctx, sync: desk.sync, line, started, practice: desk.practice }),
    ...moveHandlers({ ctx: desk.ctx, sync: desk.sync, line, started }),
    ...teamHandlers(desk, team, teamSql),
  };
}
