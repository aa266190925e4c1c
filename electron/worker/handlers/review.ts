// The handlers of the privacy review: what was found, what a person decides of it, and the ways a case leaves the desk as text.
import { decideFinding } from '../../actions/decide-finding.ts';
import { dropDeskRule, makeRule, readRules } from '../../actions/desk-rules.ts';
import { copyCase, exportCsv } from '../../actions/exits.ts';
import { rescrubOlder } from '../../actions/rescrub.ts';
import { scrubPlain } from '../../actions/scrub-case.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { REVIEW_CALLS } from '../../contract/review-calls.ts';
import { listRules } from '../../store/desk-rules.ts';
import type { Desk } from './desk.ts';

export function reviewHandlers({ office }: Desk): Handlers<keyof typeof REVIEW_CALLS> {
  const { store } = office;
  return {
    'scrub.text': ({ text }) => scrubPlain(text, listRules(store.db)),
    'findings.decide': (input) => decideFinding(office, input),
    'rules.list': () => readRules(office),
    'rules.make': (input) => makeRule(office, input),
    'rules.drop': (input) => dropDeskRule(office, input),
    'cases.rescrub': () => rescrubOlder(office),
    'cases.export': (input) => exportCsv(office, input),
    'cases.copy': (input) => copyCase(office, input),
  };
}
