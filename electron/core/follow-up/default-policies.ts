// The policies of a new desk: the five of the Call Center's rules of engagement, and the targets by priority of the
// current Tier 3 outline.
import { NUDGE_DAYS, REVIEW_DAYS } from '../compose/release-notice.ts';
import type { Policy, Priority } from '../domain/obligation.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
const PLAIN = {
  priority: null,
  calendar: 'business-days',
  soonAt: 0.5,
  dueAt: 0.8,
  whenMissed: 'alert',
  on: true,
} as const;

function byPriority(
  priority: Priority,
  calendar: string,
  firstMinutes: number,
  resolutionMinutes: number,
): readonly Policy[] {
  const name = priority[0]?.toUpperCase() + priority.slice(1);
  const shared = { ...PLAIN, priority, calendar, start: 'received' } as const;
  return [
    {
      ...shared,
      id: `${priority}-first`,
      name: `${name}: first response`,
      stop: ['decided'],
      pausedBy: ['tier-2', 'hold'],
      targetMinutes: firstMinutes,
    },
    {
      ...shared,
      id: `${priority}-resolution`,
      name: `${name}: resolution`,
      stop: ['closed'],
      pausedBy: ['tier-2', 'hold', 'release'],
      targetMinutes: resolutionMinutes,
    },
  ];
}

/**
 * The contact center's own targets: "48 business hours for all" to a first answer, and 48 hours, 7, 15 and 30 days to a
 * resolution by Urgent, High, Medium and Low; "miss: the product manager at once". Off until the lead wants them.
 */
const CONTACT_CENTER: readonly Policy[] = (
  [
    ['critical', 'Urgent', 48 * HOUR],
    ['high', 'High', 7 * DAY],
    ['medium', 'Medium', 15 * DAY],
    ['low', 'Low', 30 * DAY],
  ] as const
).flatMap(([priority, name, targetMinutes]) => {
  const shared = { ...PLAIN, priority, start: 'received', on: false } as const;
  return [
    {
      ...shared,
      id: `center-${priority}-first`,
      name: `Contact center, ${name}: first answer`,
      stop: ['decided'],
      pausedBy: ['tier-2', 'hold'],
      targetMinutes: 48 * HOUR,
    },
    {
      ...shared,
      id: `center-${priority}-resolution`,
      name: `Contact center, ${name}: resolution`,
      stop: ['closed'],
      pausedBy: ['tier-2', 'hold', 'release'],
      targetMinutes,
      whenMissed: 'escalate-pm',
    },
  ] satisfies Policy[];
});

export const DEFAULT_POLICIES: readonly Policy[] = [
  /** "The goal is to either assign, reassign, or respond within 24 business hours." */
  {
    ...PLAIN,
    id: 'act',
    name: 'Act',
    start: 'received',
    stop: ['decided'],
    pausedBy: ['tier-2', 'hold'],
    targetMinutes: 24 * HOUR,
  },
  /**
   * Escalating sends nothing yet: until its ticket is open the team knows nothing, and the team's clocks do not run.
   */
  {
    ...PLAIN,
    id: 'send',
    name: 'Send the ticket',
    calendar: 'office-hours',
    start: 'escalated',
    stop: ['ticket-queued', 'ticket-opened', 'closed'],
    pausedBy: ['tier-2', 'hold'],
    targetMinutes: 4 * HOUR,
  },
  /** "If … has not received an ETA … within 48 business hours, … reach out through ZH to request an update." */
  {
    ...PLAIN,
    id: 'eta',
    name: 'ETA',
    start: 'ticket-opened',
    stop: ['eta-given', 'team-answered', 'closed'],
    pausedBy: ['release', 'tier-2', 'answer'],
    targetMinutes: 48 * HOUR,
    whenMissed: 'request-status',
  },
  /** A release notice sent out has no ETA: "nudge after five" business days without an answer. */
  {
    ...PLAIN,
    id: 'nudge',
    name: 'Release answer',
    start: 'notice-opened',
    stop: ['eta-given', 'team-answered', 'closed'],
    pausedBy: ['release', 'tier-2', 'answer'],
    targetMinutes: NUDGE_DAYS * DAY,
    whenMissed: 'request-status',
  },
  /**
   * "If there has been no status update by the end of the 48 business hours, … escalate the issue to the PM." Read as
   * 48 after the request has arrived; the strict reading starts with the ticket.
   */
  {
    ...PLAIN,
    id: 'pm',
    name: 'PM escalation',
    start: 'status-requested',
    stop: ['eta-given', 'team-answered', 'closed'],
    pausedBy: ['release', 'tier-2', 'answer'],
    targetMinutes: 48 * HOUR,
    whenMissed: 'escalate-pm',
  },
  /** A team's question is answered within 24 hours. */
  {
    ...PLAIN,
    id: 'answer',
    name: 'Answer',
    start: 'question-asked',
    stop: ['answered', 'closed'],
    pausedBy: ['tier-2'],
    targetMinutes: 24 * HOUR,
  },
  /** A release notice is reviewed within three business days. */
  {
    ...PLAIN,
    id: 'review',
    name: 'Release review',
    start: 'release-noticed',
    stop: ['reviewed', 'closed'],
    pausedBy: [],
    targetMinutes: REVIEW_DAYS * DAY,
  },
  ...byPriority('critical', 'always', HOUR, 24 * HOUR),
  ...byPriority('high', 'business-days', 4 * HOUR, 48 * HOUR),
  ...byPriority('medium', 'business-days', 8 * HOUR, 5 * DAY),
  ...byPriority('low', 'business-days', 24 * HOUR, 10 * DAY),
  ...CONTACT_CENTER,
];
