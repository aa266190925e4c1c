// What is owed to a case and its ticket, worked out by hand, each with the sentence it follows.
import { expect, it } from 'vitest';
import { followUpComment } from '../../../electron/core/compose/follow-up-comment.ts';
import { DEFAULT_POLICIES } from '../../../electron/core/follow-up/default-policies.ts';
import { dueStep } from '../../../electron/core/follow-up/escalation-steps.ts';
import { type Act, countdown, read, type Situation, ticket } from '../../support/clock-situations.ts';

const ACT = 'The goal is to either assign, reassign, or respond within 24 business hours.';
const ETA = 'Not received an ETA within 48 business hours: reach out through ZenHub to request an update.';
const PM = 'No status update by the end of the 48 business hours: escalate the issue to the PM.';
const ANSWER = 'A question of a team is answered within 24 hours.';
const SEND = 'What is escalated goes to its team as a ticket: 4 business hours.';

const queued = (hour: number): Act => [hour, 'request-status', { typed: false, arrivalIsNoted: true }];

it.each<Situation>([
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
  ['escalated on Friday at 17:00: Monday goes on', SEND, [[55, 'escalate']], 120, 'send', 'soon', 2],
])('%s (%s)', (_, _sentence, acts, hour, policy, state, left) => {
  expect(countdown(acts, hour, policy)).toEqual({ state, left });
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
