// The scrubber's front: every layer over one text. Pure and synchronous; the same for the reviewer's pane, the command
// line and the last gate.
import type { Finding } from '../words/pii.ts';
import { findAddresses } from './addresses.ts';
import { findContacts } from './contacts.ts';
import { findDates } from './dates.ts';
import { findHints, type Hints } from './hints.ts';
import { findIdentifiers } from './identifiers.ts';
import { findNames } from './names.ts';
import { findProtected } from './protect.ts';
import { resolve } from './resolve.ts';

/** Changes when the findings for some text change; a case scrubbed by an older one is scrubbed again. */
export const SCRUBBER_VERSION = 2;

const DETECTORS = [findIdentifiers, findContacts, findAddresses, findDates, findNames] as const;
const NO_HINTS: Hints = {};

/**
 * Everything in a text that is judged personal, sorted and not overlapping. Offsets are UTF-16 code units.
 * `hints` are the values of the source's own columns for the person who reported.
 */
export function findPii(text: string, hints: Hints = NO_HINTS): Finding[] {
  const lower = text.toLowerCase();
  const found: Finding[] = [];
  for (const detect of DETECTORS) found.push(...detect(text, lower));
  if (hints !== NO_HINTS) found.push(...findHints(text, hints));
  return found.length === 0 ? found : resolve(found, findProtected(text));
}
