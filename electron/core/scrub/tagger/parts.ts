// What a word that no dictionary has is put together from, the way user names are: an initial and a surname, two names, a
// name and a branch of service or a rank.
import { isFamily, isGiven } from '../names/lists.ts';

const SERVICE =
  /^(?:(?:usmc|army|navy|usaf|uscg|marine|vet|nam|airborne|ranger|seabee|cav|sgt|doc|gunny|pop|cpl|chief|capt)(?=\p{L}{3})|\p{L}{3,20}(?:usmc|army|navy|usaf|uscg|marines?|vet|airborne|ranger|seabee|cav|ret)$)/u;
const SHORTEST = 5;
const LONGEST = 24;
const SHORTEST_NAME = 4;

/** `b`ranch, `i`nitial and surname, surname and initial `j`, `g`iven name and another name, or nothing of these. */
export function partsOf(lower: string): '' | 'b' | 'g' | 'i' | 'j' {
  if (lower.length < SHORTEST || lower.length > LONGEST) return '';
  if (SERVICE.test(lower)) return 'b';
  if (isFamily(lower.slice(1))) return 'i';
  if (isFamily(lower.slice(0, -1))) return 'j';
  for (let at = SHORTEST_NAME; at <= lower.length - SHORTEST_NAME; at += 1)
    if (isGiven(lower.slice(0, at)) && (isFamily(lower.slice(at)) || isGiven(lower.slice(at)))) return 'g';
  return '';
}
