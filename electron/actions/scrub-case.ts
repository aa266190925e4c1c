// The scrub of one case as the store has it: what was found, what a person made of it, and the words that remain.
import { saveScrub } from '../store/case-scrubs.ts';
import type { StoredCase } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import { listRules } from '../store/desk-rules.ts';
import { listDecisions } from '../store/review.ts';
import { type CaseScrub, scrubText } from './scrub-words.ts';

/** The scrub of a case that is in the store, as of now. */
export function scrubCase(db: Db, one: Pick<StoredCase, 'id' | 'rawText' | 'hints'>): CaseScrub {
  return scrubText(one.rawText, one.hints, listDecisions(db, one.id), listRules(db));
}

/** Scrubs a case anew and keeps the outcome; true when its words changed. */
export function rescrubCase(db: Db, one: StoredCase): boolean {
  const { findings: _, ...scrub } = scrubCase(db, one);
  saveScrub(db, one.id, scrub);
  return scrub.scrubbedText !== one.scrubbedText;
}
