// When two reports are one case: the same record in two systems, or the same person again with the same problem.
import type { MaybeSame } from '../words/duplicate.ts';

/** The same person with the same problem this long after is a report of its own again, in ms. */
const AGAIN_MS = 14 * 86_400_000;

/** What a record number looks like in a text: figures and dashes, long enough not to be a date or a code. */
const RECORD = /(?<![\w-])(?=[\w-]*\d{5})[A-Za-z0-9][A-Za-z0-9-]{6,40}(?![\w-])/g;

/** Words of a text that may be record numbers of other cases; at most twenty. */
export function recordsNamed(text: string, own: string): string[] {
  return [...new Set(text.match(RECORD) ?? [])].filter((word) => word !== own).slice(0, 20);
}

/** Who reported, as one line that is the same however it was typed; null when the source does not say it clearly. */
export function personLine(hints: {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
}): string | null {
  const email = hints.email?.trim().toLowerCase();
  if (email?.includes('@')) return `email ${email}`;
  const phone = hints.phone?.replace(/\D/g, '').slice(-10);
  if (phone?.length === 10) return `phone ${phone}`;
  const name = hints.name?.toLowerCase().match(/\p{L}+/gu) ?? [];
  return name.length >= 2 ? `name ${name.sort().join(' ')}` : null;
}

/**
 * The case a new one is the same as, or null. `named` are cases whose record number it gives, `ofPerson` those of the same
 * person; both oldest first.
 */
export function sameCase(
  one: { readonly problem: string; readonly person: string | null; readonly receivedAt: number },
  named: readonly MaybeSame[],
  ofPerson: readonly MaybeSame[],
): string | null {
  const record = named.find(
    (other) => other.problem === one.problem || (one.person !== null && other.person === one.person),
  );
  const again = ofPerson.find(
    (other) => other.problem === one.problem && Math.abs(one.receivedAt - other.receivedAt) <= AGAIN_MS,
  );
  const found = record ?? again;
  return found === undefined ? null : (found.sameAs ?? found.id);
}
