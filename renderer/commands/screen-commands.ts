// Commands for the current row of screens that do not list cases. Each screen says what its rows support.
import { screenList } from '../state/screen-list.ts';
import type { Command } from './command.ts';

type Named = Pick<Command, 'id' | 'title' | 'keys' | 'screens'>;

const NAMED: readonly Named[] = [
  { id: 'ask-team', title: 'Send the follow-up that waits', keys: ['f'], screens: ['day'] },
  { id: 'thread-done', title: 'Mark the thread as done', keys: ['e'], screens: ['replies'] },
  { id: 'saved-reply', title: 'Put a saved reply into the answer', keys: ['r'], screens: ['replies'] },
  { id: 'ticket-thread', title: 'Open the thread of the ticket', keys: ['t'], screens: ['tickets'] },
  { id: 'ticket-ask', title: 'Ask the team for a status', keys: ['f'], screens: ['tickets'] },
  { id: 'ticket-escalate', title: 'Ask the product manager of the team', keys: ['e'], screens: ['tickets'] },
  {
    id: 'ticket-fixed',
    title: 'The fix is live: respond all cases of the ticket',
    keys: ['Shift+V'],
    screens: ['tickets'],
  },
  { id: 'ticket-time', title: 'ETA, pause or snooze of all cases of the ticket', keys: ['w'], screens: ['tickets'] },
  { id: 'ticket-change', title: 'Change the ticket', keys: ['d'], screens: ['replies', 'tickets'] },
  { id: 'ticket-link', title: 'Copy a link to the ticket', keys: ['Shift+Y'], screens: ['tickets'] },
  { id: 'tickets-sort', title: 'Sort tickets by the next column', keys: ['Shift+S'], screens: ['tickets'] },
  { id: 'tickets-turn', title: 'Reverse the order of the tickets', keys: ['Shift+O'], screens: ['tickets'] },
  { id: 'thread-case', title: 'Open the case of the ticket', keys: ['c'], screens: ['replies', 'tickets'] },
  { id: 'open-at-github', title: 'Open the ticket at GitHub', keys: ['b'], screens: ['replies', 'tickets'] },
  { id: 'clear-filters', title: 'Clear search and filters', keys: ['Shift+C'], screens: ['tickets'] },
  { id: 'outbox-history', title: 'Show or fold the older entries', keys: ['Shift+H'], screens: ['outbox'] },
  { id: 'copy-day', title: 'Copy the report of the day', keys: ['y'], screens: ['day'] },
  { id: 'send-all', title: 'Send all follow-ups that wait, after a look', keys: ['Shift+F'], screens: ['day'] },
  { id: 'report-pdf', title: 'Print the report to PDF', keys: ['p'], screens: ['reports'] },
  {
    id: 'report-publish',
    title: 'Look at the reports as they would be published',
    keys: ['Shift+P'],
    screens: ['reports'],
  },
  { id: 'report-aside', title: 'Set the drafted report aside', keys: ['e'], screens: ['reports'] },
  { id: 'report-ledger', title: 'Show the other ledger', keys: ['v'], screens: ['reports'] },
  { id: 'period-before', title: 'Show the period before', keys: ['['], screens: ['reports'] },
  { id: 'period-after', title: 'Show the period after', keys: [']'], screens: ['reports'] },
  { id: 'trend-ticket', title: 'Draft one ticket for the trend', keys: ['t'], screens: ['trends'] },
  { id: 'trend-merge', title: 'Merge the trend into another', keys: ['m'], screens: ['trends'] },
  { id: 'trend-rename', title: 'Rename the trend', keys: ['r'], screens: ['trends'] },
  { id: 'trend-mark', title: 'Mark the case of the trend', keys: ['x'], screens: ['trends'] },
  { id: 'trend-split', title: 'Split the marked cases off', keys: ['s'], screens: ['trends'] },
  { id: 'trend-move', title: 'Move the marked cases to another trend', keys: ['v'], screens: ['trends'] },
  { id: 'trend-known', title: 'Write what agents are told of the trend', keys: ['w'], screens: ['trends'] },
  { id: 'team-add', title: 'Add a tool team', keys: ['n'], screens: ['settings'] },
  { id: 'settings-index', title: 'Back from the tool teams to all settings', keys: ['b'], screens: ['settings'] },
  { id: 'trend-copy', title: 'Copy what agents are told of the trend', keys: ['c'], screens: ['trends'] },
];

export const SCREEN_COMMANDS: readonly Command[] = NAMED.map((command) => ({
  ...command,
  group: 'Screen',
  when: () => screenList()?.acts[command.id] !== undefined,
  run: () => screenList()?.acts[command.id]?.(),
}));
