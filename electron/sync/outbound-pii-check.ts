// The outbound PII check: the exact bytes that are about to leave are checked once more. A finding blocks the entry and
// is named by kind and place, never by value.

import { PII_TYPES, type ScrubbedText } from '../core/domain/pii.ts';
import { keysOf } from '../core/domain/records.ts';
import { checkPii, type PiiCheckContext } from '../core/scrub/pii-check.ts';

export type OutboundCheck<T> =
  | { readonly open: true; readonly texts: T }
  | { readonly open: false; readonly reason: string };

/** Checks named texts; all of them must be clean. */
export function checkOutbound<K extends string>(
  texts: Readonly<Record<K, string>>,
  context: PiiCheckContext,
): OutboundCheck<Record<K, ScrubbedText>> {
  const clean = {} as Record<K, ScrubbedText>;
  for (const place of keysOf(texts)) {
    const piiCheck = checkPii(texts[place], context);
    if (!piiCheck.clean) {
      const kinds = [...new Set(piiCheck.findings.map((finding) => PII_TYPES[finding.type]))].join(', ');
      return { open: false, reason: `Blocked: ${kinds} in the ${place}. Nothing was sent.` };
    }
    clean[place] = piiCheck.text;
  }
  return { open: true, texts: clean };
}
