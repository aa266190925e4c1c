// Commands for the chosen case, or for all marked ones.
import { flushSync } from 'react-dom';
import { isReleaseNotice } from '../../electron/core/domain/release-scope.ts';
import { focusAtEnd } from '../components/form-keys.ts';
import { withElement } from '../state/held-keys.ts';
import { type Command, LISTS, withCase } from './command.ts';
import { copyDeskLink } from './desk-link.ts';
import { INCIDENT_COMMAND } from './incident-command.ts';
import { REVIEW_COMMANDS } from './review-commands.ts';

const OF_CASES: readonly Command[] = [
  {
    id: 'escalate',
    title: 'Escalate to a team',
    group: 'Case',
    keys: ['e'],
    needs: 'case',
    when: withCase,
    run: (ui) => ui.ask({ kind: 'team', action: 'escalate' }),
  },
  {
    id: 'escalate-suggested',
    title: 'Escalate to the suggested team',
    group: 'Case',
    keys: ['Shift+E'],
    when: withCase,
    run: (ui) => ui.escalateSuggested(),
  },
  {
    id: 'assign',
    title: 'Assign a team, decide later',
    group: 'Case',
    keys: ['a'],
    needs: 'case',
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
    needs: 'case',
    when: withCase,
    run: (ui) => ui.ask({ kind: 'answer' }),
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
    id: 'ask-tier-2',
    title: 'Ask Tier 2 for what the report does not say',
    group: 'Case',
    keys: ['Shift+A'],
    when: withCase,
    run: (ui) => ui.askForMore(),
  },
  {
    id: 'tag',
    title: 'Add or remove a tag',
    group: 'Case',
    keys: ['t'],
    when: withCase,
    run: (ui) => ui.ask({ kind: 'tag' }),
  },
  INCIDENT_COMMAND,
  {
    id: 'merge',
    title: 'Merge into a problem, or say it is not the same',
    group: 'Case',
    keys: ['m'],
    when: withCase,
    run: (ui) => ui.ask({ kind: 'problem' }),
  },
  ...REVIEW_COMMANDS,
  {
    id: 'same',
    title: 'It is the same case: count it once',
    group: 'Case',
    keys: ['='],
    when: withCase,
    run: (ui) => ui.answerSame(true),
  },
  {
    id: 'not-same',
    title: 'It is not the same case',
    group: 'Case',
    keys: ['-'],
    when: withCase,
    run: (ui) => ui.answerSame(false),
  },
  { id: 'repeat', title: 'Repeat the last act', group: 'Case', keys: ['.'], when: withCase, run: (ui) => ui.repeat() },
  {
    id: 'time',
    title: 'Time: pause, priority, ETA, snooze',
    group: 'Case',
    keys: ['w'],
    when: withCase,
    run: (ui) => ui.ask({ kind: 'time' }),
  },
  {
    id: 'snooze',
    title: 'Snooze its alerts',
    group: 'Case',
    keys: ['s'],
    when: withCase,
    run: (ui) => ui.ask({ kind: 'snooze' }),
  },
  {
    id: 'take-case',
    title: 'Take the case, in a team',
    group: 'Case',
    keys: ['Shift+T'],
    needs: 'pane',
    when: withCase,
    run: () => document.getElementById('take-case')?.click(),
  },
  {
    id: 'hand-over',
    title: 'Hand the case over, in a team',
    group: 'Case',
    keys: ['Shift+H'],
    needs: 'pane',
    when: withCase,
    run: () => document.getElementById('hand-over')?.click(),
  },
  {
    id: 'follow-up',
    title: 'Send the follow-up that waits',
    group: 'Case',
    keys: ['f'],
    when: withCase,
    run: (ui) => ui.sendFollowUp(ui.list.selected?.id),
  },
  {
    id: 'review-release',
    title: 'Mark the release notice reviewed',
    group: 'Case',
    keys: ['z'],
    when: (ui) => withCase(ui) && isReleaseNotice(ui.list.selected?.reference ?? ''),
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
    id: 'preview',
    title: 'Preview the ticket, or keep writing',
    group: 'Case',
    keys: ['Shift+P'],
    when: withCase,
    run: (ui) => {
      ui.showTab('compose');
      ui.togglePreview();
    },
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
    id: 'note',
    title: 'Write an internal note',
    group: 'Case',
    keys: ['Shift+N'],
    needs: 'pane',
    when: withCase,
    run: (ui) => {
      if (!ui.isSplit) flushSync(ui.toggleSplit);
      withElement('internal-note', focusAtEnd);
    },
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
    needs: 'pane',
    when: withCase,
    run: (ui) => ui.queueTicket(),
  },
  {
    id: 'change-ticket',
    title: 'Change the open ticket',
    group: 'Case',
    keys: ['d'],
    needs: 'case',
    when: withCase,
    run: (ui) => {
      if (ui.list.selected !== null) ui.ask({ kind: 'ticket', caseId: ui.list.selected.id });
    },
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
    id: 'copy-link',
    title: 'Copy a link to the case',
    group: 'Case',
    keys: ['Shift+Y'],
    when: withCase,
    run: ({ list }) => {
      if (list.selected !== null) copyDeskLink('case', list.selected.id);
    },
  },
  {
    id: 'menu',
    title: 'Menu of the case',
    group: 'Case',
    keys: ['ContextMenu', 'Shift+F10'],
    when: withCase,
    run: (ui) => {
      const row = document.querySelector('.row[aria-selected=true], .board-card[aria-pressed=true]');
      const { left = 200, bottom = 200 } = row?.getBoundingClientRect() ?? {};
      ui.ask({ kind: 'menu', x: left + 24, y: bottom });
    },
  },
];

export const CASE_COMMANDS: readonly Command[] = OF_CASES.map((command) => ({ screens: LISTS, ...command }));
