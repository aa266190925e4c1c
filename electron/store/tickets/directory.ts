// The directory of tool teams.
import { asc, eq } from 'drizzle-orm';
import { teams } from '../../../drizzle/schema.ts';
import { type Team, team } from '../../contract/schemas.ts';
import type { Db } from '../db.ts';

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

/** Logins of everyone in the directory. */
export function knownLogins(db: Db): string[] {
  return [...new Set(listTeams(db).flatMap((team) => [...team.assignees, team.productManager]))];
}
