// Rules that are never sure: what they find is asked about, whatever the tagger says of it.
import type { Finding } from '../domain/pii.ts';

/** What their names begin with. */
export const ASKED = 'asked';

export function isAsked({ detector }: Finding): boolean {
  return detector.startsWith(ASKED);
}
