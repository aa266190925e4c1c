// The scrubber's front: every layer over one text. Pure and synchronous; the same for the reviewer's pane, the command
// line and the last gate.
import { ASK_BELOW, type DeskRule, type Finding } from '../words/pii.ts';
import { ADDRESSES, STREETS } from './addresses.ts';
import { CORNERS_AND_CODES, FLATS_AND_STREETS, findAddressesAbroad } from './addresses-abroad.ts';
import { findBirthDates } from './birth-dates.ts';
import { CITY_LINES } from './city-lines.ts';
import { CUED_PHONES, findLinks, PHONES } from './contacts.ts';
import { AGES, BIRTHS } from './dates.ts';
import { applyDeskRules } from './desk-rules.ts';
import { atCues, atNumbers } from './detector.ts';
import { findEmails, SPOKEN_EMAILS } from './emails.ts';
import { findFields } from './fields.ts';
import { findHandlesByShape } from './handles.ts';
import { findHints, type Hints } from './hints.ts';
import { LABELLED } from './labelled.ts';
import { findAgain } from './memory.ts';
import { findNames } from './names.ts';
import { findNearLabels } from './near-labels.ts';
import { findHidden } from './normalize/hidden.ts';
import { normalize } from './normalize/normalize.ts';
import { findSpelledOut } from './normalize/spelled-out.ts';
import { findProtected, PROTECTED_AT_CUES, PROTECTED_NUMBERS } from './protect.ts';
import { read } from './reading.ts';
import { resolve } from './resolve.ts';
import { SECRETS } from './secrets.ts';
import { findShapes, INITIALS, NUMBERS } from './shapes.ts';
import { findSiblings } from './siblings.ts';
import { findInTables } from './tables.ts';
import { findHandles, USER_NAMES } from './user-names.ts';

/** Changes when the findings for some text change; a case scrubbed by an older one is scrubbed again. */
export const SCRUBBER_VERSION = 4;

const DETECTORS = [
  atCues([
    ...PROTECTED_AT_CUES,
    ...LABELLED,
    ...SECRETS,
    ...USER_NAMES,
    ...INITIALS,
    ...CUED_PHONES,
    ...ADDRESSES,
    ...CORNERS_AND_CODES,
    ...BIRTHS,
    ...FLATS_AND_STREETS,
    ...SPOKEN_EMAILS,
    ...CITY_LINES,
  ]),
  atNumbers([...PROTECTED_NUMBERS, ...NUMBERS, ...PHONES, ...STREETS, ...AGES]),
  findProtected,
  findShapes,
  findHandles,
  findHandlesByShape,
  findEmails,
  findLinks,
  findAddressesAbroad,
  findBirthDates,
  findNearLabels,
  findFields,
  findInTables,
  findNames,
] as const;
const NO_HINTS: Hints = {};
const NO_RULES: readonly DeskRule[] = [];

/**
 * Everything in a text that is judged personal, sorted and not overlapping. Offsets are UTF-16 code units.
 * `hints` are the values of the source's own columns for the person who reported; `rules` what the reviewer said for the
 * whole desk.
 */
export function findPii(text: string, hints: Hints = NO_HINTS, rules: readonly DeskRule[] = NO_RULES): Finding[] {
  const view = normalize(text);
  const found = findInView(view.text, hints);
  const written: Finding[] = found.map((finding) => ({ ...finding, ...view.original(finding.start, finding.end) }));
  written.push(...findSpelledOut(text), ...findInHidden(text));
  const resolved = written.length === 0 ? written : resolve(written);
  return rules.length === 0 ? resolved : applyDeskRules(text, resolved, rules);
}

/** What every detector finds in a text without disguises; may overlap. */
function findInView(text: string, hints: Hints): Finding[] {
  const reading = read(text);
  const found: Finding[] = [];
  for (const detect of DETECTORS) for (const finding of detect(reading)) found.push(finding);
  if (hints !== NO_HINTS) for (const finding of findHints(text, hints)) found.push(finding);
  if (reading.digits > 3) for (const finding of findSiblings(text, found)) found.push(finding);
  for (const finding of findAgain(reading, found)) found.push(finding);
  return found;
}

/** Runs of base64 and the like that say something personal, whole. */
function findInHidden(text: string): Finding[] {
  return findHidden(text).flatMap(({ start, end, text: says }) => {
    const surest = resolve(findInView(normalize(says).text, NO_HINTS)).sort((a, b) => b.confidence - a.confidence)[0];
    return surest === undefined || surest.confidence < ASK_BELOW
      ? []
      : [{ ...surest, start, end, detector: 'hidden-text' }];
  });
}
