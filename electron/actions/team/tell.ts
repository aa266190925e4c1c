// Publishes what was done here as events for the team: each marked row is compared with what is known about it, and the
// difference is published. Runs at the end of every transaction, inside it, so that nothing is done without being
// published.
import { v7 as uuid } from 'uuid';
import { type Change, type TeamEvent, topicOf } from '../../core/team/changes.ts';
import { foldMerges } from '../../core/team/fold.ts';
import { nextStamp, type Stamp } from '../../core/team/stamp.ts';
import type { Db } from '../../store/db.ts';
import {
  addChange,
  addEvent,
  dropMarks,
  hasMarks,
  lastStamp,
  type MarkKind,
  nextMarks,
} from '../../store/team/team.ts';
import type { Membership } from '../../team/membership.ts';
import { readClockOffset } from './membership.ts';
import { settleMerges } from './show.ts';
import { saidOf, withoutTexts } from './subjects.ts';
import { createDiff } from './whats-new.ts';

/** Rows processed in one commit; a desk that has just joined continues with the next. */
const MOST_ROWS = 400;
/** Changes in one event, which is sealed and sent as a whole. */
const MOST_CHANGES = 60;

/** What cases say builds on what is said of problems and tickets: those are told first. */
const TURNS: readonly (readonly MarkKind[])[] = [['setting'], ['ticket', 'problem'], ['case', 'act', 'entry', 'purge']];

/** Returns how many rows were processed; 0 when everything is published. `now` is UTC ms of this machine. */
export function tellTeam(db: Db, member: Membership, now: number): number {
  if (!hasMarks(db)) return 0;
  let looked = 0;
  for (const kinds of TURNS) {
    const merges = foldMerges(saidOf(db, 'merges'));
    const diff = createDiff(db, member.name);
    const changes: Change[] = [];
    for (const kind of kinds) {
      const ids = nextMarks(db, kind, MOST_ROWS - looked);
      for (const id of ids) changes.push(...diff[kind](id));
      dropMarks(db, kind, ids);
      looked += ids.length;
    }
    for (let at = 0; at < changes.length; at += MOST_CHANGES)
      keep(db, member, changes.slice(at, at + MOST_CHANGES), now);
    // A merge has the same consequences for cases on every desk.
    if (changes.some((one) => one.kind === 'merge')) settleMerges(db, merges);
    if (looked >= MOST_ROWS) break;
  }
  return looked;
}

function keep(db: Db, { device: desk, name: actor }: Membership, changes: readonly Change[], now: number): void {
  const stamp = nextStamp(lastStamp(db), now + readClockOffset(db), desk);
  const event: TeamEvent = { id: uuid(), desk, actor, stamp, changes: [...changes] };
  addEvent(db, { id: event.id, payload: JSON.stringify(event), sentAt: null });
  for (const one of changes) keepChange(db, stamp, one);
}

/** Stores what was said, but not the text of a report: that is in the case. */
export function keepChange(db: Db, stamp: Stamp, one: Change): void {
  const kept = one.kind === 'record' ? { ...one, record: withoutTexts(one.record), scrub: null } : one;
  addChange(db, { topic: topicOf(one), stamp, kind: one.kind, change: JSON.stringify(kept) });
}
