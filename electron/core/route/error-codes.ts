// Error codes in a report. A code of a tool is one problem, whatever the text around it: the same code has been filed
// as three tickets.
import type { Word } from './cues.ts';
import { spokenCode } from './spoken-code.ts';

/** Codes of signing in, as the identity team lists them, and who can help. */
export const SIGN_IN_CODES: ReadonlyMap<string, string> = new Map([
  ['001', 'denied at ID.me; the user can solve it'],
  ['002', 'the clock of the device is wrong; the user can solve it'],
  ['003', 'the clock of the server'],
  ['004', 'the record does not match in MPI; the help desk mends it'],
  ['005', 'the session ended; the user can solve it'],
  ['007', 'unknown; try again'],
  ['009', 'proofing at Login.gov; try again'],
  ['101', 'several MHV ids'],
  ['102', 'several EDIPIs; the help desk mends it'],
  ['103', 'ICN mismatch; the help desk mends it'],
  ['104', 'no UUID; try again after 30 minutes'],
  ['106', 'several Corp IDs; the help desk mends it'],
  ['108', 'the account is not Premium'],
  ['110', 'Oracle Health is being set up; try again after 10 minutes'],
  ['111', 'not eligible for Oracle Health'],
  ['112', 'MHV is being set up; try again after 10 minutes'],
  ['201', 'OAuth; the user can solve it'],
  ['202', 'state mismatch; the user can solve it'],
  ['203', 'bad request; the user can solve it'],
  ['801', 'no MHV account could be made'],
  ['802', 'no MHV account: the ICN is not the primary one'],
  ['803', 'no MHV account: the information cannot be accessed'],
  ['804', 'no MHV account could be made'],
  ['805', 'no MHV account: it was deactivated'],
]);

/** Status codes of any web server, which say nothing about the problem. */
const STATUSES = /^[45]\d\d$/;
const NAMED =
  /\b(?:error|errors|code|codes|err|msg)\b[\s:#=]*(?:code|number|no|message)?[\s:#=.]*([a-z]{0,6}[-_ ]?\d{2,6})\b/gi;
/** The page of a failed sign-in carries its code: `…/auth/login/callback/?auth=fail&code=007`, also escaped. */
const IN_ADDRESS = /[?&]code(?:=|%3D)(\d{3})(?!\d)/gi;
const PREFIXED = /\b((?:sm|rx|mr|mhv|err|auth|bb|ids?|va|ap|vaos|adm)[-_]?\d{2,5})\b/gi;
const SPEAKS_OF_ERRORS =
  /\b(?:errors?|codes?|a number|cannot access your|sign(?:s|ed|ing)?[ -]?(?:in|on)|log ?(?:in|on)|anyone|another|page)\b/i;
const AMOUNT = /^(?:lb|lbs|pounds?|kg|messages?|mg|ml|days?|hours?|minutes?|percent|times|of|years?|over|bpm|degrees)$/;

/** The code a report names, in lowercase without punctuation; null if it names none that is meaningful. */
export function errorCodeIn(text: string, words: readonly Word[]): string | null {
  const inAddress = [...text.matchAll(IN_ADDRESS)]
    .map((match) => match[1] ?? '')
    .find((code) => SIGN_IN_CODES.has(code));
  if (inAddress !== undefined) return inAddress;
  for (const match of [...text.matchAll(NAMED), ...text.matchAll(PREFIXED)]) {
    const code = (match[1] ?? '').toLowerCase().replace(/[-_ ]/g, '');
    const bare = code.replace(/^(?:error|errors|code|number|no)/, '');
    if (bare !== '' && !STATUSES.test(bare)) return bare;
  }
  const spoken = spokenCode(text, SIGN_IN_CODES);
  if (spoken !== null) return spoken;
  if (!SPEAKS_OF_ERRORS.test(text)) return null;
  const at = words.findIndex(
    ({ text: word }, index) =>
      SIGN_IN_CODES.has(word) && !AMOUNT.test(words[index + 1]?.text ?? '') && words[index - 1]?.text !== 'over',
  );
  return words[at]?.text ?? null;
}
