// When two reports are one case: a record number that is named, or the same person again in the same words. Everything
// less is a question for the lead, and counts as a case of its own until it is answered.
import { SOURCE_TABLE, type Source } from '../domain/case.ts';
import type { MaybeSame } from '../domain/duplicate.ts';
import type { CaseId } from '../domain/ids.ts';

/** The same person with the same problem this long after is a report of its own again, in ms. */
export const AGAIN_MS = 14 * 86_400_000;

/** Share of the shorter text's words that the other must hold to be the same words. */
const LIKE = 0.6;

/** What a record number looks like in a text: figures and dashes, long enough not to be a date or a code. */
const RECORD = /(?<![\w-])(?=[\w-]*\d{5})[A-Za-z0-9][A-Za-z0-9-]{6,40}(?![\w-])/g;

/** Words of a text that may be record numbers of other cases; at most twenty. */
export function recordsNamed(text: string, own: string): string[] {
  return [...new Set(text.match(RECORD) ?? [])].filter((word) => word !== own).slice(0, 20);
}

export interface Person {
  /** One line that is the same however it was typed. */
  readonly line: string;
  /** False for a bare name, which many people share. */
  readonly isIdentified: boolean;
}

/** Who the report is about; null when the source does not say it. */
export function personOf(
  source: Source,
  hints: { readonly name?: string; readonly phone?: string; readonly email?: string },
): Person | null {
  if (SOURCE_TABLE[source].isWrittenByStaff) return null;
  const email = hints.email?.trim().toLowerCase();
  if (email?.includes('@')) return { line: `email ${email}`, isIdentified: true };
  const phone = hints.phone?.replace(/\D/g, '').slice(-10);
  if (phone?.length === 10) return { line: `phone ${phone}`, isIdentified: true };
  const name = hints.name?.toLowerCase().match(/\p{L}+/gu) ?? [];
  return name.length >= 2 ? { line: `name ${name.sort().join(' ')}`, isIdentified: false } : null;
}

export interface SameReport {
  readonly problem: string;
  /** Hash of the person's line. */
  readonly person: string | null;
  readonly isIdentified: boolean;
  /** UTC ms. */
  readonly receivedAt: number;
  readonly scrubbedText: string;
}

export interface Sameness {
  readonly id: CaseId;
  /** False where a person has to say. */
  readonly isSure: boolean;
  /** In words, for the lead; never a value of the person. */
  readonly because: string;
}

/**
 * The case a new one is the same as, or perhaps is; null when nothing speaks for one. `named` are cases whose record
 * number it gives, `ofPerson` those of the same person; both oldest first.
 */
export function sameCase(
  one: SameReport,
  named: readonly MaybeSame[],
  ofPerson: readonly MaybeSame[],
): Sameness | null {
  const whole = ({ id, sameAs }: MaybeSame) => sameAs ?? id;
  const isSamePerson = (other: MaybeSame) => one.isIdentified && other.person === one.person;
  const record = named.find((other) => other.problem === one.problem || isSamePerson(other));
  if (record !== undefined) return { id: whole(record), isSure: true, because: 'it names that record number' };
  const recent = ofPerson.filter(
    (other) => other.problem === one.problem && Math.abs(one.receivedAt - other.receivedAt) <= AGAIN_MS,
  );
  const again = one.isIdentified ? inSameWords(one.scrubbedText, recent) : undefined;
  if (again !== undefined)
    return { id: whole(again), isSure: true, because: 'the same person told the same in the same words' };
  const [perhaps] = recent;
  if (perhaps !== undefined) {
    const who = one.isIdentified ? 'the same person told' : 'a person of the same name told';
    return { id: whole(perhaps), isSure: false, because: `${who} of the same problem` };
  }
  const [mention] = named;
  return mention === undefined
    ? null
    : { id: whole(mention), isSure: false, because: 'it names that record number, with another problem' };
}

function inSameWords(scrubbedText: string, others: readonly MaybeSame[]): MaybeSame | undefined {
  const words = wordsOf(scrubbedText);
  return others.find((other) => isLike(words, wordsOf(other.scrubbedText)));
}

/** Words of a text without what was masked. */
function wordsOf(scrubbedText: string): ReadonlySet<string> {
  const plain = scrubbedText.replace(/\[[A-Z][A-Z0-9 ]{0,30}\]/g, ' ').toLowerCase();
  return new Set(plain.match(/\p{L}{3,}/gu) ?? []);
}

function isLike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  if (few.size === 0) return false;
  let shared = 0;
  for (const word of few) if (many.has(word)) shared += 1;
  return shared / few.size >= LIKE;
}
