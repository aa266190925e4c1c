// What the source's own columns gave of the reporter, looked for in the text in the forms people use.
import type { Finding, PiiType } from '../words/pii.ts';
import { NOT_A_NAME } from './not-a-name.ts';

/** Column values of the person who reported. */
export interface Hints {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv|v|mr|mrs|ms|dr)$/;
const SHORTEST_NAME = 3;

/** Spans of the text that repeat a hint: any part of the name as a word, the phone's digits however set, the email's local part. */
export function findHints(text: string, hints: Hints): Finding[] {
  const findings: Finding[] = [];
  const search = (type: PiiType, pattern: RegExp, detector: string, confidence: number) => {
    for (const match of text.matchAll(pattern)) {
      findings.push({ start: match.index, end: match.index + match[0].length, type, confidence, detector });
    }
  };
  const parts = (hints.name ?? '')
    .split(/[\s,."()]+/)
    .filter((part) => part.length >= SHORTEST_NAME && !SUFFIX.test(part.toLowerCase()));
  for (const part of parts) {
    const confidence = NOT_A_NAME.has(part.toLowerCase()) ? 0.5 : 0.97;
    search(
      'NAME',
      new RegExp(`(?<![\\p{L}\\p{N}])${literally(part)}(?![\\p{L}\\p{N}])`, 'giu'),
      'source-name',
      confidence,
    );
  }
  const digits = (hints.phone ?? '')
    .replace(/(?:ext|x).*$/i, '')
    .replace(/\D/g, '')
    .slice(-10);
  if (digits.length === 10)
    search('PHONE', new RegExp([...digits].join('[^\\p{L}\\p{N}]{0,3}'), 'gu'), 'source-phone', 0.99);
  const local = (hints.email ?? '').split(/@| at /)[0]?.trim() ?? '';
  if (local.length >= SHORTEST_NAME)
    search(
      'EMAIL',
      new RegExp(`(?<![\\p{L}\\p{N}])${literally(local)}(?![\\p{L}\\p{N}])`, 'giu'),
      'source-email',
      0.95,
    );
  return findings;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
