// A case has left with something personal: its tag holds the case and opens the panel that redacts its ticket.
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
    // The same tag put on twice would come off.
    if (ui.list.selected?.tags.includes(TAG) !== true) ui.tag(TAG);
    if (!ui.isSplit) ui.toggleSplit();
    ui.showTab('compose');
  },
};
