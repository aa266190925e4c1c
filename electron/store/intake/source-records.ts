// The source record behind a case: found again when a newer export contains it, and updated from it.
import { eq } from 'drizzle-orm';
import { cases } from '../../../drizzle/schema.ts';
import type { Source } from '../../core/domain/case.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import type { Scrub } from '../cases/case-scrubs.ts';
import { findCase, type NewCase, type StoredCase } from '../cases/cases.ts';
import { type Db, sqlValues } from '../db.ts';

/** A record number of a source; or the hash of the content of a row without one. */
export type RecordKey = { readonly source: Source; readonly reference: string } | { readonly contentKey: string };

export function findRecord(db: Db, key: RecordKey): StoredCase | null {
  const id = idOf(db, key);
  return id === undefined ? null : findCase(db, id);
}

function idOf(db: Db, key: RecordKey): CaseId | undefined {
  if ('contentKey' in key)
    return sqlValues<CaseId>(db, 'findByContent', 'SELECT id FROM cases WHERE content_key = @contentKey').get(key);
  const byReference = sqlValues<CaseId>(
    db,
    'findByReference',
    'SELECT id FROM cases WHERE source = @source AND reference = @reference',
  );
  const known = byReference.get(key);
  const other = known === undefined ? inOtherCase(key.reference) : null;
  return other === null ? known : byReference.get({ ...key, reference: other });
}

/**
 * A record number all in capitals is the same as all in small letters; null where it has no letters or both kinds, as the
 * record ids of Salesforce do, of which two may differ by nothing else.
 */
function inOtherCase(reference: string): string | null {
  const [upper, lower] = [reference.toUpperCase(), reference.toLowerCase()];
  if (upper === lower) return null;
  return reference === upper ? lower : reference === lower ? upper : null;
}

export function hasRecord(db: Db, key: RecordKey): boolean {
  return idOf(db, key) !== undefined;
}

export type SourceUpdate = Pick<NewCase, 'rawText' | 'reporter' | 'hints' | 'fields' | 'scrubbedArea' | keyof Scrub>;

/** What a newer export says about a case. */
export function saveSourceUpdate(db: Db, id: CaseId, { hints, fields, ...plain }: SourceUpdate): void {
  db.update(cases)
    .set({ ...plain, hints: JSON.stringify(hints), fields: JSON.stringify(fields) })
    .where(eq(cases.id, id))
    .run();
}
