// A quarter of a desk's life from a seed, put into its store the way the verbs do: cases that come in late, are asked about,
// answered from templates, sent to teams, asked back, closed, opened again, and undone.

import { sql } from 'drizzle-orm';
import type { CaseStatus, Source } from '../../electron/core/domain/case.ts';
import type { TicketId } from '../../electron/core/domain/ids.ts';
import { rawText } from '../../electron/core/domain/pii.ts';
import { SCRUBBER_VERSION } from '../../electron/core/scrub/find-pii.ts';
import { addActivity, newActId } from '../../electron/store/activity/activity.ts';
import { addCase, changeCase } from '../../electron/store/cases/cases.ts';
import type { Store } from '../../electron/store/opening/open.ts';
import { addTicket } from '../../electron/store/tickets/tickets.ts';
import { seeded } from '../bench/many-cases.ts';
import { DIRECTORY } from '../support/desk.ts';

const HOUR = 3_600_000;
const SOURCES: readonly Source[] = ['dynamics', 'servicenow', 'iris', 'salesforce', 'slack', 'sheet'];
const PROBLEMS = [
  'labs-missing',
  'message-not-sent',
  'refill-fails',
  'code-106',
  'code-801',
  'images',
  'vitals',
  'download',
  'allergies',
];
const TAGS = [
  'documentation-missing',
  'documentation-stale',
  'documentation-to-write',
  'by-documentation',
  'fixed-by-release',
  'fixed-by-configuration',
  'fixed-by-documentation',
];

/** Adds `count` cases received between two instants, UTC ms; nothing happens after `until`. */
export function addQuarter(
  store: Store,
  seed: number,
  count: number,
  [from, to]: readonly [number, number],
  until: number,
): void {
  const chance = seeded(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T;
  const perhaps = (share: number) => chance() < share;
  const teams = DIRECTORY.filter((team) => team.inScope).map((team) => team.label);
  store.transaction((db) => {
    for (let at = 0; at < count; at += 1) {
      const receivedAt = from + Math.floor(chance() * (to - from));
      const isLogged = perhaps(0.2);
      const source = isLogged ? 'typed' : pick(SOURCES);
      const isNotice = isLogged && perhaps(0.15);
      const isQuestion = !isNotice && perhaps(0.1);
      const importedAt = isLogged ? receivedAt : receivedAt + Math.floor(chance() * 30 * HOUR);
      const id = addCase(db, {
        source,
        reference: isNotice ? `release-${at}` : `quarter-${at}`,
        reportedAt: receivedAt,
        receivedAt,
        importedAt,
        rawText: rawText('Labs are missing'),
        reporter: null,
        hints: {},
        fields: source === 'sheet' ? [{ name: 'Resolved by documentation?', value: pick(['Yes', 'No', '']) }] : [],
        scrubbedTitle: 'Labs are missing',
        scrubbedText: 'Labs are missing',
        scrubbedArea: pick(['Medical Records', 'Medications, Refill', 'Secure Messaging', 'Sign-in', null]),
        scrubberVersion: SCRUBBER_VERSION,
        questions: 0,
        problem: isNotice
          ? null
          : isQuestion
            ? 'how-to'
            : perhaps(0.85)
              ? pick(PROBLEMS.slice(0, 1 + Math.floor(chance() * PROBLEMS.length)))
              : null,
        tags: perhaps(0.3) ? [pick(TAGS)] : [],
        spentMinutes: perhaps(0.3) ? 5 + Math.floor(chance() * 50) : null,
      });
      if (id === null) continue;
      let clock = importedAt;
      const later = (hours: number) => (clock += 1 + Math.floor(chance() * hours * HOUR));
      const act = (verb: string, fact?: unknown, actor = 'You') => {
        if (clock >= until) return false;
        addActivity(db, { at: clock, actor, caseId: id, verb, summary: verb, fact, undo: null, actId: newActId() });
        // Now and then the lead takes it back: it then counts nowhere.
        if (perhaps(0.03) && ['tag', 'pause', 'set-priority', 'set-eta'].includes(verb))
          db.run(sql`UPDATE activity SET undone_at = ${clock} WHERE case_id = ${id} AND verb = ${verb}`);
        return true;
      };
      act(isLogged ? 'log' : 'import');
      if (isNotice) {
        act('release-notice');
        later(120);
        if (perhaps(0.8)) act('review');
        continue;
      }
      if (perhaps(0.4)) {
        later(5);
        act('set-priority', { priority: pick(['critical', 'high', 'medium', 'low', null]) });
      }
      if (perhaps(0.25)) {
        later(20);
        act('pause', { reason: pick(['tier-2', 'hold']) });
        later(60);
        if (perhaps(0.85)) act('resume', {});
      }
      if (!isQuestion && perhaps(0.08)) continue;
      later(50);
      const decision = isQuestion
        ? ('respond' as const)
        : pick([
            'escalate',
            'escalate',
            'escalate',
            'respond',
            'respond',
            'reassign',
            'out-of-scope',
            'same-case',
          ] as const);
      const template = perhaps(0.6) ? { template: 't-1' } : undefined;
      if (!act(decision, decision === 'respond' ? template : undefined, perhaps(0.1) ? 'Desk' : 'You')) continue;
      let isTicketed = decision === 'escalate';
      let ticketId: TicketId | null = null;
      let status: CaseStatus = {
        escalate: 'escalated' as const,
        respond: 'responded' as const,
        reassign: 'reassigned' as const,
        'out-of-scope': 'out-of-scope' as const,
        'same-case': 'duplicate' as const,
      }[decision];
      if (!isTicketed && !isQuestion && decision !== 'same-case' && perhaps(0.1)) {
        later(100);
        if (act('escalate')) [isTicketed, status] = [true, 'escalated'];
      }
      const team = isTicketed && perhaps(0.95) ? pick(teams) : null;
      if (isTicketed && perhaps(0.9)) {
        later(6);
        act('queue-ticket');
        later(3);
        if (act('create-issue', undefined, 'Desk')) {
          status = 'ticketed';
          ticketId = addTicket(db, { team: team ?? '', repository: 'a/b', title: 'Labs', createdAt: clock });
        }
        let state = 'open';
        for (let step = Math.floor(chance() * 6); step > 0; step -= 1) {
          later(90);
          const verb = pick([
            'team-answered',
            'set-eta',
            'question-asked',
            'answer',
            'request-status',
            'escalate-pm',
            'pause',
            'resume',
          ]);
          const fact = {
            pause: { reason: pick(['tier-2', 'hold', 'release']) },
            resume: {},
            'set-eta': { etaAt: until },
            'request-status': { arrivalIsNoted: true },
          }[verb as 'pause'];
          act(verb, fact);
        }
        if (perhaps(0.7)) {
          later(400);
          if (act('ticket-closed', undefined, 'Desk')) state = 'closed';
          if (perhaps(0.15)) {
            later(100);
            if (act('ticket-reopened', undefined, 'Desk')) state = 'open';
            later(100);
            if (perhaps(0.8) && act('ticket-closed', undefined, 'Desk')) state = 'closed';
          }
        }
        if (ticketId !== null) db.run(sql`UPDATE tickets SET state = ${state} WHERE id = ${ticketId}`);
      }
      changeCase(db, id, { status, team, ticketId });
    }
  });
}
