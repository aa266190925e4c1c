// The targets of a priority, for Tier 3 and for the contact center, worked out by hand, each with the sentence it follows.
import { expect, it } from 'vitest';
import { type Act, countdown, type Situation, ticket } from '../../support/clock-situations.ts';

const HIGH = 'High, several users: first response in 4 hours, resolution in 48.';
const CENTER = 'Contact center: 48 business hours to a first answer, 48 hours, 7, 15 and 30 days to a resolution.';
const CRITICAL = 'Critical, patient safety: 1 hour and 24 hours, around the clock.';

const high: Act = [0, 'set-priority', { priority: 'high' }];

it.each<Situation>([
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
    'critical on Saturday: a day, not Monday',
    CRITICAL,
    [[80, 'set-priority', { priority: 'critical' }]],
    100,
    'critical-resolution',
    'due',
    4,
  ],
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
  expect(countdown(acts, hour, policy)).toEqual({ state, left });
});
