// Postal addresses: streets with and without a city, boxes, military mail, and whatever stands behind "Address:".
import type { CuedPattern, NumberPattern } from './detector.ts';
import { NAME_STOPWORDS } from './name-stopwords.ts';

const KINDS =
  'st|street|ave|avenue|av|rd|road|dr|drive|ln|lane|blvd|boulevard|ct|court|cir|circle|pl|place|way|ter|terrace|pkwy|parkway|hwy|highway|trl|trail|loop|sq|square|broadway|esplanade|camino|avenida|calle|run|pike|row|pass|plaza|cove|cv|xing|crossing|pt|point|aly|alley';
const STATES =
  'AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|PR|GU|VI|AS|MP|alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|puerto rico|guam';
const ZIP = '(?:[ ,\\n]{1,3}\\d{5}(?:-\\d{4})?)?';
const UNIT =
  '(?:[ ,\\n]{1,3}(?:apt|apartment|unit|suite|ste|lot|bldg|rm|room|fl|floor|spc|space|trlr|#)\\.?[ ]?#?[A-Z0-9-]{1,6})?';
/** Words of the sentence after an address, which in small letters would read as a city: "Cannot sign in" (Indiana). */
const CITY_WORD =
  "(?!(?:cannot|can|see|any|sign|log|veteran|caller|patient|description|verify|identity|the|is|and|to|for|from|with|phone|email|issue|tool|browser|facility|unable|states|says|reports|address|dob|ssn|he|she|his|her|my|they|not|no|does|did|has|have|was|will|when|while|after|before|because|please|call|but|that|this|it|an?)\\b)[A-Z.'-]{1,30}";
/** States whose letters are words: without a comma before them or a ZIP behind, they go on with the sentence. */
const IS_STATE =
  '(?:(?<=,[ ]{0,2})|(?!(?:in|or|ok|me|hi|oh|la|ma|pa|as|de|co|al|id|mo|pr)\\b(?!\\.?[ ,\\n]{1,3}\\d{5})))';
const CITY = `(?:[ ,\\n]{1,3}(?:${CITY_WORD}[ ]){0,3}${CITY_WORD}[ ,]{1,2}${IS_STATE}(?:${STATES})\\b\\.?${ZIP})?`;
/** "Broadway Ave", "Fox Run Court": what may stand behind a kind that is part of the name. */
const SECOND_KINDS = 'st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|ct|court|cir|circle|way|ter|trl|trail|loop';
const POINT = '(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)';
const NAMED = `(?:${POINT}\\.?[ ])?(?:[\\p{L}0-9.'’-]{1,24}[ ]){0,4}?(?:${KINDS})\\b\\.?(?:[ ](?:${SECOND_KINDS})\\b\\.?)?(?:[ ]\\d{1,4}\\b)?(?:[ ]${POINT}\\b)?`;
const GRID = `${POINT}\\.?[ ]\\d{2,5}[ ]${POINT}\\b`;
const ROUTE = `(?:fm|hwy|highway|county road|cr|state route|sr|us|rr|rural route)[ ]\\d{1,4}(?:[ ]rd)?(?:[ ]${POINT}\\b)?`;

export const ADDRESSES: readonly CuedPattern[] = [
  {
    type: 'ADDRESS',
    name: 'box',
    cues: ['po', 'p', 'post', 'box'],
    confidence: 0.95,
    pattern: new RegExp(`(?:p\\.?[ ]?o\\.?|post office)[ ]?box[ ]#?\\d{1,6}${CITY}`, 'iy'),
  },
  {
    type: 'ADDRESS',
    name: 'rural-box',
    cues: ['rr', 'r', 'hc', 'hcr', 'rural', 'rt', 'rte', 'route', 'rfd', 'star', 'highway'],
    confidence: 0.95,
    pattern: new RegExp(
      `(?:r\\.?r\\.?|hcr?|(?:rural |star )?(?:route|rte|rt)|rfd|highway contract(?: route)?)\\.?[ ]?#?\\d{1,3},?[ ](?:box|bx)\\.?[ ]?#?\\d{1,5}[A-Z]?(?![\\w-])${CITY}`,
      'iy',
    ),
  },
  {
    type: 'ADDRESS',
    name: 'military',
    cues: ['psc', 'unit', 'cmr'],
    confidence: 0.97,
    pattern:
      /(?:psc|unit|cmr)[ ]\d{1,6}[ ,\n]{1,3}box[ ]\d{1,6}(?:[ ,\n]{1,3}(?:apo|fpo|dpo)[ ,]{1,2}(?:ae|ap|aa)(?:[ ]\d{5}(?:-\d{4})?)?)?/iy,
  },
  {
    type: 'ADDRESS',
    name: 'address-labelled',
    cues: ['address', 'addr', 'live', 'lives', 'living', 'going'],
    confidence: 0.85,
    pattern: new RegExp(
      `(?:address|addr|lives? at|living at|going to)\\b[ \\t:]*(?:is )?(?<v>\\d{1,6}[ ][^\\n/;]{4,60}?\\n?[^\\n/;]{0,40}?\\b(?:${STATES})\\b${ZIP})`,
      'iy',
    ),
    accept: (value) =>
      !/\b(?:cannot|can|veteran|caller|phone|email|says|states|description|unable|not)\b|[^,] (?:in|or|ok|me|hi|oh|as|id|so)$/i.test(
        value,
      ),
  },
  {
    type: 'ADDRESS',
    name: 'address-labelled',
    cues: ['lives', 'live', 'lived', 'living', 'resides', 'residing'],
    confidence: 0.9,
    pattern:
      /(?:[Ll]iv(?:e[sd]?|ing)|[Rr]esid(?:es|ing)) at (?<v>\d{1,6} \p{Lu}[\p{L}'’-]{2,30}(?: \p{Lu}[\p{L}'’-]{1,30}){0,2})(?![\p{L}\p{N}])/uy,
  },
  {
    type: 'ADDRESS',
    name: 'address-line',
    cues: ['address', 'addr'],
    confidence: 0.85,
    // Up to what ends the line or, behind a ZIP or a long word, the sentence.
    pattern: /addr(?:ess)?\b[ \t]*[:=][ \t]*(?<v>\d{1,6}[ ](?:(?<!(?:\d{5}|[a-z]{5})[.!?](?=[ ]))[^\n;/]){3,80})/iy,
  },
];

export const STREETS: readonly NumberPattern[] = [
  {
    type: 'ADDRESS',
    name: 'street',
    runs: [1, 2, 3, 4, 5, 6],
    confidence: 0.93,
    pattern: new RegExp(`\\d{1,6}[ ](?:\\d{1,5}[ ])?(?:${NAMED}|${GRID}|${ROUTE})${UNIT}${CITY}`, 'iuy'),
    accept: isStreet,
  },
  {
    type: 'ADDRESS',
    name: 'street-and-zip',
    runs: [1, 2, 3, 4, 5],
    confidence: 0.88,
    // Without a kind of street, its city and ZIP say what it is: "5508 N Kimball #2F, Chicago 60625".
    pattern: new RegExp(
      `(?=[^\\n]{8,80}?[ ]\\d{5}(?!\\d))\\d{1,5}[A-Z]?[ ](?:${POINT}\\.?[ ])?(?:\\d{1,3}(?:st|nd|rd|th)|[\\p{L}'’-]{3,20}(?:[ ][\\p{L}'’-]{3,20})?)(?:[ ]#?[A-Z0-9-]{1,5})?,?[ ](?:[\\p{L}'’.-]{3,20}[ ]){0,2}[\\p{L}'’.-]{3,20},?[ ](?:(?:${STATES})\\b[ ])?\\d{5}(?:-\\d{4})?(?![\\w-])`,
      'iuy',
    ),
    accept: (value) => isStreet(value) && !NO_STREET.test(value),
  },
  {
    type: 'ADDRESS',
    name: 'street-unit-and-city',
    runs: [1, 2, 3, 4, 5],
    confidence: 0.86,
    // Without a kind of street, its unit and a state at the end say what it is; a town may hold one too: "Truth or Consequences NM".
    pattern: new RegExp(
      `\\d{1,5}[ ][\\p{L}'’-]{3,20}(?:[ ][\\p{L}'’-]{2,20}){0,2},[ ](?:(?:bldg|building|apt|unit|rm|room|lot|ste|suite|trlr|spc)\\.?[ ]#?[A-Z0-9-]{1,5},?[ ]){1,3}(?:[\\p{L}.'’-]{2,20}[ ]){0,4}[\\p{L}.'’-]{2,20},?[ ](?:${STATES})\\b(?=[ ]?(?:[.,;)\\n]|$)|[ ]\\d{5})(?:[ ]\\d{5}(?:-\\d{4})?)?(?![\\w-])`,
      'iuy',
    ),
    accept: (value) => isStreet(value) && !NO_STREET.test(value),
  },
];

/** What else stands before five digits. */
const NO_STREET =
  /\b(?:rx|ssn|id|edipi|case|ticket|claim|code|zip|error|msg|message|number|no|ref|kb|inc|cpt|icd|hcpcs|mod|paid|denied|ndc|npi)\b/i;

/** "39 secure messages to Dr." and "0400 CT" are no streets: what stands between number and kind would have to be its name. */
function isStreet(value: string): boolean {
  const between = value.toLowerCase().match(/[a-z]{2,}/g) ?? [];
  return (
    !/^\d+(?: \d+)* (?:st|dr|pass|row|run|way|point|place|loop|court|ct|pt|cv|av|pl)\b/i.test(value) &&
    !between.slice(0, 3).some((word) => MEASURES.has(word)) &&
    !between.slice(0, 3).some((word) => COMMON.has(word))
  );
}

/** "60 min drive", "3 mo per Dr.": counted things, then a word that ends streets too. */
const MEASURES = new Set(
  'wrong right other same ios per min mins minute minutes mo mos wk wks week weeks day days hr hrs hour hours ago mi mile miles of for to from the refills tabs mg mcg ml units caps pills times pct percent'.split(
    ' ',
  ),
);

/** Words that no street begins with, but that the list of names' enemies holds for good reason. */
const COMMON: ReadonlySet<string> = new Set(
  [...NAME_STOPWORDS].filter(
    (word) =>
      !/^(?:bay|blue|center|photo|page|may|march|april|june|july|august|main|park|old|st|dr|will|view|home|first|second|last|clinic|open|loop)$/.test(
        word,
      ),
  ),
);
