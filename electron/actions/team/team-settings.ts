// The settings that a team shares: what one member sets holds on every desk, as a line that each of them can undo.
import { z } from 'zod';
import { team } from '../../contract/schemas.ts';
import { TEAM_SETTINGS, type TeamEvent, type TeamSetting } from '../../core/team/changes.ts';
import { foldSetting } from '../../core/team/fold.ts';
import { addActivity, HEARD_VERB, newActId } from '../../store/activity/activity.ts';
import { makeAllStale } from '../../store/cases/sla-status.ts';
import type { Db } from '../../store/db.ts';
import { dropSetting, readSetting, writeSetting } from '../../store/settings.ts';
import { listTeams, replaceTeams } from '../../store/tickets/directory.ts';
import { saidOf } from './subjects.ts';

const WORDS: Readonly<Record<TeamSetting, string>> = {
  policies: 'changed the promises of time',
  calendars: 'changed the calendars',
  trends: 'changed when a problem is a trend',
  retention: 'changed when closed cases are purged',
  directory: 'changed the directory of tool teams',
};

export function isTeamSetting(id: string): id is TeamSetting {
  return TEAM_SETTINGS.some((key) => key === id);
}

/** What is set here, as the team is told of it. */
export function settingToTell(db: Db, key: TeamSetting): string | null {
  if (key === 'directory') return JSON.stringify(listTeams(db));
  const value = readSetting(db, key, z.unknown(), undefined);
  return value === undefined ? null : JSON.stringify(value);
}

/**
 * Makes a setting what the team says, and tells of it as an act of whoever set it. Runs inside a transaction; `at` in
 * UTC ms of this desk, in whose order acts are undone.
 */
export function showSetting(db: Db, key: TeamSetting, events: readonly TeamEvent[], at: number): void {
  const said = foldSetting(saidOf(db, `setting ${key}`));
  const by = events.find(({ stamp }) => stamp === said?.stamp);
  if (said === null || by === undefined || said.value === settingToTell(db, key)) return;
  const undo = key === 'directory' ? takeDirectory(db, said.value) : takeValue(db, key, said.value);
  if (undo === null) return;
  const summary = `${by.actor} ${WORDS[key]}`;
  addActivity(db, { at, actor: by.actor, caseId: null, verb: HEARD_VERB, summary, undo, actId: newActId() });
}

function takeValue(db: Db, key: TeamSetting, value: string | null) {
  const before = readSetting(db, key, z.unknown(), null);
  if (value === null) dropSetting(db, key);
  else writeSetting(db, key, JSON.parse(value));
  // Clocks count by most of them.
  makeAllStale(db);
  return { kind: 'setting', key, before } as const;
}

/** A directory that another version wrote and this one cannot read is left to that one. */
function takeDirectory(db: Db, value: string | null) {
  const read = z
    .array(team)
    .min(1)
    .safeParse(JSON.parse(value ?? '[]'));
  if (!read.success) return null;
  const before = listTeams(db);
  replaceTeams(db, read.data);
  return { kind: 'directory', before } as const;
}
