// Answer templates.
import { asc, desc, eq, sql } from 'drizzle-orm';
import { templates } from '../../../drizzle/schema.ts';
import type { TemplateId } from '../../core/domain/ids.ts';
import type { Db } from '../db.ts';
import { newId } from '../new-id.ts';

export interface StoredTemplate {
  readonly id: TemplateId;
  readonly name: string;
  readonly body: string;
  readonly problem: string | null;
  readonly uses: number;
}

const COLUMNS = {
  id: templates.id,
  name: templates.name,
  body: templates.body,
  problem: templates.problem,
  uses: templates.uses,
} as const;

/** Most used first. */
export function listTemplates(db: Db): StoredTemplate[] {
  return db.select(COLUMNS).from(templates).orderBy(desc(templates.uses), asc(templates.name)).all();
}

export function findTemplate(db: Db, id: TemplateId): StoredTemplate | null {
  return db.select(COLUMNS).from(templates).where(eq(templates.id, id)).get() ?? null;
}

/** Adds a template, or updates the one with this id; null when another has the name. */
export function saveTemplate(
  db: Db,
  one: {
    readonly id?: TemplateId | undefined;
    readonly name: string;
    readonly body: string;
    readonly problem: string | null;
  },
  savedAt: number,
): TemplateId | null {
  const taken = db.select({ id: templates.id }).from(templates).where(eq(templates.name, one.name)).get();
  if (taken !== undefined && taken.id !== one.id) return null;
  const id = one.id ?? newId<TemplateId>();
  const { name, body, problem } = one;
  db.insert(templates)
    .values({ id, name, body, problem, savedAt })
    .onConflictDoUpdate({ target: templates.id, set: { name, body, problem, savedAt } })
    .run();
  return id;
}

export function dropTemplate(db: Db, id: TemplateId): boolean {
  return db.delete(templates).where(eq(templates.id, id)).run().changes === 1;
}

export function countUse(db: Db, id: TemplateId): void {
  db.update(templates)
    .set({ uses: sql`${templates.uses} + 1` })
    .where(eq(templates.id, id))
    .run();
}
