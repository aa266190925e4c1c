// The urgent route, for privacy and security reports: someone saw data of another person, or got in where they should
// not. The area decides alone: "Security or privacy cases arrive with Area or Sub Area Security / Privacy".
import { BROKEN_INTO, EXPOSED_TO, NAMED_INCIDENT, OTHER_NAME, SIGN_IN_WORDS } from './exposure.ts';

const AREA = /\b(?:security|privacy)\b/i;
/** A request for a course, a link or a policy is not an incident. */
const ASKS =
  /\b(?:training|trainings|course|courses|refresher|module|webinar|privacy policy|privacy practices|privacy notice|awareness|phishing (?:test|exercise|simulation)|hold)\b/;

/** "Other Veterans report the same" is about a trend, not about something seen. */
const SAME_ELSEWHERE =
  /\b(?:other|another|different) (?:veterans?|vets?|patients?|pts?|users?|people|callers?) (?:also )?(?:(?:reports?|reported|notes?|noted|says?|said|told|tells?) (?:the|that|this|same|it|a|me|us|similar)|(?:has|have|had|with|see|sees) (?:the same|this|that|similar))\b/g;

/** The tag of the urgent route; null for any other report. Takes scrubbed text; `area` is what the agent picked. */
export function fastPath(scrubbedText: string, area: string | null = null): 'privacy' | 'security' | null {
  const text = scrubbedText
    .toLowerCase()
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/(?<=\w)['’](?=\w)/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(SAME_ELSEWHERE, ' ');
  if (EXPOSED_TO.test(text) || (OTHER_NAME.test(text) && !SIGN_IN_WORDS.test(text))) return 'privacy';
  if (ASKS.test(text)) return null;
  if (NAMED_INCIDENT.test(text)) return 'privacy';
  if (BROKEN_INTO.test(text)) return 'security';
  return area !== null && AREA.test(area) ? 'privacy' : null;
}
