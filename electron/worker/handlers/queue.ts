// The handlers of the queue: the list, its board, logging, templates and the window itself.

import {
  countChoices,
  findByReference,
  idsBetween,
  listWindow,
  nextQuestion,
  placeOf,
  readBoard,
} from '../../actions/cases/list-cases.ts';
import { suggestTeams } from '../../actions/cases/suggest-teams.ts';
import { tagCases } from '../../actions/cases/tag-cases.ts';
import { answerSame } from '../../actions/intake/join-same.ts';
import { logCase, previewLog } from '../../actions/intake/log-case.ts';
import { listTopics } from '../../actions/intake/topics.ts';
import { readWindow, saveWindow } from '../../actions/settings/window-settings.ts';
import {
  answerFromTemplate,
  keepTemplate,
  previewTemplate,
  readTemplates,
  removeTemplate,
} from '../../actions/tickets/templates.ts';
import { readUndoStack } from '../../actions/undo/undo-stack.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { QUEUE_CALLS } from '../../contract/queue-calls.ts';
import type { Desk } from './desk.ts';

export function queueHandlers({ ctx }: Desk): Handlers<keyof typeof QUEUE_CALLS> {
  return {
    'cases.list': (input) => listWindow(ctx, input),
    'cases.suggest': (input) => suggestTeams(ctx, input),
    'cases.counts': (input) => countChoices(ctx, input),
    'cases.place': (input) => placeOf(ctx, input),
    'cases.nextQuestion': (input) => nextQuestion(ctx, input),
    'cases.ids': (input) => idsBetween(ctx, input),
    'cases.find': (input) => findByReference(ctx, input),
    'cases.board': (input) => readBoard(ctx, input),
    'cases.tag': (input) => tagCases(ctx, input),
    'cases.readLog': (input) => previewLog(ctx, input),
    'cases.topics': () => listTopics(ctx),
    'cases.log': (input) => logCase(ctx, input),
    'templates.list': () => readTemplates(ctx),
    'templates.save': (input) => keepTemplate(ctx, input),
    'templates.drop': (input) => removeTemplate(ctx, input),
    'templates.fill': (input) => previewTemplate(ctx, input),
    'templates.use': (input) => answerFromTemplate(ctx, input),
    'activity.stack': () => readUndoStack(ctx),
    'window.get': () => readWindow(ctx),
    'window.save': (input) => saveWindow(ctx, input),
    'cases.answerSame': (input) => answerSame(ctx, input),
  };
}
