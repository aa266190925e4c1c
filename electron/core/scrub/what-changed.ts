// What a newer scrubber masks that an older one did not, and the other way round, told by kinds and never by values.

import { PII_TYPE_LIST, PII_TYPES, type PiiType } from '../domain/pii.ts';
import { keysOf } from '../domain/records.ts';

export interface ScrubChange {
  readonly more: Readonly<Partial<Record<PiiType, number>>>;
  readonly fewer: Readonly<Partial<Record<PiiType, number>>>;
}

const BY_WORD = new Map<string, PiiType>(PII_TYPE_LIST.map((type) => [type.replace(/_/g, ' '), type]));

/** Compares two scrubs of one text by their placeholders. */
export function whatChanged(before: string, after: string): ScrubChange {
  const [old, now] = [countPlaceholders(before), countPlaceholders(after)];
  const more: Partial<Record<PiiType, number>> = {};
  const fewer: Partial<Record<PiiType, number>> = {};
  for (const type of PII_TYPE_LIST) {
    const by = (now.get(type) ?? 0) - (old.get(type) ?? 0);
    if (by > 0) more[type] = by;
    if (by < 0) fewer[type] = -by;
  }
  return { more, fewer };
}

/** "masked 2 more (name, phone), 1 no longer (age)", or that only places moved. */
export function describeChange({ more, fewer }: ScrubChange): string {
  const part = (counts: ScrubChange['more'], words: string) => {
    const kinds = keysOf(counts);
    const total = kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
    return total === 0 ? [] : [`${total} ${words} (${kinds.map((kind) => PII_TYPES[kind]).join(', ')})`];
  };
  const parts = [...part(more, 'more masked'), ...part(fewer, 'no longer masked')];
  return parts.length === 0 ? 'other words masked' : parts.join(', ');
}

function countPlaceholders(scrubbed: string): Map<PiiType, number> {
  const counts = new Map<PiiType, number>();
  for (const [, word = ''] of scrubbed.matchAll(/\[([A-Z][A-Z0-9 ]*?)(?: \d+)?\]/g)) {
    const type = BY_WORD.get(word);
    if (type !== undefined) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
}
