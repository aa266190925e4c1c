// A report is scrubbed once for all desks that would get the exact same result: those with the same scrubber and the
// same rules, as long as no reviewer has decided anything about it. Every other desk scrubs it on its own; and whatever
// leaves is checked on the desk from which it leaves.
import { v5 as uuidOf } from 'uuid';
import { SCRUBBER_VERSION } from '../../core/scrub/find-pii.ts';
import type { ToldScrub } from '../../core/team/changes.ts';
import type { Scrub } from '../../store/cases/case-scrubs.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import type { Db } from '../../store/db.ts';
import type { caseRow } from '../../store/team/team-rows.ts';

const NAMESPACE = '5b1e7a52-8c0e-4a3f-9d1c-2f6f0f6f1b7a';

/** Identifies this desk's rules: equal for equal rules, without revealing any of them. */
export function nameOfRules(db: Db): string {
  const rules = listRules(db)
    .map(({ id: _, createdAt: __, ...rule }) => JSON.stringify(rule))
    .sort();
  return uuidOf(JSON.stringify(rules), NAMESPACE);
}

/** Null if another desk has to scrub the case on its own. */
export function scrubToTell(
  {
    scrubbedText: text,
    scrubbedTitle: title,
    scrubberVersion: version,
    questions,
  }: NonNullable<ReturnType<typeof caseRow>>,
  rules: string,
  isReviewed: boolean,
): ToldScrub | null {
  return isReviewed || questions === null ? null : { text, title, version, questions, rules };
}

/** The shared scrub, if this desk would get the same result; else null. */
export function sameScrub(told: ToldScrub | null, rules: string): Scrub | null {
  if (told === null || told.version !== SCRUBBER_VERSION || told.rules !== rules) return null;
  return {
    scrubbedText: told.text,
    scrubbedTitle: told.title,
    scrubberVersion: told.version,
    questions: told.questions,
  };
}
