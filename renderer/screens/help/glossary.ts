// The terms on the screens, as one would explain them to a new colleague. electron/README.md has the terms of the code.

export const GLOSSARY: readonly (readonly [term: string, meaning: string])[] = [
  ['Act', 'Something you do with a case: escalate, reassign, respond, mark out of scope. Each can be undone.'],
  ['Business time', 'The hours of a calendar that count toward a time target; nights, weekends and holidays do not.'],
  ['Case', 'One report of one problem, from one source. It is identified by its reference, the record number there.'],
  ['Conflict', 'Someone changed on GitHub what you changed here. You see both values and choose which one to keep.'],
  ['Draft', 'The ticket of an escalated case before it is queued.'],
  ['ETA', 'When a team expects the fix. Until then nobody is reminded.'],
  ['Finding', 'Text that may be personal. It is masked in everything that leaves this machine.'],
  ['Follow-up', 'What a team is asked next: for a status, then through its product manager.'],
  ['Obligation', 'A time target with a clock: to act, to get an ETA, to answer a team.'],
  [
    'Outbox',
    'Everything waiting to be sent: tickets, comments, changes, moves on a board, notes. Each is sent exactly once.',
  ],
  ['Pause', 'A clock is stopped because Tier 2 or the Veteran has to answer first.'],
  [
    'Privacy incident',
    'Personal information left with a ticket. The command puts the case on hold, redacts the ticket, and writes the log entry.',
  ],
  ['Problem', 'What several cases have in common; when there are enough of them, it is a trend.'],
  ['Question', 'Text the scrubber is not sure about. It stays masked until you answer.'],
  ['Recovery code', 'Opens a desk whose passphrase or keychain is lost. It is shown once.'],
  ['Release notice', 'What a release changes, so that you can review later cases with it in mind.'],
  ['Scrubber', 'Masks personal information in text, using rules, a trained tagger, and questions to you.'],
  ['Snapshot', 'A copy of the whole desk, made every day and before big changes, to go back to.'],
  ['Snooze', 'No alerts for a case until a given time; its clock keeps running.'],
  ['Tool team', 'The team that can fix a VA.gov tool; the directory lists its labels, board and people.'],
  [
    'Trend',
    'Enough reports of one problem within a month or so (Settings say how many), with one ticket for all of them.',
  ],
];
