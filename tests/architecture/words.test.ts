// Words that went: each was another name for what the glossary in electron/README.md calls otherwise.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const WENT: readonly (readonly [RegExp, string])[] = [
  [/\bOffice\b(?!:| hours)|\bback[- ]office\b|\bBackOffice\b|\bcreateBackOffice\b/, 'AppContext, backend'],
  [/\bletOut\b|\btakeVerdict\b|\bVerdictContext\b/, 'requireScrubbed, checkPii'],
  [/\bstandingOf\b|\bTimeStanding\b|\bTIME_STANDINGS\b/, 'SlaStatus, SlaState'],
  [/\bpost room\b|\bPostRoom\b/, 'sync'],
  [/\bReception\b|\bcreateReception\b/, 'Gateway'],
  [/\.poke\(|\bpoked\b|\bnext beat\b/, 'wake, tick'],
  [/\bBEAT_MS\b|\bbeatIn\b|\bPOKE_/, 'TICK, WAKE'],
  [/kind(:| ===) '(later|ambiguous)'|\bLater\b(?= \|)/, 'retryable, indeterminate'],
  [/\bWhereabouts\b/, 'IssueLocation, DeliveryStatus'],
  [/\blast gate\b|\bpassLastGate\b/i, 'outbound PII check'],
  [/\b(add|last)Departure\b|\bdepartures(Within)?\b/, 'send log'],
  [/\{ activityId \}|\bactivityId: actId\b/, 'actId'],
  [/\bsayProblem\b|\bsay(Queued|Marked)\b|\buseSayImported\b|\bsay-(queued|marked|imported)\b/, 'toast'],
  [/\bverdictContext\b/, 'piiCheckContext'],
  [/renderer\/(rooms|parts)\b|core\/words\b/, 'screens, components, core/domain'],
  [
    /\bshipped-(calendars|templates|policies|forms)\b|\bSHIPPED_(FORMS|CALENDARS|TEMPLATES|POLICIES|VIEWS|DIRECTORY)\b/,
    'default-…',
  ],
  [/\btellTwin\b|'twin'/, 'duplicate issue'],
  [/\bROOM_NAMES\b|\buseRoom\b|use-room\b|\bui\.room\b|"Rooms"/, 'SCREEN_NAMES, useScreen'],
  [/\bcountdown\??\.meaning\b|\bMeaningShape\b/, 'state of a countdown'],
  [/\bStandingRow\b|\b[sS]tandingWords\b|standing-words\b|TicketDraft\['standing'\]/, 'SlaState, ticket-words'],
  [/\bMEANING_NAMES\b|\bmeaningOf(Name|Values)\b|\bNEEDED: readonly Meaning\b/, 'ColumnRole'],
  [/'as shipped'|\bforms\.shipped\b/, 'default'],
  [/\bsync\.budget\b|\bBudget\b/, 'sentLately, rate limit'],
  [/\bmoveChangesSeldom\b/, 'checkpointSeldom'],
  [/\b(interface|type) Words\b/, 'what the words are'],
];
/** The names of offices and people are texts, not terms. */
const TEXTS = /core\/scrub\/|tests\/pii\/|\.json$/;

const files = ['electron', 'renderer', 'tests'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !TEXTS.test(name) && !name.endsWith('words.test.ts')),
);

it.each(WENT.map(([word, now]) => [now, word] as const))('%s: the old words are gone', (_now, word) => {
  const found = files.filter((file) => word.test(readFileSync(join(root, file), 'utf8')));
  expect(found).toEqual([]);
});
