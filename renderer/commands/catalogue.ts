// One catalogue of commands: keys, palette, help sheet and the hints on buttons all read it.
import { flushSync } from 'react-dom';
import type { DeskUi } from '../desk-ui.ts';

export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: 'Go' | 'Case' | 'Desk';
  /** As tinykeys writes them; the first is shown. */
  readonly keys: readonly string[];
  /** Works while typing too. */
  readonly whileTyping?: boolean;
  readonly when?: (ui: DeskUi) => boolean;
  readonly run: (ui: DeskUi) => void;
}

const isList = (ui: DeskUi) => ui.room === 'queue' || ui.room === 'board';
const withCase = (ui: DeskUi) => ui.selected !== null && isList(ui);

/** At once where the element is there, so that no key typed right after is lost; else when the room has been drawn. */
function focus(id: string): void {
  const element = document.getElementById(id);
  if (element !== null) element.focus();
  else requestAnimationFrame(() => document.getElementById(id)?.focus());
}

export const COMMANDS: readonly Command[] = [
  {
    id: 'next',
    title: 'Next case',
    group: 'Go',
    keys: ['j', 'ArrowDown'],
    when: isList,
    run: (ui) => ui.move(1),
  },
  {
    id: 'previous',
    title: 'Previous case',
    group: 'Go',
    keys: ['k', 'ArrowUp'],
    when: isList,
    run: (ui) => ui.move(-1),
  },
  { id: 'open', title: 'Open the case', group: 'Go', keys: ['Enter'], when: withCase, run: () => focus('case') },
  {
    id: 'close',
    title: 'Back to the list',
    group: 'Go',
    keys: ['Escape'],
    whileTyping: true,
    run: () => focus('cases'),
  },
  {
    id: 'search',
    title: 'Search cases',
    group: 'Go',
    keys: ['/'],
    run: (ui) => {
      // Drawn at once, so that what is typed right after "/" reaches the field.
      flushSync(() => ui.go('queue'));
      focus('search');
    },
  },
  { id: 'day', title: 'Go to my day', group: 'Go', keys: ['g d'], run: (ui) => ui.go('day') },
  { id: 'queue', title: 'Go to the queue', group: 'Go', keys: ['g q'], run: (ui) => ui.go('queue') },
  { id: 'board', title: 'Go to the board', group: 'Go', keys: ['g b'], run: (ui) => ui.go('board') },
  { id: 'outbox', title: 'Go to the outbox', group: 'Go', keys: ['g o'], run: (ui) => ui.go('outbox') },
  { id: 'settings', title: 'Go to settings', group: 'Go', keys: ['g ,'], run: (ui) => ui.go('settings') },
  {
    id: 'escalate',
    title: 'Escalate to a team',
    group: 'Case',
    keys: ['e'],
    when: withCase,
    run: (ui) => ui.ask({ kind: 'team', action: 'escalate' }),
  },
  {
    id: 'assign',
    title: 'Assign a team, decide later',
    group: 'Case',
    keys: ['a'],
    when: withCase,
    run: (ui) => ui.ask({ kind: 'team', action: 'assign' }),
  },
  {
    id: 'reassign',
    title: 'Reassign to its call center',
    group: 'Case',
    keys: ['r'],
    when: withCase,
    run: (ui) => ui.act('reassign'),
  },
  {
    id: 'respond',
    title: 'Respond from a template',
    group: 'Case',
    keys: ['p'],
    when: withCase,
    run: (ui) => ui.act('respond'),
  },
  {
    id: 'out-of-scope',
    title: 'Mark out of scope',
    group: 'Case',
    keys: ['o'],
    when: withCase,
    run: (ui) => ui.act('out-of-scope'),
  },
  {
    id: 'time',
    title: 'Time: pause, priority, ETA, snooze',
    group: 'Case',
    keys: ['w'],
    when: withCase,
    run: (ui) => ui.ask({ kind: 'time' }),
  },
  {
    id: 'follow-up',
    title: 'Send the follow-up that waits',
    group: 'Case',
    keys: ['f'],
    when: (ui) => ui.room === 'day' || withCase(ui),
    run: (ui) => ui.sendFollowUp(),
  },
  {
    id: 'review-release',
    title: 'Mark the release notice reviewed',
    group: 'Case',
    keys: ['z'],
    when: (ui) => withCase(ui) && (ui.selected?.reference.startsWith('release-') ?? false),
    run: (ui) => ui.reviewRelease(),
  },
  {
    id: 'compose',
    title: 'Compose the ticket',
    group: 'Case',
    keys: ['c'],
    when: withCase,
    run: (ui) => ui.showTab('compose'),
  },
  {
    id: 'fields',
    title: 'Fields of the case',
    group: 'Case',
    keys: ['v'],
    when: withCase,
    run: (ui) => ui.showTab('case'),
  },
  {
    id: 'activity',
    title: 'Activity of the case',
    group: 'Case',
    keys: ['h'],
    when: withCase,
    run: (ui) => ui.showTab('activity'),
  },
  {
    id: 'queue-ticket',
    title: 'Queue the ticket',
    group: 'Case',
    keys: ['$mod+Enter'],
    whileTyping: true,
    when: withCase,
    run: (ui) => ui.queueTicket(),
  },
  {
    id: 'copy',
    title: 'Copy the scrubbed text',
    group: 'Case',
    keys: ['y'],
    when: withCase,
    run: (ui) => ui.copyText(),
  },
  {
    id: 'release',
    title: 'Note or send a release notice',
    group: 'Desk',
    keys: ['g r'],
    run: (ui) => ui.ask({ kind: 'release' }),
  },
  {
    id: 'export-csv',
    title: 'Export the cases on screen as CSV',
    group: 'Desk',
    keys: ['g e'],
    when: isList,
    run: (ui) => ui.exportCsv(),
  },
  { id: 'undo', title: 'Undo', group: 'Desk', keys: ['u'], run: (ui) => ui.undo() },
  { id: 'import', title: 'Import an export file', group: 'Desk', keys: ['i'], run: (ui) => ui.ask({ kind: 'import' }) },
  { id: 'sync', title: 'Send what waits now', group: 'Desk', keys: ['g s'], run: (ui) => ui.syncNow() },
  {
    id: 'advance-hour',
    title: 'Practice: one hour later',
    group: 'Desk',
    keys: ['g h'],
    when: (ui) => ui.practice,
    run: (ui) => ui.advanceClock(60),
  },
  {
    id: 'advance-day',
    title: 'Practice: one day later',
    group: 'Desk',
    keys: ['g t'],
    when: (ui) => ui.practice,
    run: (ui) => ui.advanceClock(24 * 60),
  },
  { id: 'help', title: 'Show all keys', group: 'Desk', keys: ['?', 'Shift+?'], run: (ui) => ui.ask({ kind: 'help' }) },
  { id: 'scheme', title: 'Switch light and dark', group: 'Desk', keys: ['g l'], run: (ui) => ui.toggleScheme() },
];

/** The keys of a command, for a button that does the same. */
export function keysOf(id: string): string {
  return COMMANDS.find((command) => command.id === id)?.keys[0] ?? '';
}
