// The terms on the screens, as one would explain them to a new colleague. electron/README.md has the terms of the code.

export const GLOSSARY: readonly (readonly [term: string, meaning: string])[] = [
  ['Act', 'What one does with a case: escalate, reassign, respond, mark out of scope. Each can be undone.'],
  ['Business time', 'Hours of the calendar that a promise of time counts; nights, weekends and holidays do not pass.'],
  ['Case', 'One report of one problem, from one source. It is known by its reference, the record number there.'],
  ['Conflict', 'Somebody changed on GitHub what you changed here. You see both and choose which stands.'],
  ['Draft', 'The ticket of an escalated case before it is queued.'],
  ['ETA', 'When a team says the fix will be there. Until then nobody is reminded.'],
  ['Finding', 'Words that may be personal. They are masked in everything that leaves this machine.'],
  ['Follow-up', 'What the clock asks next of a team: a status, then the product manager.'],
  ['Obligation', 'A promise of time with a clock: to act, to get an ETA, to answer a team.'],
  ['Outbox', 'What shall leave: tickets, comments, changes, moves on a board, notes. Each is sent exactly once.'],
  ['Pause', 'A clock stands still, because Tier 2 or the Veteran has to answer first.'],
  [
    'Privacy incident',
    'Something personal left with a ticket. Its command holds the case, redacts the ticket, and has the entry of the log.',
  ],
  ['Problem', 'What several cases have in common; from five on it is a trend.'],
  ['Question', 'Words of which the scrubber is not sure. They stay masked until you answer.'],
  ['Recovery code', 'Opens a desk whose passphrase or keychain is lost. It is shown once.'],
  ['Release notice', 'Word of what a release changes; the cases after it are looked at with it in mind.'],
  ['Scrubber', 'Takes personal information out of a text: rules, a learned tagger, and questions to you.'],
  ['Snapshot', 'A copy of the whole desk, made every day and before big changes, to go back to.'],
  ['Snooze', 'No alert for a case until a time; its clock goes on.'],
  ['Tool team', 'The team that can fix a tool of VA.gov; the directory has its labels, board and people.'],
  ['Trend', 'Five or more reports of one problem within thirty days, with one ticket for all.'],
];
