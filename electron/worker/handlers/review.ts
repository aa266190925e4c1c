// The handlers of the privacy review: the findings, a person's decisions on them, and the ways a case leaves the desk
// as text.

import { addNote, copyNote } from '../../actions/cases/internal-notes.ts';
import { copyCase, exportCsv } from '../../actions/egress.ts';
import { decideFinding } from '../../actions/review/decide-finding.ts';
import { dropDeskRule, makeRule, reachOf, readRules } from '../../actions/review/desk-rules.ts';
import { readExamples } from '../../actions/review/labelled-examples.ts';
import { rescrubOlder } from '../../actions/review/rescrub.ts';
import { scrubPlain } from '../../actions/scrub-words.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { REVIEW_CALLS } from '../../contract/review-calls.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import type { Desk } from './desk.ts';

export function reviewHandlers({ ctx }: Desk): Handlers<keyof typeof REVIEW_CALLS> {
  const { store } = ctx;
  return {
    'scrub.text': ({ text }) => scrubPlain(text, listRules(store.db)),
    'findings.decide': (input) => decideFinding(ctx, input),
    'review.examples': () => readExamples(ctx),
    'rules.list': () => readRules(ctx),
    'rules.make': (input) => makeRule(ctx, input),
    'rules.reach': (input) => reachOf(ctx, input),
    'rules.drop': (input) => dropDeskRule(ctx, input),
    'cases.rescrub': () => rescrubOlder(ctx),
    'cases.export': (input) => exportCsv(ctx, input),
    'notes.add': (input) => addNote(ctx, input),
    'notes.copy': (input) => copyNote(ctx, input),
    'cases.copy': (input) => copyCase(ctx, input),
  };
}
