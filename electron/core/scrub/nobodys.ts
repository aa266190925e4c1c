// What bears a person's name or number and is public: facilities named after people, the lines of the VA and of others that
// anybody may call, and the numbers of forms.

import { KEEP } from './allowlist.ts';
import { type CuedPattern, type CuedRule, matchEnd, NO_MORE_DIGITS, type NumberPattern } from './detector.ts';

/** VA facilities named after people, as they are written: https://www.va.gov/directory/guide/allstate.asp */
const FACILITIES = [
  'aleda e. lutz|alvin c. york|audie murphy|audie l. murphy|bruce w. carter|c.w. bill young|c.w. "bill" young|c.w. young|carl vinson',
  'captain james a. lovell|james a. lovell|carl t. hayden|chalmers p. wylie|charlie norwood|clement j. zablocki',
  'corporal michael j. crescenz|michael j. crescenz|dwight d. eisenhower|edith nourse rogers|edward hines|edward p. boland',
  'ernest childers|eugene j. towbin|franklin d. roosevelt|franklin delano roosevelt|franklin r. sousley|g.v. \\(sonny\\) montgomery',
  "g.v. sonny montgomery|george e. wahlen|george h. o'brien,? jr.|h. john heinz iii|h. john heinz|harry s. truman|hershel woody williams",
  'hershel "woody" williams|hunter holmes mcguire|ioannis a. lougaris|jack c. montgomery|james a. haley|james e. van zandt|james h. quillen',
  'james j. peters|jerry l. pettis|john cochran|john d. dingell|john j. pershing|john l. mcclellan',
  'jonathan m. wainwright|jose e. gonzalez|lt. col. luke weathers|louis stokes|malcom randall|mann-grandstaff|mann grandstaff',
  "michael e. debakey|mike o'callaghan|olin e. teague|oscar g. johnson|overton brooks|patrick v. mcnamara|ralph h. johnson|raymond g. murphy",
  'richard l. roudebush|robert j. dole|robley rex|royal c. johnson|sam rayburn|samuel s. stratton|spark m. matsunaga|thomas e. creek|w.g. \\(bill\\) hefner',
  'w.g. hefner|william s. middleton|william v. chappell|wm. jennings bryan dorn|william jennings bryan dorn|jennings bryan dorn|johns hopkins',
].flatMap((line) => line.split('|'));
const escaped = (name: string) => name.replace(/\. ?| /g, (gap) => (gap === ' ' ? '[ ]' : '\\.?[ ]?'));
const AFTER =
  '(?:,?[ ](?:jr|sr|ii|iii)\\b\\.?)?(?:[ ](?:memorial|va|vamc|veterans|medical|center|clinic|cboc|hospital|hcs|department|of|affairs|administration|outpatient|health|care|system)\\b){0,7}';
/** These are plain names too: of a facility only where it says so. */
const PLAIN = 'bob stump|charles george|charles wilson|jesse brown|john heinz|louis a. johnson|james j. howard'.split(
  '|',
);
const FACILITY = new RegExp(
  `(?:(?:${FACILITIES.map(escaped).join('|')})(?![\\p{L}\\p{N}])${AFTER}|(?<=\\bthe )(?:${PLAIN.map(escaped).join('|')})(?![\\p{L}\\p{N}])|(?:${PLAIN.map(escaped).join('|')})(?=[ ](?:va|vamc|memorial|department|medical|veterans)\\b)${AFTER})`,
  'iuy',
);

export const FACILITY_NAMES: CuedRule = {
  cues: ['mann-grandstaff', ...[...FACILITIES, ...PLAIN].flatMap((name) => /^[\p{L}']+/u.exec(name) ?? [])],
  find({ text, words }, at) {
    const start = words[at]?.start ?? 0;
    const end = matchEnd(FACILITY, text, start);
    return end === null ? null : { start, end, type: 'OTHER', confidence: 1, detector: `${KEEP}-facility` };
  },
};

export const SHIPS: CuedPattern = {
  type: 'OTHER',
  name: `${KEEP}-ship`,
  cues: ['uss', 'usns', 'uscgc'],
  confidence: 1,
  pattern:
    /US(?:S|NS|CGC) (?:[A-Z][\p{L}'’-]{1,20}\.?)(?: (?:[A-Z]\.|[A-Z][\p{L}'’-]{1,20})){0,3}(?= \(|[^\p{L} ]| \p{Ll}|$)/uy,
};

/** Benefits, health, crisis and other lines on va.gov/resources/helpful-va-phone-numbers, and of what stands beside them. */
const PUBLIC_LINES =
  '8008271000|8004888244|8006982411|8008778339|8772228387|8773270022|8003786262|8444287737|8006692477|8008277500|8552603274|8004647328|8775744838|8557282463|8554887441|8008294833|8774703722|8888203787|8004553525|8668006282|8002738255|8664604428|8005358106|8447245842|8448250700|8888888762|8443977233|8555746746|8555747286|8008275648|8884424551|8669337478|8004426424|8009838387|8666068198|8774246733|8777276444|8334378387|8442838387|8007721213|8003253000|8006336227|8003252266'.split(
    '|',
  );
const PUBLIC = new Set(PUBLIC_LINES);
const TOLL_FREE = '8(?:00|33|44|55|66|77|88)';
/** Nobody pays for calls to a person; but who is asked to be called back there may be one. */
const SOMEBODYS =
  /(?:cell|mobile|home|my|his|her|their|call ?back|cb|(?:call|reach) (?:me|him|her))\W{1,3}(?:\w+\W+){0,2}$/i;
const LINE = `(?:\\+?1[ .-]?)?\\(?${TOLL_FREE}\\)?[ .-]{0,2}\\d{3}[ .-]?\\d{4}`;

export const PUBLIC_NUMBERS: readonly NumberPattern[] = [
  {
    type: 'OTHER',
    name: `${KEEP}-public-line`,
    runs: [0, 1, 3, 10, 11],
    gluedRuns: [3, 10, 11],
    confidence: 1,
    pattern: new RegExp(`${LINE}${NO_MORE_DIGITS}`, 'y'),
    accept: (value, text, start) =>
      PUBLIC.has(value.replace(/\D/g, '').slice(-10)) ||
      (/\d\W+\d/.test(value) && !SOMEBODYS.test(text.slice(Math.max(0, start - 40), start))),
  },
  {
    type: 'OTHER',
    name: `${KEEP}-text-line`,
    runs: [6],
    confidence: 1,
    // The Veterans Crisis Line and the Crisis Text Line.
    pattern: /(?:838255|741741)(?![\w-])/y,
  },
  {
    type: 'OTHER',
    name: `${KEEP}-no-host`,
    runs: [1, 2, 3],
    confidence: 1,
    pattern: /(?:(?:127|0)(?:\.\d{1,3}){3}|255\.255(?:\.\d{1,3}){2}|\d{1,3}(?:\.\d{1,3}){2}\.0\/\d{1,2})(?![\w.])/y,
  },
  {
    type: 'OTHER',
    name: `${KEEP}-drug-code`,
    runs: [4, 5],
    confidence: 1,
    pattern: /\d{4,5}-\d{3,4}-\d{2}(?!\w)/y,
    accept: (_, text, start) =>
      /ndc[ :#]{1,3}$|ndc \S{11,14} (?:and|or|to) $/i.test(text.slice(Math.max(0, start - 24), start)),
  },
  {
    type: 'OTHER',
    name: `${KEEP}-machine-number`,
    runs: [8, 9, 10, 13],
    confidence: 1,
    pattern: /\d{8,13}(?![\w-])/y,
    accept: isOfMachine,
  },
  {
    type: 'OTHER',
    name: `${KEEP}-form`,
    runs: [2],
    confidence: 1,
    pattern: /(?:2[0126789]|40|10)P?-(?:\d{2,4}[A-Z]{0,3}|\d{5})(?![\w-])/iy,
    accept: (value) => FORMS.has(value.toLowerCase().replace(/[a-z]+$/, '')),
  },
  {
    type: 'OTHER',
    name: `${KEEP}-filler`,
    runs: [3],
    gluedRuns: [3],
    confidence: 1,
    // One digit over and over fills a box of a form or the screen of a phone.
    pattern: new RegExp(`(?<d>\\d)\\k<d>{2}([-. ])\\k<d>{2,3}\\2\\k<d>{4}${NO_MORE_DIGITS}`, 'y'),
  },
  {
    type: 'OTHER',
    name: `${KEEP}-example`,
    runs: [4, 5, 6, 9],
    confidence: 1,
    pattern: /1234(?:5(?:6(?:789)?)?)?(?![\w-])/y,
    accept: (_, text, start) =>
      /(?:example|e\.g\.|such as|placeholder)[:,=]{0,2} ?["“'(]?$/i.test(text.slice(Math.max(0, start - 16), start)),
  },
];

/** Where forms and letters of the VA go to; the number of the box says whose it is. */
const VA_BOXES = '4444|4616|5235|5365|8888|11930|27063|95211|469028|469063|469064';

export const PUBLIC_BOXES: CuedPattern = {
  type: 'OTHER',
  name: `${KEEP}-public-box`,
  confidence: 1,
  cues: ['po', 'p', 'box'],
  pattern: new RegExp(
    `(?:p\\.?[ ]?o\\.?[ ]?)?box[ ](?:${VA_BOXES})(?:[ ,\\n]{1,3}(?:janesville|buffalo|muskogee|denver|lakeland|washington|st\\.? paul)[ ,]{1,2}[a-z]{2,9}\\.?(?:[ ]\\d{5}(?:-\\d{4})?)?)?(?![\\w-])`,
    'iy',
  ),
  accept: (value, text, start) => OFFICE.test(text.slice(Math.max(0, start - 80), start + value.length + 40)),
};
const OFFICE =
  /janesville|buffalo|muskogee|denver|lakeland|st\.? paul|intake|champva|department of|claims|board of|regional/i;

const MACHINES =
  /(npi|snomed|rxnorm|epoch|timestamp|unix time|hsts|max-age|retry-after|ratelimit-reset|\biat|\bnbf|content-length|tms item|bytes)[ :=#]{1,3}$/i;
/** A label of somebody's shortly before weighs more: "the SSN in bytes: …". */
const SOMEBODYS_NUMBER = /(?:\bssn|\bsocial|\bedipi|\bicn|\bdfn|\bmrn)\b[^\n]{0,24}$/i;
const NPI_DIGITS = 10;
/** "Dr. Ng, NPI": with the name it says who is spoken of. */
export const BESIDE_DOCTOR = /\b(?:dr|doctor)\b\.? [\p{L}.'’ -]{2,24}[ ,(]{1,2}npi[ :=#]{1,3}$/iu;

/** Counted or drawn by a machine, or of a provider: an NPI has ten digits. */
function isOfMachine(value: string, text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const label = MACHINES.exec(before)?.[1]?.toLowerCase();
  const counted = /^ (?:bytes|bits|rows|ms)\b/i.test(text.slice(start + value.length, start + value.length + 7));
  if (label === undefined && !counted) return false;
  if (label === 'npi' && BESIDE_DOCTOR.test(before)) return false;
  return (label !== 'npi' || value.length === NPI_DIGITS) && (label === 'npi' || !SOMEBODYS_NUMBER.test(before));
}

/** Numbers of catalogs and of nothing that lives, one or several behind their label. */
const CATALOGED =
  /\b(?:rxcuis?|rxnorm|loincs?|snomed(?: ct)?|upcs?|ean|isbns?|gtin|cvx|mvx|cpts?|hcpcs|drgs?|icd(?:-?10)?|taxonomy|(?:fhir|stop|rev(?:enue)?) codes?|rfc|errno|sqlcode|offset|latency|heap)[ :=#]{1,3}(?:[\dA-Z.-]{2,14}(?:, ?| and | or |, and ))*$/i;

export const CATALOG_NUMBERS: NumberPattern = {
  type: 'OTHER',
  name: `${KEEP}-machine-number`,
  runs: Array.from({ length: 18 }, (_, at) => at + 3),
  confidence: 1,
  pattern: /\d{3,20}(?:-\d{1,6}){0,2}(?![\w-])/y,
  accept: (_, text, start) => {
    const before = text.slice(Math.max(0, start - 64), start);
    return CATALOGED.test(before) && !SOMEBODYS_NUMBER.test(before);
  },
};

const FORMS = new Set(
  '10-10 10-2850 10-3542 10-5345 10-583 10-7959 10-1394 10-8678 20-0995 20-0996 20-10206 20-10207 20-10208 20-5655 21-0304 21-0538 21-0779 21-0781 21-0788 21-0845 21-0847 21-0960 21-0966 21-0972 21-10210 21-2680 21-4138 21-4140 21-4142 21-4192 21-526 21-674 21-686 21-8940 21-22 21p-0847 21p-0969 21p-4185 21p-527 21p-530 21p-534 21p-8416 22-0803 22-0810 22-0989 22-0993 22-0994 22-10203 22-1919 22-1990 22-1995 22-5490 22-5495 22-8794 26-1880 26-4555 27-2008 28-0987 28-1900 28-8832 29-4364 40-0247 40-1330 40-10007 40-4962'.split(
    ' ',
  ),
);
