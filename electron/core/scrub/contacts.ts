// How to reach somebody: phone, email as typed and as spoken, links that carry a person.
import { type Detector, type Pattern, runPatterns } from './detector.ts';

const PATTERNS: readonly Pattern[] = [
  { type: 'PHONE', name: 'phone-plus', needs: ['+1'], confidence: 0.96, pattern: /\+1[ .-]?\d{10}(?!\d)/g },
  {
    type: 'EMAIL',
    name: 'email',
    needs: ['@', '%40'],
    confidence: 0.99,
    pattern: /[A-Z0-9._%+'-]{1,64}(?:@|%40)[A-Z0-9-]{1,63}(?:\.[A-Z0-9-]{1,63}){1,4}/gi,
  },
  {
    type: 'EMAIL',
    name: 'email-spoken',
    needs: [' at ', '(at)', '[at]', ' @ '],
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
    needs: ['phone', 'cell', 'mob', 'tel', 'call', 'cb', 'fax', 'contact', 'reach', 'number'],
    confidence: 0.96,
    pattern:
      /\b(?:phone|cell|mobile|tel|telephone|call ?back|cb ?#?|call(?:ed)?|fax|contact|reach(?: me| him| her)?(?: at)?|number)\b[ \t:#=]*(?:is|number|no\.?|at|on)?[ \t:#=]*(?<v>\+?1?[ .-]?\(?\d{3}\)?[ ./-]?\d{3}[ .-]?\d{4}(?:[ ,]*(?:ext\.?|x|extension)[ .:]?\d{1,6})?)(?!\d)/dgi,
  },
  {
    type: 'URL',
    name: 'link-with-person',
    needs: ['http'],
    confidence: 0.9,
    pattern: /\bhttps?:\/\/[^\s<>"')\]]{4,2000}/gi,
    accept: carriesPerson,
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

export const findContacts: Detector = (text, lower) => runPatterns(text, lower, PATTERNS);
