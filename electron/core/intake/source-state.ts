// What a source says of the state and the priority of its record, in its own words, and what that means here.
import type { Priority } from '../domain/obligation.ts';

export type SourceState = 'open' | 'resolved';

/** Ends of a record: ServiceNow (6 Resolved, 7 Closed, 8 Canceled), Dynamics (Problem Solved, Information Provided), IRIS, Salesforce. */
const RESOLVED =
  /^(?:[678]\b.*|(?:case |incident |ticket )?(?:resolved|closed|solved|completed?|cancell?ed|done|fixed|merged|duplicate|withdrawn|rejected|answered)\b.*|problem solved|information provided|closed[ -].*)$/i;

/** Null where the source says nothing. */
export function sourceStateOf(status: string | null): SourceState | null {
  if (status === null) return null;
  return RESOLVED.test(status.trim().slice(0, 60)) ? 'resolved' : 'open';
}

/** "1 - Critical", "2-High", "P3", "Moderate": the number decides where a word does not. */
const WORDS: readonly (readonly [RegExp, Priority])[] = [
  [/critical|urgent|emergency|patient safety|highest|blocker/i, 'critical'],
  [/high|major/i, 'high'],
  [/medium|moderate|normal|standard/i, 'medium'],
  [/low|minor|planning|trivial/i, 'low'],
];
const NUMBERS: Readonly<Record<string, Priority>> = { 1: 'critical', 2: 'high', 3: 'medium', 4: 'low', 5: 'low' };

/** Null where the source says nothing that is known. */
export function sourcePriorityOf(priority: string | null): Priority | null {
  if (priority === null || priority.length > 60) return null;
  const word = WORDS.find(([pattern]) => pattern.test(priority));
  if (word !== undefined) return word[1];
  const [, number] = /^(?:p|sev(?:erity)?)?\s?-?([1-5])\b/i.exec(priority.trim()) ?? [];
  return number === undefined ? null : (NUMBERS[number] ?? null);
}
