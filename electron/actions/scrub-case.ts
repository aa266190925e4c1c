// The scrub of one case in the store: what was found, what a person decided about it, and the remaining text.
import { saveScrub } from '../store/cases/case-scrubs.ts';
import type { StoredCase } from '../store/cases/cases.ts';
import { listRules } from '../store/cases/desk-rules.ts';
import { listDecisions } from '../store/cases/review.ts';
import type { Db } from '../store/db.ts';
import { type CaseScrub, scrubText } from './scrub-words.ts';

/** The current scrub of a case in the store. */
export function scrubCase(db: Db, one: Pick<StoredCase, 'id' | 'rawText' | 'hints'>): CaseScrub {
  return scrubText(one.rawText, one.hints, listDecisions(db, one.id), listRules(db));
}

/** Scrubs a case again and stores the result; true when its text changed. */
export function rescrubCase(db: Db, one: StoredCase): boolean {
  const { findings: _, ...scrub } = scrubCase(db, one);
  saveScrub(db, one.id, scrub);
  return scrub.scrubbedText !== one.scrubbedText;
}
