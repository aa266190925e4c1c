// The record of a source behind a case: found again when a newer export tells of it, and what that says kept.
import { and, eq } from 'drizzle-orm';
import { cases } from '../../drizzle/schema.ts';
import type { CaseId } from '../contract/ids.ts';
import type { Source } from '../core/words/case.ts';
import { findCase, type NewCase, type StoredCase } from './cases.ts';
import type { Db } from './db.ts';

/** A record number of a source; or the hash of what a row says that has none. */
export type RecordKey = { readonly source: Source; readonly reference: string } | { readonly contentKey: string };

export function findRecord(db: Db, key: RecordKey): StoredCase | null {
  const isIt =
    'contentKey' in key
      ? eq(cases.contentKey, key.contentKey)
      : and(eq(cases.source, key.source), eq(cases.reference, key.reference));
  const row = db.select({ id: cases.id }).from(cases).where(isIt).get();
  return row === undefined ? null : findCase(db, row.id as CaseId);
}

export type SourceUpdate = Pick<
  NewCase,
  'rawText' | 'reporter' | 'hints' | 'fields' | 'scrubbedTitle' | 'scrubbedText' | 'scrubbedArea' | 'scrubberVersion'
>;

/** What a newer export says of a case. */
export function saveSourceUpdate(db: Db, id: CaseId, { hints, fields, ...plain }: SourceUpdate): void {
  db.update(cases)
    .set({ ...plain, hints: JSON.stringify(hints), fields: JSON.stringify(fields) })
    .where(eq(cases.id, id))
    .run();
}
