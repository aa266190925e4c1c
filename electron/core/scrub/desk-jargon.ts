// Questions that no reviewer needs to be asked: the desk's own short forms, counts, hours, codes of a failed request and numbers
// of tickets, which the tagger doubts by their look. Only doubts are dropped, and none where a label or a name stands beside.
import type { Finding, PiiType } from '../domain/pii.ts';
import { isAsked } from './asked.ts';
import { roleOf } from './tagger/roles.ts';

/** From here on the tagger has reasons of its own. */
const DOUBT = 0.4;
/** Ordinary words bear people's names too, so they are dropped only where the tagger hardly believes it. */
const SLIGHT_DOUBT = 0.2;

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Short forms as notes have them, all in capitals or all in small letters; those that are words or names in capitals alone. */
const JARGON = list(
  'cllr cllrs mr rx waf xss csrf cors sql cdn dns vhic l4 fa mac brwsr chr ff iss adv res pg clr lvm ehr oh poc 2fa sso spa ui qa hrc pw bb dl rpt cb sm pc',
);
const CAPITALS_ALONE = list('mr fa chr oh sm pc iss adv res clr poc spa ff');
/** Beside a name they tell a profession, greet, or say how one called. */
const NEVER_OF_A_NAME = list('dds dmd cllr welcome facetimed');
const COUNTS = list(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred first second third',
);
/** What reports and notes say every day, and what some people are called. */
const WORDS = list(
  'draft drafts line lines loop loops queue war tank welcome hand handed handoff mountain shift note notes page pages sign post thread',
);

const PIECES = /[\p{L}\p{N}]+/gu;
const LONGEST = 40;
const NEAR = 48;
/** Whatever stands behind one of these is a value, but of a browser or a record system. */
const LABELLED = /(?<!\b(?:brwsr|browser|ehr|oh|device|os))[:=]["' ]{0,3}$/i;
const LABELS = /^[:=]/;
const BESIDE = /^[ ,.'’"()/-]{1,3}$/;
const GOES_ON: ReadonlySet<PiiType> = new Set(['NAME', 'ADDRESS']);
const PEOPLE = new Set(['title', 'person', 'relative', 'greet']);

const STATUS = /^(?:40[0134589]|422|429|50[0234])$/;
const IS_CALLED = /phone|cell|call|area|code|tel\b|ext|fax|room|rm\b|bed|apt|unit|box|zip|#|\($/i;
const NUMBER_GOES_ON = /^[ ).-]{0,2}\d{3}/;
const TICKET = /^#?\d{5,6}$/;
const SPEAKS_OF_TICKETS =
  /\b(?:same as|dup(?:e|licate)?(?: of)?|see|issue|ticket|bug|epic|pr|related to|relates to|blocked by|fix(?:ed|es)? (?:in|by)|clos(?:es|ed by)) #?$/i;
const HOUR = /^(?:[01]\d|2[0-3])[0-5]\d$/;
const HOURS = /^((?:[01]\d|2[0-3])[0-5]\d) ?[-–] ?((?:[01]\d|2[0-3])[0-5]\d)$/;
const AT = /(?:@|\bat|\baround|\buntil|\btill|\bsince) ?$/i;
const SAYS_OTHERWISE =
  /last|\bl-?4\b|four|ssn|soc|pin\b|ending|ends|digits|x{2,}|\*{2,}|cuatro|born|birth|dob|liv(?:e|ing)|resid|room|ext|phone|cell|reach|address|code/i;
const ORDINAL = /^\d{1,2}(?:st|nd|rd|th)$/i;
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}{0,6}\\.?';
const BIRTH = /birth|b-?day|born|dob|turn(?:s|ed|ing)/i;
const BEHIND_MONTH = new RegExp(`${MONTH},? (?:the )?$`, 'iu');
const BEFORE_MONTH = new RegExp(`^,? (?:day )?(?:of )?${MONTH}|^ of\\b`, 'iu');

/** Findings without the doubts that are about the desk itself. Sorted, as given. */
export function leaveJargon(text: string, findings: readonly Finding[]): Finding[] {
  return findings.filter((one, at) => {
    if (one.confidence >= DOUBT || one.end - one.start > LONGEST || isAsked(one)) return true;
    return !isOfDesk(
      text,
      one,
      isBesidePerson(text, findings[at - 1], one) || isBesidePerson(text, one, findings[at + 1]),
    );
  });
}

/** A name or an address beside it may go on with it. */
function isBesidePerson(text: string, one: Finding | undefined, next: Finding | undefined): boolean {
  if (one === undefined || next === undefined || !(GOES_ON.has(one.type) || GOES_ON.has(next.type))) return false;
  return BESIDE.test(text.slice(one.end, next.start));
}

function isOfDesk(text: string, { start, end, confidence, type }: Finding, besidePerson: boolean): boolean {
  const value = text.slice(start, end);
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  const pieces = value.match(PIECES) ?? [];
  if (pieces.length === 0) return false;
  if (confidence < SLIGHT_DOUBT && isCountedThing(pieces, before + value) && !SAYS_OTHERWISE.test(before)) return true;
  if (/^#?\d/.test(value) && !JARGON.has(value.toLowerCase()))
    return confidence < SLIGHT_DOUBT && isNumberOfDesk(value, before, after);
  if (pieces.every((piece) => NEVER_OF_A_NAME.has(piece.toLowerCase()))) return true;
  const isLabel = LABELS.test(after);
  if ((besidePerson && !isLabel) || LABELLED.test(before) || isBehindPerson(before)) return false;
  if (pieces.some(isJargon) && pieces.every((piece) => isJargon(piece) || /^[A-Z]$/.test(piece))) return true;
  const isWord = (piece: string) => WORDS.has(piece.toLowerCase()) || COUNTS.has(piece.toLowerCase());
  return type === 'NAME' && confidence < SLIGHT_DOUBT && pieces.every(isWord);
}

/** "Loop 27", "page 3". */
const COUNTED_THING = /\b(?:loop|line|draft|queue|page|tab|screen|shift|thread) \d{1,3}\b[^\d]*$/i;

function isCountedThing(pieces: readonly string[], upTo: string): boolean {
  return pieces.every((piece) => /^\d{1,3}$/.test(piece) || WORDS.has(piece.toLowerCase())) && COUNTED_THING.test(upTo);
}

function isNumberOfDesk(value: string, before: string, after: string): boolean {
  if (STATUS.test(value)) return !IS_CALLED.test(before.slice(-20)) && !NUMBER_GOES_ON.test(after);
  if (TICKET.test(value)) return /#$/.test(value[0] === '#' ? '#' : before) && SPEAKS_OF_TICKETS.test(before);
  if (ORDINAL.test(value))
    return !BIRTH.test(before + after) && !BEHIND_MONTH.test(before) && !BEFORE_MONTH.test(after);
  const hours = HOURS.exec(value);
  if (hours !== null)
    return (hours[1] ?? '') < (hours[2] ?? '') && !/[\d-]$/.test(before) && !SAYS_OTHERWISE.test(before);
  return HOUR.test(value) && AT.test(before) && !SAYS_OTHERWISE.test(before) && !NUMBER_GOES_ON.test(after);
}

function isJargon(piece: string): boolean {
  const lower = piece.toLowerCase();
  if (!JARGON.has(lower)) return false;
  return piece === piece.toUpperCase() || (!CAPITALS_ALONE.has(lower) && piece.slice(1) === lower.slice(1));
}

/** "Vet OH", "Mrs. FA": whoever is spoken of may be named so. */
function isBehindPerson(before: string): boolean {
  const word = /([\p{L}'’]+)\.? $/u.exec(before)?.[1];
  return word !== undefined && PEOPLE.has(roleOf(word.toLowerCase()));
}
