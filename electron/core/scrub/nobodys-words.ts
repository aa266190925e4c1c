// Words that look like names or numbers of people and are not, by the words beside them: "Case mgr", "Hepatitis C", "2 weeks",
// "x-ray", "Browning CBOC", "Dallas users", "build 22A3370", a second sign-in code in one report.
import type { Finding } from '../domain/pii.ts';
import { KEEP, keepPhrase as keep } from './allowlist.ts';
import type { CuedPattern, CuedRule, NumberPattern, Pattern } from './detector.ts';
import { isGiven } from './names/lists.ts';
import { MEDICINE_NAMES, thingOf } from './names/things.ts';
import type { Tokens, Word } from './tokens.ts';

const COUNT =
  '\\b(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several|many|couple(?: of)?|last|past|next|these|those|this|every|each|all|over) {1,2}';

const MONTHS = 'jan feb mar apr may jun jul aug sept sep oct nov dec'.split(' ');

export const NOBODYS_WORDS: readonly CuedPattern[] = [
  keep(
    'duration',
    'week weeks day days month months hour hours minute minutes year years',
    new RegExp(`(?<=${COUNT})(?:week|day|month|hour|minute|year)s?\\b(?!['’]s \\p{Lu})`, 'iuy'),
  ),
  keep(
    'blank',
    'blank',
    /(?<=\b(?:is|are|was|were|be|stays?|stayed|staying|shows?|showed|showing|goes|went|comes?|came|up|remains?|still|all|just|a|the|page|screen|list|form|it|left) )blank(?! \p{Lu})/iuy,
  ),
  keep(
    'holiday',
    'christmas merry new martin mlk',
    /(?:christmas eve|merry christmas|new year['’]?s eve|martin luther king(?:,? jr\.?)?(?:['’]s)? (?:day|birthday|holiday))(?![\p{L}\p{N}])/iuy,
  ),
  keep(
    'months',
    MONTHS.flatMap((from) => MONTHS.filter((to) => to !== from).map((to) => `${from}-${to}`)).join(' '),
    new RegExp(`(?:${MONTHS.join('|')})-(?:${MONTHS.join('|')})(?![\\p{L}\\p{N}-])`, 'iuy'),
  ),
  keep('label', 'd', /D\. ?O\. ?B\b\.?/iy),
  keep('x-ray', 'x-ray x-rays x-rayed xray xrays', /x-?ray(?:s|ed)?\b/iy),
  keep('ray', 'x', /x[ -]rays?\b/iy),
  keep(
    'kind-of',
    'hepatitis hep vitamin vit influenza flu strep staph group class schedule plan part section option appendix phase type schedule stage team tier tab table exhibit appendix block grade',
    /(?:hepatitis|hep|vitamin|vit|influenza|flu|strep|staph|group|class|schedule|plan|part|section|option|appendix|phase|type|stage|team|tier|tab|table|exhibit|block|grade)(?:\.? |-)[A-K](?:-?12|\d)?(?![\p{L}\p{N}.'’])/iuy,
  ),
  keep(
    'case-work',
    'case page bill',
    /(?:case (?:mgrs?|managers?|management|mgmt|workers?|notes?|numbers?|ids?|no\.?|opened|closed|#)|page (?:up|down|not|load|loads|error|source)|bill pay(?:ment|er)?)(?![\p{L}\p{N}])/iuy,
  ),
];

/** Mailboxes of offices. */
export const NOBODYS_MAIL: Pattern = {
  type: 'OTHER',
  name: `${KEEP}-mailbox`,
  confidence: 1,
  pattern:
    /(?<![\w.+-])(?:no-?reply|do-?not-?reply|donotreply|webmaster|postmaster|mailer-daemon|helpdesk|help|support|info|feedback|notifications?|alerts?)@[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}/gi,
};

/** Kinds of places that follow their name. */
const SITES = 'cboc cbocs vamc vamcs hcs varo opc clc domiciliary cmop visn va clinic'.split(' ');
const DOSES =
  'refill refills mg mcg tablet tablets tab tabs capsule capsules dose doses daily rx prescription bid tid qhs prn po inhaler spray pill pills bottle order'.split(
    ' ',
  );
const TAKING = new Set(
  'takes taking take took on prescribed refill refills renew renewed dose med medication rx started stopped with'.split(
    ' ',
  ),
);
const TITLED = new Set(
  'mr mrs ms miss dr doctor nurse sgt with from by veteran vet caller patient agent provider'.split(' '),
);
const CROWDS =
  'users user veterans vets patients staff site sites region office area campus callers employees providers clinics clinic'.split(
    ' ',
  );

/** "Browning CBOC", "Walla Walla VAMC", "Dallas users": a place by what follows it. */
const PLACE_NAMES: CuedRule = {
  cues: new Set([...SITES, ...CROWDS]),
  find(reading, at) {
    const [site, name, before] = [reading.words[at], reading.words[at - 1], reading.words[at - 2]];
    if (site === undefined || name === undefined || !isBeside(reading, name, site)) return null;
    const isPlace = thingOf(name.lower) === 'p';
    const saysSite = SITES.includes(site.lower) && site.lower !== 'clinic' && site.lower !== 'va';
    if (!isPlace && (!saysSite || !name.capital)) return null;
    const two = before !== undefined && isBeside(reading, before, name) && before.capital ? before : null;
    if (two !== null && (TITLED.has(two.lower) || isGiven(two.lower) || name.kind === 'unknown'))
      return isPlace && thingOf(two.lower) === 'p' ? kept(two, name, 'place') : null;
    if (before !== undefined && TITLED.has(before.lower) && !saysSite) return null;
    return kept(two !== null && thingOf(two.lower) === 'p' ? two : name, name, 'place');
  },
};

/** Medicines that people are called by too, where they are taken or refilled. */
const MEDICINES: CuedRule = {
  cues: MEDICINE_NAMES,
  find({ words }, at) {
    const [before, name, after] = [words[at - 1], words[at], words[at + 1]];
    if (name === undefined) return null;
    const isTaken =
      (before !== undefined && TAKING.has(before.lower) && name.start - before.end <= 2) ||
      (after !== undefined && DOSES.includes(after.lower) && after.start - name.end <= 6);
    return isTaken ? kept(name, name, 'medicine') : null;
  },
};

/** "The Elizabeth Dole Act": a law by what follows it. */
const LAWS: CuedRule = {
  cues: ['act'],
  find(reading, at) {
    const act = reading.words[at];
    if (act === undefined || !act.capital) return null;
    let first = at;
    while (at - first < LONGEST_LAW) {
      const [before, word] = [reading.words[first - 1], reading.words[first]];
      if (before === undefined || word === undefined || !isOfLaw(reading, before, word)) break;
      first -= 1;
    }
    const opens = reading.words[first];
    return first === at || opens === undefined ? null : kept(opens, act, 'law');
  },
};
const LONGEST_LAW = 6;

/** A word of its name, an initial in it, or the "and" between two names: "Johnny Isakson and David P. Roe Act". */
function isOfLaw(reading: Tokens, before: Word, word: Word): boolean {
  if (before.lower === 'and') return word.capital && isBeside(reading, before, word);
  const isInitial = before.end - before.start === 1 && reading.text.slice(before.end, word.start) === '. ';
  return before.capital && (isInitial || isBeside(reading, before, word));
}

export const NOBODYS_BY_NEIGHBOR: readonly CuedRule[] = [PLACE_NAMES, MEDICINES, LAWS];

function isBeside({ text }: Tokens, word: Word, next: Word): boolean {
  return next.start - word.end === 1 && text[word.end] === ' ';
}

function kept(from: Word, to: Word, name: string): Finding {
  return { start: from.start, end: to.end, type: 'OTHER', confidence: 1, detector: `${KEEP}-${name}` };
}

/** The codes of signing in (electron/core/route/error-codes.ts). */
const CODES = /^(?:00[1-9]|10[1-8]|11[0-2]|20[1-3]|80[1-5])$/;
const SPOKE_OF_CODES = /\b(?:errors?|err|codes?)\b[^\n]{0,80}$/i;
const OF_A_PLACE = /(?:room|rm|bed|ward|apt|unit|area code|ext\.?|box|suite|ste|#)[ :#]{0,2}$/i;

const LIFE = /born|birth|b\.|lived|dob|died|deceased|r\.?i\.?p|\d[ /.-]$/i;
const LONGEST_SPAN = 40;

function isSpan(value: string): boolean {
  const [from = 0, to = 0] = [Number(value.slice(0, 4)), Number(value.slice(-4))];
  return from <= to && to - from <= LONGEST_SPAN;
}

export const NOBODYS_NUMBERS: readonly NumberPattern[] = [
  {
    type: 'OTHER',
    name: `${KEEP}-unit`,
    runs: [1, 2, 3],
    confidence: 1,
    pattern:
      /\d{1,3}(?:st|nd|rd|th|d)?[ -](?:airborne|infantry|inf|acr|evac|marines?|cav(?:alry)?|armou?red|air (?:force|commando|cav|wing)|division|div|fighter|bomb(?:er)?|engineers?|field artillery|mp|ranger|special forces|sf|regiment|battalion|brigade|squadron|wing|medical|recon|signal|transportation|group|floor|street clinic)(?![\p{L}\p{N}])/iuy,
  },
  {
    type: 'OTHER',
    name: `${KEEP}-counted`,
    runs: [1, 2, 3],
    confidence: 1,
    pattern: /\d{1,3}(?:th|st|nd|rd)?(?![\w-]|[./]\d| -? ?\d{2})/y,
    accept: (_, text, start) =>
      /(?:\bvisns?|psalm|chapter|verse|\bstep|\bitem|\bline|\brow|sprint|\bopt(?:ion)?|combined|rating|jaws|windows|ios|android|build|\btier|\brule|\bopt\.?)[ #:.]{1,2}$/i.test(
        text.slice(Math.max(0, start - 14), start),
      ),
  },
  {
    type: 'OTHER',
    name: `${KEEP}-room-of-work`,
    runs: [1, 2, 3, 4],
    confidence: 1,
    pattern: /\d{1,4}[A-Z]?(?![\w-])/iy,
    accept: (_, text, start) =>
      /(?:conference|conf|meeting|break|server|training|mail|exam|waiting) (?:room|rm)[ #:.]{1,2}$/i.test(
        text.slice(Math.max(0, start - 22), start),
      ),
  },
  {
    type: 'OTHER',
    name: `${KEEP}-another-code`,
    runs: [3],
    confidence: 1,
    pattern: /\d{3}(?![\w-]|[./]\d)/y,
    accept: (value, text, start) => {
      const before = text.slice(Math.max(0, start - 90), start);
      return CODES.test(value) && SPOKE_OF_CODES.test(before) && !OF_A_PLACE.test(before) && !/[\d(./-]$/.test(before);
    },
  },
  {
    type: 'OTHER',
    name: `${KEEP}-counted`,
    runs: [4, 5, 6, 7],
    confidence: 1,
    // Counted things: what they are called never follows somebody's last four, unless a label stands before it.
    pattern:
      /\d{4,7}(?= (?:rows|baud|bytes|pixels|px|dpi|rpm|characters|(?:errors|notices?) (?:today|yesterday|this|last|per|mailed))\b)/iy,
    accept: (_, text, start) =>
      !/(?:last|l-?4|four|ssn|soc|ends?|ending|rx|id|number|no\.?|#|[,;]) ?[:#=]? ?$/i.test(
        text.slice(Math.max(0, start - 16), start),
      ),
  },
  {
    type: 'OTHER',
    name: `${KEEP}-size`,
    runs: [3, 4],
    confidence: 1,
    pattern: /\d{3,4} ?[x×] ?\d{3,4}(?![\w-])/iuy,
    // The end of a phone and its extension look so, too: "544.708.5874x067".
    accept: (value, text, start) =>
      !/(?:^|x ?)0/i.test(value) && !/(?:ext\.?|\d[ ./)\]-]{0,3})$/i.test(text.slice(Math.max(0, start - 5), start)),
  },
  {
    type: 'OTHER',
    name: `${KEEP}-station`,
    runs: [3],
    confidence: 1,
    // A VA station, three digits and the letters of a part of it: 687, 589A7, 528GE.
    pattern: /\d{3}(?:[A-Z]{2}|[A-Z]\d)?(?![\w-]|[./ ]\d)/y,
    accept: (_, text, start) =>
      /(?:facility|facilities|station|stn|sta|site|vamc|cboc|hcs|division)(?: (?:no\.?|number|code|id))?[ #:=(]{1,3}$/i.test(
        text.slice(Math.max(0, start - 24), start),
      ),
  },
  {
    type: 'OTHER',
    name: `${KEEP}-machine-id`,
    runs: Array.from({ length: 17 }, (_, at) => at + 4),
    confidence: 1,
    pattern: /\d{4,20}(?![\w-]|[./ ]\d)/y,
    accept: (_, text, start) =>
      /(?:support|incident|event|request|req|trace|transaction|activity|reference)[ -]?id[ :#=]{1,3}$/i.test(
        text.slice(Math.max(0, start - 24), start),
      ),
  },
  {
    type: 'OTHER',
    name: `${KEEP}-years`,
    runs: [4],
    confidence: 1,
    // From one year to another, as of a service or a list: no birth year, unless a life is told.
    pattern: /(?:19|20)\d\d(?: ?[-–] ?| to | through | thru | until )(?:19|20)\d\d(?![\w-]|[./]\d)/y,
    accept: (value, text, start) => isSpan(value) && !LIFE.test(text.slice(Math.max(0, start - 40), start)),
  },
  {
    type: 'OTHER',
    name: `${KEEP}-law`,
    runs: [1, 2, 3, 4],
    confidence: 1,
    pattern: /\d{1,4}[A-Z]?(?![\w-])/y,
    accept: (_, text, start) =>
      /(?:U\.?S\.?C|C\.?F\.?R|§§?|Pub\. ?L)\.?[ ]{0,2}$/.test(text.slice(Math.max(0, start - 10), start)),
  },
  {
    type: 'OTHER',
    name: `${KEEP}-hour`,
    runs: [4],
    confidence: 1,
    pattern: /(?:[01]\d|2[0-3])[0-5]\d(?= ?(?:[ECMP][SDS]?T|UTC|Zulu|hrs|hours|Eastern|Central|Mountain|Pacific)\b)/y,
  },
  {
    type: 'OTHER',
    name: `${KEEP}-build`,
    runs: [2],
    confidence: 1,
    pattern: /\d{2}[A-Z]\d{1,5}[a-z]?(?![\w-])/y,
    accept: (_, text, start) =>
      /(?:build|ios|ipados|macos|watchos|version|os)[^\n]{0,12}$/i.test(text.slice(Math.max(0, start - 24), start)),
  },
];
