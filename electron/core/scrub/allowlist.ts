// What must stay: engineers need it and it is nobody's. Recognised first, because its digits look like an EDIPI or an
// SSN (domain facts, "Columns and numbers" and "Personal information here").
import { SERVICENOW_PREFIXES, SOURCE_TABLE } from '../domain/case.ts';
import { type Finding, PII_TYPE_LIST } from '../domain/pii.ts';
import { type CuedPattern, type NumberPattern, type Pattern, runPatterns } from './detector.ts';
import type { Tokens } from './tokens.ts';

/** What is kept is found like what is masked, and told apart by this. */
export const KEEP = 'keep';

/** What is kept by one of its words: looked for only where a cue stands. @param cues lowercase words, a space between them */
export const keepPhrase = (name: string, cues: string, pattern: RegExp): CuedPattern => ({
  type: 'OTHER',
  name: `${KEEP}-${name}`,
  confidence: 1,
  cues: cues.split(' '),
  pattern,
});
const keep = (name: string, pattern: RegExp): Pattern => ({
  type: 'OTHER',
  name: `${KEEP}-${name}`,
  confidence: 1,
  pattern,
});

/** The codes of signing in (electron/core/route/error-codes.ts), which are the first thing an engineer asks for. */
const CODES = '(?:00[1-9]|10[1-8]|11[0-2]|20[1-3]|80[1-5])';
/** Not the start of a longer number. */
const ALONE = '\\b(?![-. )/]?\\d)';

/** Record numbers of a help desk as its source declares them, whole, in any letter case. */
const recordNumber = (source: 'dynamics' | 'servicenow' | 'iris', flags: 'iy' | 'gi') =>
  keep(`record-${source}`, new RegExp(`\\b(?:${SOURCE_TABLE[source].recordNumber.source})\\b`, flags));

export const PROTECTED_AT_CUES: readonly CuedPattern[] = [
  { ...recordNumber('servicenow', 'iy'), cues: SERVICENOW_PREFIXES.map((prefix) => prefix.toLowerCase()) },
  { ...keep('servicenow-other', /(?:CHG|PRB|TASK|KB)\d{7,8}\b/iy), cues: 'chg prb task kb'.split(' ') },
  { ...keep('defect', /VEBT-\d{2,6}\b/iy), cues: ['vebt'] },
  { ...keep('lct', /LCT-\d{6}\b/iy), cues: ['lct'] },
  { ...keep('app-code', /(?:SM|MHV|VAOS|AUTH)[-_]?\d{2,4}\b(?!-\d)/iy), cues: 'sm mhv vaos auth'.split(' ') },
  { ...keep('law', /U\.S\.C\.?(?!\w)/y), cues: ['u'] },
  { ...keep('node-id', /(?:PVTI|PVT|I|IC)_(?!\d{3}-)[A-Za-z0-9_-]{8,40}\b/y), cues: ['pvti', 'pvt', 'i', 'ic'] },
];

export const PROTECTED_NUMBERS: readonly NumberPattern[] = [
  {
    ...keep(
      'error-number',
      new RegExp(`(?<=\\b(?:error|err)(?: ?(?:code|number|no\\.?))?[ :#=]{0,3})\\d{3}${ALONE}`, 'iy'),
    ),
    runs: [3],
  },
  {
    ...keep(
      'sign-in-code',
      new RegExp(
        `(?<=(?<!(?:security|verification|access|area|zip|country|card|door|time) )\\bcode[ :#=]{1,3}|\\ba number )${CODES}${ALONE}`,
        'iy',
      ),
    ),
    runs: [3],
  },
  { ...keep('code-at-sign-in', new RegExp(`${CODES}(?= (?:at|on|when|after|during) (?:sign|log))`, 'iy')), runs: [3] },
  /** With a digit or two left out. */
  { ...keep('record-short', /\d{2}-HRC-[A-Z]{2}-\d{2}-\d{6,7}\b/iy), runs: [2] },
  { ...recordNumber('iris', 'iy'), runs: [6] },
  /** Why a sign-in failed, in the address of the page that says so; a code that signs somebody in is longer. */
  { ...keep('sign-in-error', /(?<=[?&]code=)\d{3}(?!\w)/iy), runs: [3] },
  { ...keep('slack-time', /1[5-9]\d{8}\.\d{6}\b/y), runs: [10] },
  { ...keep('iso-time', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?/y), runs: [4] },
];

const KINDS = PII_TYPE_LIST.map((type) => type.replace(/_/g, ' ')).join('|');
const PLACEHOLDER = keep('placeholder', new RegExp(`\\[(?:${KINDS})(?: \\d{1,3})?\\]`, 'g'));
const UUID = keep('uuid', /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi);
/** Machines of the site itself: vets-api-worker-7, vets-api-web-6d8f9c7b5d-x2x9z. */
const SERVER = keep(
  'server',
  /\bvets-(?:api|website)-(?:web|worker|server|sidekiq|job|cron|clamav|prod|staging|sandbox|dev)(?:-[a-z0-9]{1,10}){0,2}(?![\w-])/g,
);
/** By two letters of its queue, so that no list of cues would do. */
const DYNAMICS = recordNumber('dynamics', 'gi');
const MARKER = keep('marker', /<!-- tier3-desk:[0-9a-f-]{36} -->/g);

/** Numbers of records and hashes that no detector may touch, besides those found at their cues and numbers. */
export function findProtected({ text, digits }: Tokens): Finding[] {
  const found = text.includes('[') ? runPatterns(text, [PLACEHOLDER]) : [];
  if (digits > 0 && hasUuidDashes(text)) found.push(...runPatterns(text, [UUID]));
  if (text.includes('HRC-') || text.includes('hrc-')) found.push(...runPatterns(text, [DYNAMICS]));
  if (text.includes('vets-')) found.push(...runPatterns(text, [SERVER]));
  if (text.includes('<!--')) found.push(...runPatterns(text, [MARKER]));
  return found;
}

/** Two dashes five signs apart, as in every UUID and hardly elsewhere: spares the longer look. */
function hasUuidDashes(text: string): boolean {
  for (let at = text.indexOf('-'); at !== -1; at = text.indexOf('-', at + 1)) if (text[at + 5] === '-') return true;
  return false;
}
