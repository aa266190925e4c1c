// A lead's day, hour by hour: what is done, and the commands that do it.

export interface DayStep {
  readonly title: string;
  readonly text: string;
  /** Ids of commands, in the order one would use them. */
  readonly commands: readonly string[];
}

export const LEAD_DAY: readonly DayStep[] = [
  {
    title: 'Bring in what came overnight',
    text: 'Drop the exports onto the window. A record that came before is an update; what cannot be read is refused with its row and the reason. A call is logged in one line.',
    commands: ['import', 'log'],
  },
  {
    title: 'See what needs you now',
    text: 'My day is one list: outbox entries that wait for a decision, replies, teams that owe an answer, drafts, and what runs out of time.',
    commands: ['day', 'next', 'open'],
  },
  {
    title: 'Answer what the scrubber asks',
    text: 'Where it is not sure whether words are personal, they stay masked until you say. What it missed you mark yourself.',
    commands: ['queue', 'next-question', 'is-personal', 'not-personal', 'mark-words'],
  },
  {
    title: 'Decide each new case',
    text: 'It goes to a tool team, back to its call center, gets an answer, or is out of scope. Mark several and every act is for all of them.',
    commands: ['mark', 'escalate-suggested', 'escalate', 'reassign', 'respond', 'out-of-scope', 'undo'],
  },
  {
    title: 'Queue the tickets',
    text: 'The preview is what the team will read. A ticket stays in the outbox for some seconds; until it has left, Undo takes it back whole.',
    commands: ['preview', 'queue-ticket', 'outbox', 'sync'],
  },
  {
    title: 'Read what teams replied',
    text: 'Unread threads come first. Answer, call on people with @, and be done with the thread.',
    commands: ['replies', 'open', 'thread-done'],
  },
  {
    title: 'Keep the promises of time',
    text: 'Write down the ETA a team gives. Where none came in time the desk has the request ready; without an answer the product manager is next.',
    commands: ['tickets', 'ticket-time', 'ticket-ask', 'send-all'],
  },
  {
    title: 'Look for what many report',
    text: 'Five reports of one problem in thirty days are a trend: one ticket for all of them, and words for the agents.',
    commands: ['trends', 'trend-ticket', 'trend-known'],
  },
  {
    title: 'Close the day',
    text: 'Copy the report of the day for the stand-up, look at the month, lock the desk.',
    commands: ['copy-day', 'reports', 'lock'],
  },
];
