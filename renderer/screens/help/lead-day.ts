// A lead's day, hour by hour: what is done, and the commands that do it.

export interface DayStep {
  readonly title: string;
  readonly text: string;
  /** Ids of commands, in the order one would use them. */
  readonly commands: readonly string[];
}

export const LEAD_DAY: readonly DayStep[] = [
  {
    title: 'Import what came in overnight',
    text: 'Drop the exports onto the window. A known record is updated; a row that cannot be read is refused with the reason. A call is logged in one line.',
    commands: ['import', 'log'],
  },
  {
    title: 'See what needs you now',
    text: 'My day is one list: outbox entries that need a decision, replies, teams that owe an answer, drafts, and cases running out of time.',
    commands: ['day', 'next', 'open'],
  },
  {
    title: 'Answer the scrubber’s questions',
    text: 'Text it is not sure about stays masked until you decide. Mark what it missed yourself.',
    commands: ['queue', 'next-question', 'is-personal', 'not-personal', 'mark-words'],
  },
  {
    title: 'Decide each new case',
    text: 'Escalate it to a tool team, reassign it to its call center, answer it, or mark it out of scope. Mark several cases to decide all of them at once.',
    commands: ['mark', 'escalate-suggested', 'escalate', 'reassign', 'respond', 'out-of-scope', 'undo'],
  },
  {
    title: 'Queue the tickets',
    text: 'The preview is what the team will read. A ticket stays in the outbox for a few seconds; until it leaves, Undo reverts it completely.',
    commands: ['preview', 'queue-ticket', 'outbox', 'sync'],
  },
  {
    title: 'Read what teams replied',
    text: 'Unread threads come first. Answer, mention people with @, and mark the thread as done.',
    commands: ['replies', 'open', 'thread-done'],
  },
  {
    title: 'Keep to the time targets',
    text: 'Record the ETA a team gives. If none came in time, the desk has a request ready; without an answer, the product manager is next.',
    commands: ['tickets', 'ticket-time', 'ticket-ask', 'send-all'],
  },
  {
    title: 'Look for trends',
    text: 'Enough reports of one problem are a trend: one ticket for all of them, and guidance for agents.',
    commands: ['trends', 'trend-ticket', 'trend-known'],
  },
  {
    title: 'Close the day',
    text: 'Copy the report of the day for the stand-up, check the month, lock the desk.',
    commands: ['copy-day', 'reports', 'lock'],
  },
];
