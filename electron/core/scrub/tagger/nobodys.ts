// What the tagger takes for personal and is nobody's: words of these reports, a machine's words, dates of events, times of day.
// Judged after it has spoken, so that no learning is needed for what is certain.
import { ASK_BELOW, type Finding } from '../../domain/pii.ts';
import { EPOCH } from '../birth-dates.ts';
import { NAME_STOPWORDS } from '../name-stopwords.ts';
import { DOMAIN_WORDS } from '../names/domain-words.ts';
import { TAGS } from './chain.ts';
import { countingUp } from './counting-up.ts';
import { MASK_FROM } from './levels.ts';
import { isNobodyAlone } from './nobody-alone.ts';
import { roleOf } from './roles.ts';
import type { Token } from './tokens.ts';

const LONGEST_MACHINE_WORD = 64;
const SURE_ALONE = 0.92;
/** From here on no word is nobody's for being a word. */
const LIKELIER = 0.7;

/** A word of code, as in `baselineN`; deShawn and macLeod are names. */
const IDENTIFIER = /^(?!(?:ma?c|de|di|da|du|la|le|el|al|van|von|o['’]|d['’])\p{Lu})\p{Ll}+\p{Lu}/u;

/** The digits of a machine's word, as in `ERR_518410093`. */
const MACHINE_WORD = /^[a-z]{2,}_?(?:\d{3}-\d{2}-\d{4}|\d{9,10})$/i;

const MACHINE_PART = /^(?:\d+|[a-f]+)$/;
/** Of a request, a commit or a trace. */
const HEXADECIMAL = /^(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{16,64}$/;

/** Of Windows: 0x8007000E. */
const CODE_OF_A_SYSTEM = /^0x[\da-f]{4,16}$/i;
/** The site itself, and the repositories and tickets of its teams. */
const OWN_SITE =
  /^(?:https?:\/\/)?(?:www\.)?(?:va\.gov|github\.com(?:\/department-of-veterans-affairs\/[\w.-]{1,60}(?:\/(?:issues|pull|discussions)\/\d{1,7})?)?)(?![\w.-])/i;
const LONGEST_SITE = 150;
const OF_A_SHARE = /^(?:[ -]hundred)? ?(?:percent|per cent|pct|%)/i;

/** Some are called so; of those who write it, nearly all mean the day. */
const DAY_OF_WEEK = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const SUREST = 0.95;

/** What stands for a kind of sign in a pattern: \d\d-\d. */
const SIGN_OF_A_PATTERN = /^[dDwWsS]$/;

/**
 * Words of these reports that may be names are not asked about where neither a neighbor nor a rule takes them for one; nor
 * are the digits of a machine's word, numbers that count up by one, nor a word beside a number.
 */
export function leaveNobodys(
  text: string,
  tokens: readonly Token[],
  { chances, tags, known }: { chances: Float64Array; tags: Int8Array; known: Uint8Array },
  soft: readonly Finding[],
) {
  if (tokens.length === 1) leaveSingleWord(tokens[0], chances, soft);
  let passed = 0;
  let counted: Uint8Array | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || (chances[at] ?? 0) < MASK_FROM) continue;
    while (passed < soft.length && (soft[passed]?.end ?? 0) <= token.start) passed += 1;
    if (isOfMachineWord(text, token, tokens[token.chunkFrom], tokens[token.chunkTo - 1], TAGS[tags[at] ?? 0])) {
      chances[at] = 0;
      continue;
    }
    if (isOwnSite(text, token, tokens[token.chunkFrom]) || OF_A_SHARE.test(text.slice(token.end, token.end + 17))) {
      chances[at] = 0;
      continue;
    }
    if (isBesideAddress(token, TAGS[tags[at] ?? 0]) || ((chances[at] ?? 0) < SUREST && isKey(text, token))) {
      chances[at] = 0;
      continue;
    }
    const byRule = (soft[passed]?.start ?? token.end) < token.end;
    const beside = Math.max(chances[at - 1] ?? 0, chances[at + 1] ?? 0);
    const besideAny = Math.max(beside, known[at - 1] ?? 0, known[at + 1] ?? 0);
    const word = text.slice(token.start, token.end).toLowerCase();
    const isDoubtful = !byRule && (chances[at] ?? 0) < ASK_BELOW;
    if (isDoubtful && isNobodyAlone(word, token, TAGS[tags[at] ?? 0], besideAny, text[token.end] ?? '')) {
      chances[at] = 0;
      continue;
    }
    if (token.look.isNumber) {
      if (
        !byRule &&
        TAGS[tags[at] ?? 0] === 'DOB' &&
        isOfAnEvent(text, tokens[token.chunkFrom], tokens[token.chunkTo - 1])
      )
        chances[at] = 0;
      if (!byRule && OF_DIGITS.has(TAGS[tags[at] ?? 0] ?? '')) {
        counted ??= countingUp(text, tokens);
        if (counted[at] === 1) chances[at] = 0;
      }
      if (!byRule && isDoubtfulNumber(text, token, TAGS[tags[at] ?? 0]))
        chances[at] = Math.min(chances[at] ?? 0, ASK_BELOW - 0.01);
      continue;
    }
    if (text[token.start - 1] === '=' && text[token.end] === '(') {
      // A function of a spreadsheet: =HYPERLINK(…).
      chances[at] = 0;
      continue;
    }
    if (OF_NO_CODE.has(TAGS[tags[at] ?? 0] ?? '') && IDENTIFIER.test(text.slice(token.start, token.end)))
      chances[at] = 0;
    if (TAGS[tags[at] ?? 0] === 'DOB' && isFunctionWord(text, token) && !isBesideDate(at, chances, tags))
      chances[at] = 0;
    const chance = chances[at] ?? 0;
    const isName = TAGS[tags[at] ?? 0] === 'NAME';
    const before = text.slice(tokens[at - 1]?.start, tokens[at - 1]?.end).toLowerCase();
    const isLoneName = isName && !byRule && beside < ASK_BELOW && chance < SUREST;
    if (isLoneName && DAY_OF_WEEK.test(word) && roleOf(before) !== 'title') {
      chances[at] = 0;
      continue;
    }
    if (chance >= LIKELIER || byRule) continue;
    if (TAGS[tags[at] ?? 0] === 'NAME' && token.look.group === 'letter' && beside < OF_INITIALS) {
      chances[at] = 0;
      continue;
    }
    const besideName = beside >= ASK_BELOW;
    if (isNobodysWord(word, token, TAGS[tags[at] ?? 0], chance < ASK_BELOW && !besideName)) chances[at] = 0;
  }
}

/** A word on its own beside an address of the network: "v6", "ok", "grep". */
function isBesideAddress({ look, chunkFrom, chunkTo }: Token, tag: string | undefined): boolean {
  return tag === 'IP' && !look.isNumber && look.group === 'word' && chunkTo - chunkFrom === 1;
}

/** A key that a machine wrote says what its value is: `"primaryPhone":`. */
function isKey(text: string, { start, end }: Token): boolean {
  return text[start - 1] === '"' && KEY_ENDS.test(text.slice(end, end + 3));
}
const KEY_ENDS = /^" ?:/;

/** A word of an address of which only what follows may be somebody's. */
function isOwnSite(text: string, { end }: Token, first: Token | undefined): boolean {
  const start = first?.start ?? 0;
  const site = OWN_SITE.exec(text.slice(start, start + LONGEST_SITE));
  return site !== null && end <= start + site[0].length;
}

/**
 * A text of one word, as in a cell of a table, is nobody for it; one that names people as well is asked about at the most, and
 * so is one that nobody knows, unless its look leaves little doubt.
 */
function leaveSingleWord(token: Token | undefined, chances: Float64Array, soft: readonly Finding[]) {
  const group = token?.look.group;
  const chance = chances[0] ?? 0;
  if (soft.length > 0 && group === 'both') return;
  if (group === 'word') chances[0] = 0;
  if (group === 'both' || (group === 'unknown' && soft.length === 0 && chance < SURE_ALONE))
    chances[0] = Math.min(chance, ASK_BELOW - 0.01);
}

/** A word that no name is made of; away from names one of this trade; and one that stands beside a number. */
function isNobodysWord(word: string, { look, glued }: Token, tag: string | undefined, isAlone: boolean): boolean {
  if (tag === 'NAME') {
    if (NAME_STOPWORDS.has(word)) return isAlone || look.group === 'word';
    if (DOMAIN_WORDS.has(word)) return isAlone;
    return isAlone && look.group === 'word' && NO_NAME_ALONE.has(roleOf(word));
  }
  if (tag === 'ADDRESS') return isAlone && BEHIND_ADDRESS.test(word);
  return look.group === 'word' && !glued && (tag === 'ID' || tag === 'SSN' || tag === 'PHONE');
}

/** Kinds of numbers that are told digit by digit. */
const OF_DIGITS: ReadonlySet<string> = new Set(['SSN', 'PHONE', 'ID']);

/** What a sentence goes on with behind an address. */
const BEHIND_ADDRESS = /^(?:please|pls|plz|thanks|thank|asap|and|or|but)$/;

const OF_NO_CODE: ReadonlySet<string> = new Set(['NAME', 'ID']);

/** What joins the words of a sentence, as well as those of a date: "the fifth of May". */
const FUNCTION_ROLES = new Set(['and', 'link', 'be', 'who', 'mine']);

function isFunctionWord(text: string, { start, end }: Token): boolean {
  return FUNCTION_ROLES.has(roleOf(text.slice(start, end).toLowerCase()));
}

function isBesideDate(at: number, chances: Float64Array, tags: Int8Array): boolean {
  const isDate = (other: number) => (chances[other] ?? 0) >= MASK_FROM && TAGS[tags[other] ?? 0] === 'DOB';
  return isDate(at - 1) || isDate(at + 1);
}

/** Who is spoken of, without a name. */
const NO_NAME_ALONE = new Set(['relative', 'say', 'link', 'mine', 'be', 'and', 'who']);
/** A letter by itself names nobody; two beside each other may be initials. */
const OF_INITIALS = 0.12;

/** A date of the last years, whole or in eight digits: of a report or a release, unless a label says it is a birth date. */
const RECENT_DATE = /^(?:20[1-9]\d\W?\d{1,2}\W?\d{1,2}|\d{1,2}\W?\d{1,2}\W?20[1-9]\d)(?:\D|$)/;

/** A day of a month, which is a birthday only where one is spoken of. */
const DAY_OF_MONTH = /^\d{1,2}[/-]\d{1,2}$/;
const BIRTHDAY = /birth|b-?day|\bborn|\bdobb?\b|nac|turn(?:s|ed|ing)\b/i;
const AROUND = 48;

function isOfAnEvent(text: string, first: Token | undefined, last: Token | undefined): boolean {
  if (first === undefined || last === undefined || last.end - first.start > LONGEST_MACHINE_WORD) return false;
  const date = text.slice(first.start, last.end);
  if (DAY_OF_MONTH.test(date)) return !BIRTHDAY.test(text.slice(Math.max(0, first.start - AROUND), last.end + AROUND));
  return RECENT_DATE.test(date);
}

/** Four digits that may as well be the year of something else, or the time of day: asked about unless a label says more. */
const YEAR = /^(?:19|20)\d\d$/;
const HOUR = /^(?:[01]\d|2[0-3])[0-5]\d$/;
const LAST_FOUR = /last|\bl-?4\b|four|ssn|soc|ending|ends|digits|x{2,}|\*{2,}|cuatro/i;
const BEFORE = 60;

function isDoubtfulNumber(text: string, { start, end }: Token, tag: string | undefined): boolean {
  if (end - start !== 4) return false;
  const number = text.slice(start, end);
  const around = text.slice(Math.max(0, start - BEFORE), end + BEFORE / 2);
  if (tag === 'DOB') return YEAR.test(number) && !BIRTHDAY.test(around) && !/\bb\.|year/i.test(around);
  return tag === 'SSN' && HOUR.test(number) && !LAST_FOUR.test(around);
}

function isOfMachineWord(text: string, token: Token, first?: Token, last?: Token, tag?: string): boolean {
  if (first === undefined || last === undefined || last.end - first.start > LONGEST_MACHINE_WORD) return false;
  const part = text.slice(token.start, token.end);
  if (text[token.start - 1] === '\\' && SIGN_OF_A_PATTERN.test(part)) return true;
  const whole = text.slice(first.start, last.end);
  if (CODE_OF_A_SYSTEM.test(whole)) return true;
  if (!MACHINE_PART.test(part)) return false;
  return EPOCH.test(whole) || MACHINE_WORD.test(whole) || (tag !== 'SECRET' && HEXADECIMAL.test(whole));
}
