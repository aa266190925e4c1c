// A desk with many cases, the same ones every time: what they say is put together from words of the samples' kind, and they
// go into the store the way an import puts them there, but for the scrubbing (invented texts hold nothing personal).

import { titleFrom } from '../../electron/core/compose/ticket-draft.ts';
import type { Source } from '../../electron/core/domain/case.ts';
import { rawText } from '../../electron/core/domain/pii.ts';
import { readProblem } from '../../electron/core/route/read-problem.ts';
import { SCRUBBER_VERSION } from '../../electron/core/scrub/find-pii.ts';
import { addActivity, newActId } from '../../electron/store/activity/activity.ts';
import { addCase, changeCase } from '../../electron/store/cases/cases.ts';
import type { Store } from '../../electron/store/opening/open.ts';
import { DIRECTORY } from '../support/desk.ts';

const SOURCES: readonly Source[] = ['dynamics', 'iris', 'salesforce', 'slack', 'servicenow', 'sheet'];
const WHAT = [
  'Blue Button report does not download',
  'Secure message cannot be sent',
  'Lab results are missing',
  'Prescription refill shows an error',
  'Radiology images do not open',
  'Travel pay claim is stuck',
  'Sign in with ID.me loops back',
  'Health summary is empty',
  'Appointment list does not load',
  'Vitals page is blank',
  'Direct deposit page times out',
  'Allergies are listed twice',
];
const WHERE = ['on an iPhone', 'in Chrome', 'in Edge', 'on a tablet', 'in Safari', 'in the mobile app', 'in Firefox'];
const WHEN = [
  'since Monday',
  'after the release',
  'for two weeks',
  'this morning',
  'every evening',
  'since the outage',
];
const MORE = [
  'cleared the cookies and tried again',
  'the page says please try later',
  'a second browser shows the same',
  'it worked last month',
  'error code 504 on the screen',
  'the spinner never stops',
  'signed out and in twice',
];
const HOUR_MS = 3_600_000;

/** A plain generator of chance: the same numbers from the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Adds `count` cases up to `now` (UTC ms), half of them undecided, spread over sixty days. */
export function addManyCases(store: Store, count: number, now: number, seed = 2026): void {
  const chance = seeded(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T;
  const teams = DIRECTORY.filter((team) => team.inScope).map((team) => team.label);
  store.transaction((db) => {
    for (let at = 0; at < count; at += 1) {
      const text = `${pick(WHAT)} ${pick(WHERE)} ${pick(WHEN)}; ${pick(MORE)}, ${pick(MORE)}. Build ${Math.floor(chance() * 9000) + 1000}.`;
      const receivedAt = now - Math.floor(chance() * 60 * 24 * HOUR_MS * chance());
      const id = addCase(db, {
        source: pick(SOURCES),
        reference: `bench-${String(at).padStart(6, '0')}`,
        reportedAt: receivedAt,
        receivedAt,
        importedAt: receivedAt,
        rawText: rawText(text),
        reporter: null,
        hints: {},
        fields: [],
        scrubbedTitle: titleFrom(text),
        scrubbedText: text,
        scrubbedArea: null,
        scrubberVersion: SCRUBBER_VERSION,
        questions: 0,
        problem: readProblem(text, null).problem?.id ?? null,
        tags: at % Math.ceil(count / 500) === 0 ? ['batch'] : [],
      });
      if (id === null || chance() < 0.5) continue;
      const verb = pick(['escalate', 'reassign', 'respond'] as const);
      const team = verb === 'escalate' ? pick(teams) : null;
      const status = verb === 'escalate' ? 'escalated' : verb === 'reassign' ? 'reassigned' : 'responded';
      changeCase(db, id, { status, team });
      const undo = { kind: 'triage', status: 'undecided', team: null } as const;
      const decidedAt = Math.min(now, receivedAt + Math.floor(chance() * 20) * HOUR_MS);
      addActivity(db, { at: decidedAt, actor: 'You', caseId: id, verb, summary: verb, undo, actId: newActId() });
    }
  });
}
