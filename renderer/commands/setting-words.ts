// The parts of the settings: the id of the element that heads each, its name, other words to find it by, and its topic. The palette and
// the search of the settings find them by the same words.
export const SETTINGS = [
  ['time-promises', 'Time targets', 'policies hours', 'clocks'],
  ['follow-up', 'Follow-up', 'alerts notifications quiet hours sending delay', 'clocks'],
  ['calendars', 'Business calendars', 'holidays business hours', 'clocks'],
  ['services', 'Services: GitHub and ZenHub', 'token sign in key webhook Slack Teams', 'sign-in'],
  ['directory', 'Directory of tool teams', 'labels boards people', 'tool-teams'],
  ['templates', 'Answer templates', 'saved replies', 'answers'],
  ['keys', 'Keyboard shortcuts', 'shortcuts keyboard', 'keyboard'],
  ['scrub-rules', 'Text the scrubber always or never masks', 'rules personal PII', 'scrubbing'],
  ['topic-lock-and-snapshots', 'Lock and snapshots', 'backup restore passphrase recovery code', 'lock-and-snapshots'],
] as const;
