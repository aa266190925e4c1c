// What must stay: engineers need it and it is nobody's. Recognised first, because its digits look like an EDIPI or an
// SSN (domain facts, "Columns and numbers" and "Personal information here").
import type { Reading } from './reading.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Each with the signs without which it cannot match. */
const PROTECTED: readonly { readonly pattern: RegExp; readonly digits: number; readonly needs: RegExp }[] = [
  { pattern: /\[[A-Z][A-Z0-9 ]{1,24}\]/g, digits: 0, needs: /\[/ }, // our own placeholders
  { pattern: /\b(?:\d{2}-HRC-HD-\d{2}-\d{8}|HRC-HD-[A-Z]\d-\d{10})\b/gi, digits: 11, needs: /hrc-/i },
  { pattern: /\b(?:INC|SCTASK|CHG|RITM|PRB|REQ|TASK|CS)\d{7,8}\b/gi, digits: 7, needs: /[a-z]\d{7}/i },
  { pattern: /\b\d{6}-\d{6}\b/g, digits: 12, needs: /\d-\d/ }, // IRIS
  { pattern: /\bLCT-\d{6}\b/gi, digits: 6, needs: /t-\d/i },
  { pattern: /\b1[5-9]\d{8}\.\d{6}\b/g, digits: 16, needs: /\d\.\d/ }, // Slack timestamps
  {
    pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
    digits: 1,
    needs: /-[^-\n]{4}-[^-\n]{4}-/,
  },
  {
    pattern: /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?/g,
    digits: 12,
    needs: /\dT\d/,
  },
  { pattern: /\b(?:PVTI|PVT|I|IC)_[A-Za-z0-9_-]{8,40}\b/g, digits: 0, needs: /_/ }, // GitHub node ids
  { pattern: /<!-- tier3-desk:[0-9a-f-]{36} -->/g, digits: 1, needs: /<!--/ },
];

/** The spans of a text that no detector may touch. */
export function findProtected({ text, digits }: Reading): Span[] {
  const spans: Span[] = [];
  for (const { pattern, digits: least, needs } of PROTECTED) {
    if (digits < least || !needs.test(text)) continue;
    for (const match of text.matchAll(pattern)) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans.sort((a, b) => a.start - b.start);
}
