// The directory of tool teams, and the few settings of the desk.
import { asc, eq } from 'drizzle-orm';
import { settings, teams } from '../../drizzle/schema.ts';
import { type Team, team } from '../contract/shapes.ts';
import type { Db } from './db.ts';

export function listTeams(db: Db): Team[] {
  return db
    .select()
    .from(teams)
    .orderBy(asc(teams.position))
    .all()
    .map((row) => team.parse(JSON.parse(row.entry)));
}

export function findTeam(db: Db, label: string): Team | null {
  const row = db.select().from(teams).where(eq(teams.label, label)).get();
  return row === undefined ? null : team.parse(JSON.parse(row.entry));
}

export function replaceTeams(db: Db, list: readonly Team[]): void {
  db.delete(teams).run();
  list.forEach((entry, position) => {
    db.insert(teams)
      .values({ label: entry.label, entry: JSON.stringify(entry), position })
      .run();
  });
}

export function readSetting(db: Db, key: string): unknown {
  const row = db.select().from(settings).where(eq(settings.key, key)).get();
  return row === undefined ? undefined : JSON.parse(row.value);
}

export function writeSetting(db: Db, key: string, value: unknown): void {
  const json = JSON.stringify(value);
  db.insert(settings)
    .values({ key, value: json })
    .onConflictDoUpdate({ target: settings.key, set: { value: json } })
    .run();
}
