// The handlers of the queue: the list, its board, logging, templates and the window itself.
import { answerSame } from '../../actions/join-same.ts';
import { countChoices, findByReference, idsBetween, listWindow, placeOf, readBoard } from '../../actions/list-cases.ts';
import { logCase, previewLog } from '../../actions/log-case.ts';
import { tagCases } from '../../actions/tag-cases.ts';
import {
  answerFromTemplate,
  keepTemplate,
  previewTemplate,
  readTemplates,
  removeTemplate,
} from '../../actions/templates.ts';
import { listTopics } from '../../actions/topics.ts';
import { readUndoStack } from '../../actions/undo-stack.ts';
import { readWindow, saveWindow } from '../../actions/window-settings.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { QUEUE_CALLS } from '../../contract/queue-calls.ts';
import type { Desk } from './desk.ts';

export function queueHandlers({ office }: Desk): Handlers<keyof typeof QUEUE_CALLS> {
  return {
    'cases.list': (input) => listWindow(office, input),
    'cases.counts': (input) => countChoices(office, input),
    'cases.place': (input) => placeOf(office, input),
    'cases.ids': (input) => idsBetween(office, input),
    'cases.find': (input) => findByReference(office, input),
    'cases.board': (input) => readBoard(office, input),
    'cases.tag': (input) => tagCases(office, input),
    'cases.readLog': (input) => previewLog(office, input),
    'cases.topics': () => listTopics(office),
    'cases.log': (input) => logCase(office, input),
    'templates.list': () => readTemplates(office),
    'templates.save': (input) => keepTemplate(office, input),
    'templates.drop': (input) => removeTemplate(office, input),
    'templates.fill': (input) => previewTemplate(office, input),
    'templates.use': (input) => answerFromTemplate(office, input),
    'activity.stack': () => readUndoStack(office),
    'window.get': () => readWindow(office),
    'window.save': (input) => saveWindow(office, input),
    'cases.answerSame': (input) => answerSame(office, input),
  };
}
