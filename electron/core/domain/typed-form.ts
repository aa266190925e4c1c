// Forms whose words are kept while they are typed: an answer on a ticket, the quick log, a release notice, the
// note of a hand-over, and what agents are told of a problem.
export const TYPED_FORMS = ['answer', 'log', 'release', 'hand-over', 'agents'] as const;
export type TypedForm = (typeof TYPED_FORMS)[number];
