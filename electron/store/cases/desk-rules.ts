// Desk-wide masking rules. They may contain PII, so they live only here, in the encrypted file.
import { desc, eq } from 'drizzle-orm';
import { deskRules } from '../../../drizzle/schema.ts';
import type { RuleId } from '../../core/domain/ids.ts';
import type { DeskRule } from '../../core/domain/pii.ts';
import { type Db, prepared } from '../db.ts';
import { newId } from '../new-id.ts';

export interface StoredRule extends DeskRule {
  readonly id: RuleId;
  readonly createdAt: number;
}

/** Newest first. */
export function listRules(db: Db): StoredRule[] {
  return prepared(db, 'listRules', () => db.select().from(deskRules).orderBy(desc(deskRules.id)).prepare()).all();
}

export function findRule(db: Db, id: RuleId): StoredRule | null {
  return db.select().from(deskRules).where(eq(deskRules.id, id)).get() ?? null;
}

/** Adds a rule; the newest rule for a value wins. */
export function saveRule(db: Db, rule: DeskRule, createdAt: number): RuleId {
  const id = newId<RuleId>();
  db.delete(deskRules).where(eq(deskRules.value, rule.value)).run();
  db.insert(deskRules)
    .values({ ...rule, id, createdAt })
    .run();
  return id;
}

export function dropRule(db: Db, id: RuleId): void {
  db.delete(deskRules).where(eq(deskRules.id, id)).run();
}
