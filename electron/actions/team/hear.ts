// Applies what other members did: events are stored, and every row they concern is updated to the fold. What was done
// here and not published yet is published first, so that it is not taken for known.
import { type TeamEvent, topicOf } from '../../core/team/changes.ts';
import { foldMerges } from '../../core/team/fold.ts';
import type { Db } from '../../store/db.ts';
import { purgeAsTold } from '../../store/retention/purge-desk.ts';
import { addEvent, dropAllMarks, hasEvent } from '../../store/team/team.ts';
import type { Membership } from '../../team/membership.ts';
import { forgetGroups } from '../problems/join-problem.ts';
import { type Lost, noteLost } from './lost-decisions.ts';
import { placerOf } from './place-record.ts';
import { settleMerges, showAct, showCase, showProblem, showTicket } from './show.ts';
import { caseOf, saidOf } from './subjects.ts';
import { isTeamSetting, showSetting } from './team-settings.ts';
import { keepChange, tellTeam } from './tell.ts';

export interface Heard {
  /** Anything was new. */
  readonly isNew: boolean;
  /** Decisions of this desk that do not stand any more. */
  readonly lost: readonly Lost[];
}

export const NOTHING_HEARD: Heard = { isNew: false, lost: [] };

/**
 * Runs inside a transaction. `now` is UTC ms. A member's events come after those they
 * build on, as the log has them.
 */
export function hearEvents(db: Db, member: Membership, events: readonly TeamEvent[], now: number): Heard {
  const fresh = events.filter(({ id }) => !hasEvent(db, id));
  if (fresh.length === 0) return NOTHING_HEARD;
  while (tellTeam(db, member, now) > 0);
  const before = foldMerges(saidOf(db, 'merges'));
  const topics = new Set<string>();
  const place = placerOf(db, fresh, before);
  for (const { id, stamp, changes } of fresh) {
    addEvent(db, { id, payload: null, sentAt: now });
    for (const one of changes) {
      if (one.kind === 'record') place(one, stamp);
      keepChange(db, stamp, one);
      topics.add(topicOf(one));
    }
  }
  const of = (kind: string) =>
    [...topics].filter((topic) => topic.startsWith(`${kind} `)).map((topic) => topic.slice(kind.length + 1));
  for (const key of of('setting').filter(isTeamSetting)) showSetting(db, key, fresh, now);
  for (const id of of('ticket')) showTicket(db, id);
  for (const id of of('problem')) showProblem(db, id);
  const merges = topics.has('merges') ? settleMerges(db, before) : before;
  const lost: Lost[] = [];
  for (const subject of of('case')) {
    const known = showCase(db, subject, merges, now);
    const one = known === null ? null : noteLost(db, member, known, fresh, now);
    if (one !== null) lost.push(one);
  }
  for (const id of of('act')) showAct(db, id);
  const purged = fresh.flatMap(({ changes }) =>
    changes.flatMap((one) => (one.kind === 'purged' ? (caseOf(db, one.case) ?? []) : [])),
  );
  if (purged.length > 0) purgeAsTold(db, purged);
  if (topics.has('merges') || of('problem').length > 0) forgetGroups(db);
  // Everything came from the team itself.
  dropAllMarks(db);
  return { isNew: true, lost };
}
