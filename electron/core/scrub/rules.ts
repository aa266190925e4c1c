// The rules: every detector over one text without disguises, before the tagger has its say.
import type { Finding } from '../domain/pii.ts';
import { ADDRESSES, STREETS } from './addresses.ts';
import { CORNERS_AND_CODES, FLATS_AND_STREETS, findAddressesAbroad } from './addresses-abroad.ts';
import { ADDRESSES_TOLD } from './addresses-told.ts';
import { findSiblings } from './adjacent-findings.ts';
import { findProtected, KEEP, PROTECTED_AT_CUES, PROTECTED_NUMBERS } from './allowlist.ts';
import { CUED_APART, NUMBERS_APART } from './apart.ts';
import { findSpeakers, NAMED_SO } from './asked-names.ts';
import { findBirthDates } from './birth-dates.ts';
import { BIRTHS_TOLD } from './births-told.ts';
import { CITY_LINES } from './city-lines.ts';
import { CUED_PHONES, findLinks, PHONES } from './contacts.ts';
import { AGES, BIRTHS } from './dates.ts';
import { atCues, atNumbers, runPatterns } from './detector.ts';
import { findEmails, SPOKEN_EMAILS } from './emails.ts';
import { findFields } from './fields.ts';
import { findHandlesByShape } from './handles.ts';
import { findHints, type Hints } from './hints.ts';
import { findInSegments } from './hl7.ts';
import { LABELLED } from './labelled.ts';
import { LAST_FOUR_TOLD } from './last-four-told.ts';
import { NAMED_AFTER_PEOPLE } from './named-after.ts';
import { findNames } from './names.ts';
import { NATURE_NAMES } from './nature-names.ts';
import { findNearLabels } from './near-labels.ts';
import { CATALOG_NUMBERS, FACILITY_NAMES, PUBLIC_BOXES, PUBLIC_NUMBERS, SHIPS } from './nobodys.ts';
import { NOBODYS_PHRASES, TEAM_MAIL } from './nobodys-phrases.ts';
import { NOBODYS_BY_NEIGHBOR, NOBODYS_MAIL, NOBODYS_NUMBERS, NOBODYS_WORDS } from './nobodys-words.ts';
import { NUMBERS } from './number-shapes.ts';
import { PLATES } from './plates.ts';
import { resolve } from './resolve.ts';
import { findSaidTwice } from './said-twice.ts';
import { SECRETS } from './secrets.ts';
import { findSmallNames } from './small-names.ts';
import { STATED_BEFORE, STATED_BEHIND } from './stated-names.ts';
import { findInTables } from './tables.ts';
import type { Tokens } from './tokens.ts';
import { findOtherScripts, findShapes, INITIALS } from './unlabelled-patterns.ts';
import { findHandles, USER_NAMES } from './user-names.ts';

const DETECTORS = [
  atCues([
    ...PROTECTED_AT_CUES,
    ...NOBODYS_WORDS,
    ...NOBODYS_PHRASES,
    ...NOBODYS_BY_NEIGHBOR,
    ...NAMED_AFTER_PEOPLE,
    FACILITY_NAMES,
    SHIPS,
    PUBLIC_BOXES,
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
    ...BIRTHS_TOLD,
    LAST_FOUR_TOLD,
    ...ADDRESSES_TOLD,
    ...NAMED_SO,
    STATED_BEFORE,
    NATURE_NAMES,
    ...STATED_BEHIND,
    ...CUED_APART,
    ...PLATES,
  ]),
  atNumbers([
    ...PROTECTED_NUMBERS,
    ...NOBODYS_NUMBERS,
    ...PUBLIC_NUMBERS,
    CATALOG_NUMBERS,
    ...NUMBERS,
    ...PHONES,
    ...STREETS,
    ...AGES,
    ...NUMBERS_APART,
  ]),
  findProtected,
  findShapes,
  findOtherScripts,
  findHandles,
  findHandlesByShape,
  findEmails,
  findLinks,
  findAddressesAbroad,
  findBirthDates,
  findNearLabels,
  findFields,
  findInSegments,
  findInTables,
  findSpeakers,
  findNames,
  findSmallNames,
  findSaidTwice,
] as const;

export interface ByRules {
  /** Sorted, not overlapping. */
  readonly settled: readonly Finding[];
  /** What is nobody's: records, versions, placeholders. Sorted. */
  readonly kept: readonly Finding[];
}

/** What the rules find in a text, and what they keep. */
export function findByRules(reading: Tokens, hints: Hints): ByRules {
  const { text } = reading;
  const found: Finding[] = [];
  for (const detect of DETECTORS) for (const finding of detect(reading)) found.push(finding);
  if (text.includes('@')) for (const finding of runPatterns(text, [NOBODYS_MAIL, TEAM_MAIL])) found.push(finding);
  if (hints.name !== undefined || hints.phone !== undefined || hints.email !== undefined)
    for (const finding of findHints(text, hints)) found.push(finding);
  if (reading.digits > 3) for (const finding of findSiblings(text, found)) found.push(finding);
  const kept = found.filter(({ detector }) => detector.startsWith(KEEP)).sort((a, b) => a.start - b.start);
  return { settled: found.length === 0 ? found : resolve(found), kept };
}
