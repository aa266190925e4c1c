// A case has left with PII: its tag holds the case and opens the panel that redacts its ticket.
import { type Command, withCase } from './command.ts';

const TAG = 'privacy-incident';

export const INCIDENT_COMMAND: Command = {
  id: 'privacy-incident',
  title: 'Privacy incident: it left with personal information',
  also: 'redact breach leak',
  group: 'Case',
  keys: ['Shift+D'],
  when: withCase,
  run: (ui) => {
    // Adding the same tag twice would remove it.
    if (ui.list.selected?.tags.includes(TAG) !== true) ui.tag(TAG);
    if (!ui.isSplit) ui.toggleSplit();
    ui.showTab('compose');
  },
};
