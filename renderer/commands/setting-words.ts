// The parts of the settings: the id of the element that heads each, its name, and other words to find it by. The palette and
// the search of the settings find them by the same words.
export const SETTINGS = [
  ['time-promises', 'Time targets', 'policies hours'],
  ['follow-up', 'Follow-up', 'alerts notifications quiet hours sending delay'],
  ['calendars', 'Business calendars', 'holidays business hours'],
  ['services', 'Services: GitHub and ZenHub', 'token sign in key webhook Slack Teams'],
  ['directory', 'Directory of tool teams', 'labels boards people'],
  ['templates', 'Answer templates', 'saved replies'],
  ['keys', 'Keyboard shortcuts', 'shortcuts keyboard'],
  ['scrub-rules', 'Text the scrubber always or never masks', 'rules personal PII'],
  ['topic-lock-and-snapshots', 'Lock and snapshots', 'backup restore passphrase recovery code'],
] as const;
