// What a comment of a team on a ticket means for the clocks: an ETA, a question to Tier 3, or a sign of life.

export type CommentMeaning = 'set-eta' | 'question-asked' | 'team-answered';

const ETA =
  /\beta\b|\b(?:fix|patch|release)(?:ed)?\b[^.?\n]{0,40}\b(?:by|on|planned for|scheduled for|going out|goes out)\b/i;
const TIER3 = /@[\w/-]*tier-?3[\w-]*/i;

/** `login` is the name Tier 3 is signed in with. */
export function meaningOfComment(body: string, login: string): CommentMeaning {
  const asksUs = TIER3.test(body) || body.toLowerCase().includes(`@${login.toLowerCase()}`);
  if (asksUs && body.includes('?')) return 'question-asked';
  if (ETA.test(body)) return 'set-eta';
  return asksUs ? 'question-asked' : 'team-answered';
}
