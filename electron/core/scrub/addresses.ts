// Postal addresses: streets with and without a city, boxes, military mail, and whatever stands behind "Address:".
import { type Detector, type Pattern, runPatterns } from './detector.ts';
import { NOT_A_NAME } from './not-a-name.ts';

const KINDS =
  'st|street|ave|avenue|av|rd|road|dr|drive|ln|lane|blvd|boulevard|ct|court|cir|circle|pl|place|way|ter|terrace|pkwy|parkway|hwy|highway|trl|trail|loop|sq|square|broadway|esplanade|camino|avenida|calle|run|pike|row|pass|plaza|cove|cv|xing|crossing|pt|point|aly|alley';
const STATES =
  'AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|PR|GU|VI|AS|MP|alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|puerto rico|guam';
const ZIP = '(?:[ ,\\n]{1,3}\\d{5}(?:-\\d{4})?)?';
const UNIT = '(?:[ ,\\n]{1,3}(?:apt|apartment|unit|suite|ste|lot|bldg|#)\\.?[ ]?#?[A-Z0-9-]{1,6})?';
const CITY = `(?:[ ,\\n]{1,3}(?:[A-Z.'-]{1,20}[ ]){0,3}[A-Z.'-]{1,20}[ ,]{1,2}(?:${STATES})\\b\\.?${ZIP})?`;
const POINT = '(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)';
const NAMED = `(?:${POINT}\\.?[ ])?(?:[A-Z0-9.'-]{1,24}[ ]){0,4}?(?:${KINDS})\\b\\.?(?:[ ]\\d{1,4}\\b)?(?:[ ]${POINT}\\b)?`;
const GRID = `${POINT}\\.?[ ]\\d{2,5}[ ]${POINT}\\b`;
const ROUTE = `(?:fm|hwy|highway|county road|cr|state route|sr|us|rr|rural route)[ ]\\d{1,4}(?:[ ]rd)?(?:[ ]${POINT}\\b)?`;

const PATTERNS: readonly Pattern[] = [
  {
    type: 'ADDRESS',
    name: 'box',
    needs: ['box'],
    confidence: 0.95,
    pattern: new RegExp(`\\b(?:p\\.?[ ]?o\\.?|post office)[ ]?box[ ]#?\\d{1,6}${CITY}`, 'gi'),
  },
  {
    type: 'ADDRESS',
    name: 'military',
    needs: ['box'],
    confidence: 0.97,
    pattern:
      /\b(?:psc|unit|cmr)[ ]\d{1,6}[ ,\n]{1,3}box[ ]\d{1,6}(?:[ ,\n]{1,3}(?:apo|fpo|dpo)[ ,]{1,2}(?:ae|ap|aa)(?:[ ]\d{5}(?:-\d{4})?)?)?/gi,
  },
  {
    type: 'ADDRESS',
    name: 'street',
    confidence: 0.93,
    pattern: new RegExp(`\\b\\d{1,6}[ ](?:${NAMED}|${GRID}|${ROUTE})${UNIT}${CITY}`, 'gi'),
    accept: isStreet,
  },
  {
    type: 'ADDRESS',
    name: 'address-labelled',
    needs: ['addr', 'live', 'living', 'mail'],
    confidence: 0.85,
    pattern: new RegExp(
      `\\b(?:address|addr|lives? at|living at|going to)\\b[ \\t:]*(?:is )?(?<v>\\d{1,6}[ ][^\\n/;]{4,60}?\\n?[^\\n/;]{0,40}?\\b(?:${STATES})\\b${ZIP})`,
      'dgi',
    ),
  },
  {
    type: 'ADDRESS',
    name: 'address-line',
    needs: ['addr'],
    confidence: 0.85,
    pattern: /\baddress\b[ \t]*[:=][ \t]*(?<v>\d{1,6}[ ][^\n;/]{3,80})/dgi,
  },
];

/** "39 secure messages to Dr." is no street: what stands between number and kind would have to be its name. */
function isStreet(value: string): boolean {
  const between = value.toLowerCase().match(/[a-z]{2,}/g) ?? [];
  return (
    !/^\d+ (?:st|dr|pass|row|run|way|point|place|loop|court)\b/i.test(value) &&
    !between.slice(0, 3).some((word) => COMMON.has(word))
  );
}

/** Words that no street begins with, but that the list of names' enemies holds for good reason. */
const COMMON: ReadonlySet<string> = new Set(
  [...NOT_A_NAME].filter(
    (word) => !/^(?:bay|blue|center|photo|page|may|march|april|june|july|august|main|park|old|st|dr|will)$/.test(word),
  ),
);

export const findAddresses: Detector = (text, lower) => (/\d/.test(text) ? runPatterns(text, lower, PATTERNS) : []);
