// Makes electron/core/trends/common-words.json: everyday English words in order of frequency, so that likeness of reports
// hears "allergy" before "anything". Run by hand when the source changes: node resources/words/make-common-words.ts
// Source: @zxcvbn-ts/language-en (MIT), whose list is ranked by use.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words rarer than this weigh full. */
const RANKS = 8_000;
const ROOT = join(import.meta.dirname, '..', '..');

const ranked: string[] = JSON.parse(
  readFileSync(join(ROOT, 'node_modules', '@zxcvbn-ts', 'language-en', 'src', 'commonWords.json'), 'utf8'),
);
const words = ranked.slice(0, RANKS).filter((word) => /^[a-z]{3,}$/.test(word));
writeFileSync(
  join(ROOT, 'electron', 'core', 'trends', 'common-words.json'),
  `${JSON.stringify({ words: words.join(' ') })}\n`,
);
