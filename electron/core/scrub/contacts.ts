// How to reach somebody: phone, email as typed and as spoken, links that carry a person, postal addresses.
import { type Detector, type Pattern, runPatterns } from './detector.ts';

const STREET =
  '(?:st|street|ave|avenue|av|rd|road|dr|drive|ln|lane|blvd|boulevard|ct|court|cir|circle|pl|place|way|ter|terrace|pkwy|parkway|hwy|highway|trl|trail|loop|sq|square|broadway|camino|avenida|calle|run|pike|row|pass|plaza|cove|cv|xing|crossing|pt|point|aly|alley)';
const STATE =
  '(?:AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|PR|GU|VI|AS|MP|AE|AP|AA|texas|florida|california|ohio|georgia|virginia|arizona|oregon|washington)';
const UNIT = '(?:[ ,]+(?:apt|apartment|unit|suite|ste|lot|#)\\.?[ ]?#?[A-Z0-9-]{1,6})?';
const CITY = `(?:[ ,]+(?:[A-Z.'-]+[ ]){0,3}[A-Z.'-]+[ ,]+${STATE}\\b\\.?(?:[ ,]+\\d{5}(?:-\\d{4})?)?)?`;

const PATTERNS: readonly Pattern[] = [
  {
    type: 'EMAIL',
    name: 'email',
    confidence: 0.99,
    pattern: /[A-Z0-9._%+'-]{1,64}(?:@|%40)[A-Z0-9-]{1,63}(?:\.[A-Z0-9-]{1,63}){1,4}/gi,
  },
  {
    type: 'EMAIL',
    name: 'email-spoken',
    confidence: 0.95,
    pattern:
      /\b[A-Z0-9_-]{1,40}(?:(?: dot | ?\. ?|_| underscore )[A-Z0-9_-]{1,40}){0,4}(?: at | \(at\) |\[at\]| @ )(?:gmail|yahoo|aol|hotmail|outlook|icloud|comcast|att|verizon|protonmail|msn|live|va|[a-z0-9-]{2,30}(?= dot ))(?:(?: dot | ?\. ?)(?:com|net|org|gov|edu|mil|us))?\b/gi,
  },
  {
    type: 'PHONE',
    name: 'phone',
    confidence: 0.95,
    pattern:
      /(?<![\d-])(?:\+?1[ .-]?)?(?:\(\d{3}\)[ .-]?|\d{3}[ ./-])\d{3}[ .-]\d{4}(?:[ ,]*(?:ext\.?|x|extension)[ .:]?\d{1,6})?(?![\d-])/gi,
  },
  {
    type: 'PHONE',
    name: 'phone-labelled',
    confidence: 0.96,
    pattern:
      /\b(?:phone|cell|mobile|tel|telephone|call ?back|cb ?#?|call(?:ed)?|fax|contact|reach(?: me| him| her)?(?: at)?|number)\b[ \t:#=]*(?:is|number|no\.?|at|on)?[ \t:#=]*(?<v>\+?1?[ .-]?\(?\d{3}\)?[ ./-]?\d{3}[ .-]?\d{4}(?:[ ,]*(?:ext\.?|x|extension)[ .:]?\d{1,6})?)(?!\d)/dgi,
  },
  {
    type: 'URL',
    name: 'link-with-person',
    confidence: 0.9,
    pattern: /\bhttps?:\/\/[^\s<>"')\]]{4,2000}/gi,
    accept: carriesPerson,
  },
  {
    type: 'ADDRESS',
    name: 'po-box',
    confidence: 0.95,
    pattern: new RegExp(`\\bp\\.?[ ]?o\\.?[ ]?box[ ]\\d{1,6}${CITY}`, 'gi'),
  },
  {
    type: 'ADDRESS',
    name: 'military',
    confidence: 0.97,
    pattern:
      /\b(?:psc|unit|cmr)[ ]\d{1,6}[ ,]+box[ ]\d{1,6}(?:[ ,]+(?:apo|fpo|dpo)[ ,]+(?:ae|ap|aa)(?:[ ]\d{5}(?:-\d{4})?)?)?/gi,
  },
  {
    type: 'ADDRESS',
    name: 'street',
    confidence: 0.93,
    pattern: new RegExp(
      `\\b\\d{1,6}[ ](?:(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\\.?[ ])?(?:[A-Z0-9.'-]{1,30}[ ]){0,5}?${STREET}\\b\\.?(?:[ ]\\d{1,4}\\b)?(?:[ ](?:n|s|e|w|ne|nw|se|sw)\\b)?${UNIT}${CITY}`,
      'gi',
    ),
  },
  {
    type: 'ADDRESS',
    name: 'address-labelled',
    confidence: 0.85,
    pattern: new RegExp(
      `\\b(?:address|lives? at|living at)\\b[ \\t:]*(?:is )?(?<v>\\d{1,6}[ ][^\\n/;]{4,80}?\\b${STATE}\\b(?:[ ,]+\\d{5}(?:-\\d{4})?)?)`,
      'gid',
    ),
  },
];

/** A link stays when it only names a page; one with a query, a user or a long id is masked as a whole. */
function carriesPerson(url: string): boolean {
  let plain = url;
  try {
    plain = decodeURIComponent(url);
  } catch {
    return true; // undecodable: fail closed
  }
  return /[?&#](?:[^=&]*)=|@|\/\d{6,}|\d{10}V\d{6}/i.test(plain);
}

export const findContacts: Detector = (text) => runPatterns(text, PATTERNS);
