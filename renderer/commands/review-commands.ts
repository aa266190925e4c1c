// Commands for the questions of a case: what is personal in it.
import { flushSync } from 'react-dom';
import type { DeskUi } from '../desk-ui.ts';
import { withElement } from '../state/held-keys.ts';
import { type Command, withCase } from './command.ts';

/** Nobody can answer what they cannot see: a hidden case is shown first. */
function answer(ui: DeskUi, isPersonal: boolean): void {
  if (ui.isSplit || ui.screen === 'board') ui.answerQuestion(isPersonal);
  else ui.toggleSplit();
}

function showText(ui: DeskUi): void {
  if (!ui.isSplit) ui.toggleSplit();
  ui.showTab('compose');
}

export const REVIEW_COMMANDS: readonly Command[] = [
  {
    id: 'next-question',
    title: 'Next case with a question of the scrubber',
    group: 'Case',
    keys: ['n'],
    when: (ui) => ui.screen === 'queue',
    run: (ui) => ui.nextQuestion(),
  },
  {
    id: 'is-personal',
    title: 'Answer the question: it is personal',
    group: 'Case',
    keys: ['['],
    needs: 'pane',
    when: withCase,
    run: (ui) => answer(ui, true),
  },
  {
    id: 'not-personal',
    title: 'Answer the question: it is not personal',
    group: 'Case',
    keys: [']'],
    needs: 'pane',
    when: withCase,
    run: (ui) => answer(ui, false),
  },
  {
    id: 'review-text',
    title: 'Review the text as received',
    group: 'Case',
    keys: ['Shift+R'],
    needs: 'pane',
    when: withCase,
    run: (ui) => {
      if (!ui.isSplit || ui.tab !== 'compose') flushSync(() => showText(ui));
      withElement('received', (text) => text.focus());
    },
  },
  {
    id: 'mask-everywhere',
    title: 'Mask the last marked text in every case',
    group: 'Case',
    keys: ['Shift+M'],
    when: withCase,
    run: (ui) => ui.maskEverywhere(),
  },
];
