// Situations of the clock worked out by hand, each with the sentence it follows. Wednesday 28 October 2026, 10:00 Eastern, is
// hour 0; a business day has 24 hours. So hour 48 is Friday 10:00, and the weekend lies between hours 62 and 111:
// clocks go back on its Sunday.
import { expect, it } from 'vitest';
import { createCalendar } from '../../electron/core/clock/calendar.ts';
import { DEFAULT_CALENDARS } from '../../electron/core/clock/default-calendars.ts';
import { followUpComment } from '../../electron/core/compose/follow-up-comment.ts';
import { readCountdowns } from '../../electron/core/follow-up/countdown.ts';
import { DEFAULT_POLICIES } from '../../electron/core/follow-up/default-policies.ts';
import { dueStep } from '../../electron/core/follow-up/escalation-steps.ts';
import { readEvents } from '../../electron/core/follow-up/events.ts';

const START = Date.parse('2026-10-28T10:00-04:00');
const HOUR = 3_600_000;
const calendars = Object.fromEntries(Object.entries(DEFAULT_CALENDARS).map(([id, spec]) => [id, createCalendar(spec)]));
/** With the contact center's targets, which are shipped off. */
const rules = {
  policies: DEFAULT_POLICIES.map((one) => ({ ...one, on: true })),
  calendarOf: ({ calendar }: { calendar: string }) => calendars[calendar]!,
};

type Act = readonly [hour: number, verb: string, fact?: object];
const ACT = 'The goal is to either assign, reassign, or respond within 24 business hours.';
const ETA = 'Not received an ETA within 48 business hours: reach out through ZenHub to request an update.';
const PM = 'No status update by the end of the 48 business hours: escalate the issue to the PM.';
const ANSWER = 'A question of a team is answered within 24 hours.';
const HIGH = 'High, several users: first response in 4 hours, resolution in 48.';
const SEND = 'What is escalated goes to its team as a ticket: 4 business hours.';
const CENTER = 'Contact center: 48 business hours to a first answer, 48 hours, 7, 15 and 30 days to a resolution.';
const CRITICAL = 'Critical, patient safety: 1 hour and 24 hours, around the clock.';

const high: Act = [0, 'set-priority', { priority: 'high' }];
const ticket: Act = [2, 'create-issue'];
const queued = (hour: number): Act => [hour, 'request-status', { typed: false, arrivalIsNoted: true }];

const read = (acts: readonly Act[], hour: number) => {
  const rows = acts.map(([at, verb, fact]) => ({ verb, at: START + at * HOUR, fact: fact ?? null }));
  const events = readEvents(START, rows);
  return { events, countdowns: readCountdowns(events, rules, START + hour * HOUR) };
};

it.each<[situation: string, sentence: string, acts: Act[], at: number, policy: string, state: string, left: number]>([
  ['nothing done at 10 hours', ACT, [], 10, 'act', 'fine', 14],
  ['nothing done at 12 hours, half of the target', ACT, [], 12, 'act', 'soon', 12],
  ['nothing done at 20 hours, over four fifths', ACT, [], 20, 'act', 'due', 4],
  ['nothing done at 25 hours', ACT, [], 25, 'act', 'missed', -1],
  ['escalated to a team at 5: assigning is acting', ACT, [[5, 'escalate']], 30, 'act', 'met', 19],
  ['reassigned at 5', ACT, [[5, 'reassign']], 30, 'act', 'met', 19],
  ['answered at 5', ACT, [[5, 'respond']], 30, 'act', 'met', 19],
  ['decided an hour late stays missed', ACT, [[25, 'respond']], 30, 'act', 'missed', -1],
  [
    'waited for Tier 2 from 2 to 8',
    ACT,
    [
      [2, 'pause', { reason: 'tier-2' }],
      [8, 'resume'],
    ],
    10,
    'act',
    'fine',
    20,
  ],
  ['waits for Tier 2 still', ACT, [[2, 'pause', { reason: 'tier-2' }]], 40, 'act', 'paused', 22],
  ['no word for 47 hours of the ticket', ETA, [ticket], 49, 'eta', 'due', 1],
  ['no word for 49 hours', ETA, [ticket], 51, 'eta', 'missed', -1],
  ['an ETA at 20', ETA, [ticket, [20, 'set-eta']], 60, 'eta', 'met', 30],
  [
    'the team waits for our answer from 12 to 22',
    ETA,
    [ticket, [12, 'question-asked'], [22, 'answer']],
    32,
    'eta',
    'fine',
    28,
  ],
  ['the team waits for our answer still', ETA, [ticket, [12, 'question-asked']], 60, 'eta', 'paused', 38],
  [
    'waiting for our answer and for Tier 2 at once counts once',
    ETA,
    [ticket, [12, 'question-asked'], [14, 'pause', { reason: 'tier-2' }], [18, 'resume'], [22, 'answer']],
    32,
    'eta',
    'fine',
    28,
  ],
  [
    'the ticket is opened again: its ETA begins anew',
    ETA,
    [ticket, [20, 'ticket-closed'], [30, 'ticket-reopened']],
    40,
    'eta',
    'fine',
    38,
  ],
  [
    'asked at 10, arrived at 20: the wait begins at 20',
    PM,
    [ticket, queued(10), [20, 'status-arrived']],
    40,
    'pm',
    'fine',
    28,
  ],
  [
    'asked before the desk noted arrivals',
    PM,
    [ticket, [10, 'request-status', { typed: false }]],
    40,
    'pm',
    'soon',
    18,
  ],
  [
    'a status update at 30',
    PM,
    [ticket, queued(10), [10, 'status-arrived'], [30, 'team-answered']],
    60,
    'pm',
    'met',
    28,
  ],
  ['a question at 2', ANSWER, [ticket, [2, 'question-asked']], 10, 'answer', 'fine', 16],
  [
    'a second question does not restart it',
    ANSWER,
    [ticket, [2, 'question-asked'], [8, 'question-asked']],
    10,
    'answer',
    'fine',
    16,
  ],
  [
    'the answer waits for Tier 2',
    ANSWER,
    [
      [2, 'question-asked'],
      [4, 'pause', { reason: 'tier-2' }],
    ],
    40,
    'answer',
    'paused',
    22,
  ],
  ['high from receipt', HIGH, [high], 3, 'high-first', 'soon', 1],
  [
    'raised to high at 20: its targets start then',
    HIGH,
    [[20, 'set-priority', { priority: 'high' }]],
    21,
    'high-first',
    'fine',
    3,
  ],
  [
    'first response given before it was raised stays met',
    HIGH,
    [
      [3, 'escalate'],
      [20, 'set-priority', { priority: 'high' }],
    ],
    30,
    'high-first',
    'met',
    1,
  ],
  [
    'high said twice does not restart it',
    HIGH,
    [high, [3, 'set-priority', { priority: 'high' }]],
    3,
    'high-first',
    'soon',
    1,
  ],
  [
    'lowered from critical to high: counted from receipt',
    HIGH,
    [
      [0, 'set-priority', { priority: 'critical' }],
      [10, 'set-priority', { priority: 'high' }],
    ],
    12,
    'high-resolution',
    'fine',
    36,
  ],
  [
    'a pause before it was raised takes nothing off',
    HIGH,
    [
      [2, 'pause', { reason: 'hold' }],
      [6, 'resume'],
      [20, 'set-priority', { priority: 'high' }],
    ],
    21,
    'high-first',
    'fine',
    3,
  ],
  ['never a ticket, answered at 10: resolved', HIGH, [high, [10, 'respond']], 60, 'high-resolution', 'met', 38],
  [
    'never a ticket, out of scope at 10: resolved',
    HIGH,
    [high, [10, 'out-of-scope']],
    60,
    'high-resolution',
    'met',
    38,
  ],
  [
    'a reply while the ticket is open resolves nothing',
    HIGH,
    [high, ticket, [10, 'respond']],
    20,
    'high-resolution',
    'fine',
    28,
  ],
  ['closed at 20', HIGH, [high, ticket, [20, 'ticket-closed']], 60, 'high-resolution', 'met', 28],
  [
    'closed at 20 and opened again at 30: not resolved',
    HIGH,
    [high, ticket, [20, 'ticket-closed'], [30, 'ticket-reopened']],
    40,
    'high-resolution',
    'due',
    8,
  ],
  [
    'critical runs through the weekend',
    CRITICAL,
    [[80, 'set-priority', { priority: 'critical' }]],
    82,
    'critical-first',
    'missed',
    -1,
  ],
  ['escalated at noon, no ticket at 15:00', SEND, [[2, 'escalate']], 5, 'send', 'soon', 1],
  ['escalated at noon, no ticket in the evening', SEND, [[2, 'escalate']], 9, 'send', 'missed', -2],
  ['escalated at 17:00: the night does not count', SEND, [[7, 'escalate']], 23, 'send', 'soon', 2],
  [
    'its ticket is queued an hour later',
    SEND,
    [
      [2, 'escalate'],
      [3, 'queue-ticket'],
    ],
    30,
    'send',
    'met',
    3,
  ],
  [
    'sent to another center instead',
    SEND,
    [
      [2, 'escalate'],
      [4, 'reassign'],
    ],
    30,
    'send',
    'met',
    2,
  ],
  [
    'escalated, then waits for Tier 2',
    SEND,
    [
      [2, 'escalate'],
      [3, 'pause', { reason: 'tier-2' }],
    ],
    30,
    'send',
    'paused',
    3,
  ],
  [
    'escalated twice: counted from the first',
    SEND,
    [
      [2, 'escalate'],
      [4, 'escalate'],
    ],
    5,
    'send',
    'soon',
    1,
  ],
  ['no answer of the contact center at 40 hours', CENTER, [high], 40, 'center-high-first', 'due', 8],
  ['a week for High at the contact center', CENTER, [high, ticket], 48, 'center-high-resolution', 'fine', 120],
  [
    'two days for Urgent at the contact center',
    CENTER,
    [[0, 'set-priority', { priority: 'critical' }], ticket],
    49,
    'center-critical-resolution',
    'missed',
    -1,
  ],
  [
    'waits for Tier 2 over the weekend, back on Tuesday',
    ACT,
    [
      [20, 'pause', { reason: 'tier-2' }],
      [134, 'resume'],
    ],
    136,
    'act',
    'due',
    2,
  ],
  ['a ticket of Friday morning: the weekend does not count', ETA, [[40, 'create-issue']], 120, 'eta', 'soon', 17],
  [
    'the status request arrived late on Friday: two days from then, without the weekend',
    PM,
    [ticket, queued(55), [60, 'status-arrived']],
    120,
    'pm',
    'fine',
    37,
  ],
  ['a question at noon on Friday', ANSWER, [ticket, [50, 'question-asked']], 112, 'answer', 'soon', 11],
  ['answered 18 hours later', ANSWER, [ticket, [2, 'question-asked'], [20, 'answer']], 60, 'answer', 'met', 6],
  [
    'critical on Saturday: a day, not Monday',
    CRITICAL,
    [[80, 'set-priority', { priority: 'critical' }]],
    100,
    'critical-resolution',
    'due',
    4,
  ],
  ['escalated on Friday at 17:00: Monday goes on', SEND, [[55, 'escalate']], 120, 'send', 'soon', 2],
  [
    'waited for Tier 2 before the first answer',
    HIGH,
    [high, [1, 'pause', { reason: 'tier-2' }], [30, 'resume']],
    31,
    'high-first',
    'soon',
    2,
  ],
])('%s (%s)', (_, _sentence, acts, hour, policy, state, left) => {
  const found = read(acts, hour).countdowns.find((one) => one.policy === policy);
  expect({ state: found?.state, left: (found?.leftMinutes ?? 0) / 60 }).toEqual({ state, left });
});

it.each<[situation: string, acts: Act[], at: number, step: string | null]>([
  ['no ETA at 49 hours: ask the team', [ticket], 52, 'request-status'],
  ['asked, not arrived: neither again nor the product manager', [ticket, queued(51)], 61, null],
  [
    'asked and arrived, 48 hours without a word: the product manager',
    [ticket, queued(10), [10, 'status-arrived']],
    59,
    'escalate-pm',
  ],
  ['the team waits for our answer: no step', [ticket, [40, 'question-asked']], 60, null],
  ['an ETA: no step', [ticket, [40, 'set-eta']], 60, null],
])('the next step: %s', (_, acts, hour, step) => {
  const { events, countdowns } = read(acts, hour);
  expect(dueStep(countdowns, events)).toBe(step);
});

it('owes no ticket for a report that went onto an open one, and keeps the contact center off until it is wanted', () => {
  const { countdowns } = read([[2, 'escalate', { onTicket: true }]], 30);
  expect(countdowns.find(({ policy }) => policy === 'send')).toBeUndefined();
  expect(DEFAULT_POLICIES.filter(({ on }) => !on).every(({ id }) => id.startsWith('center-'))).toBe(true);
});

it('asks no "@" where a team has no product manager', () => {
  const words = {
    assignees: [],
    productManager: '',
    waited: '48 business hours',
    etaAt: null,
    now: 0,
    references: ['26-1'],
  };
  expect(followUpComment('escalate-pm', words).text).toMatch(/^This ticket has had no answer for 48 business hours/);
});
