// Forms whose words are kept while they are typed: an answer on a ticket, an internal note, the quick log, a release
// notice, the note of a hand-over, what agents are told of a problem, and a team of the directory.
export const TYPED_FORMS = ['answer', 'note', 'log', 'release', 'hand-over', 'agents', 'team'] as const;
export type TypedForm = (typeof TYPED_FORMS)[number];

/** By field of the form. Raw. */
export type TypedWords = Readonly<Record<string, string>>;

/** Fields in which one chooses; the others hold words. */
const CHOSEN: ReadonlySet<string> = new Set([
  'direction',
  'scope',
  'goesLiveOn',
  'audience',
  'inScope',
  'zenhubOn',
  'projectOn',
]);
const OF_ONE_LINE: ReadonlySet<string> = new Set(['line', 'title']);

/**
 * The words of a form that two windows have open. `was` is what one of them last knew to be kept, `mine` what it holds
 * now, `theirs` what is kept by now; null for a form with nothing in it. What only one side changed stands; where both
 * changed a field, both texts stand in it. A form that one window emptied keeps what the other typed since.
 */
export function joinTyped(
  was: TypedWords | null,
  mine: TypedWords | null,
  theirs: TypedWords | null,
): TypedWords | null {
  if (theirs === null || isSameTyped(was, theirs)) return mine;
  if (mine === null) return theirs;
  const fields = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  return Object.fromEntries(
    fields.map((field) => [field, joinField(field, was?.[field] ?? '', mine[field] ?? '', theirs[field] ?? '')]),
  );
}

function joinField(field: string, was: string, mine: string, theirs: string): string {
  if (theirs === was || mine.includes(theirs)) return mine;
  if (mine === was || theirs.includes(mine)) return theirs;
  if (CHOSEN.has(field)) return mine;
  return `${theirs}${OF_ONE_LINE.has(field) ? ' ' : '\n\n'}${mine}`;
}

export function isSameTyped(one: TypedWords | null, other: TypedWords | null): boolean {
  if (one === null || other === null) return one === other;
  const fields = Object.keys(one);
  return fields.length === Object.keys(other).length && fields.every((field) => one[field] === other[field]);
}

/** Whether all that is kept of a form went out with these words. Choices say nothing by themselves. */
export function wasSent(kept: TypedWords, sent: readonly string[]): boolean {
  return Object.entries(kept).every(
    ([field, words]) => CHOSEN.has(field) || sent.some((text) => text.includes(words.trim())),
  );
}
