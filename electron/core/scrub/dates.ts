// Dates of birth, birth years and ages. A date is a birth date only where something says so: dates of an outage stay.
import { type Detector, type Pattern, runPatterns } from './detector.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DATE = `(?:\\d{1,2}[/.\\- ]\\d{1,2}[/.\\- ](?:\\d{4}|'?\\d{2})|\\d{4}[/.-]\\d{1,2}[/.-]\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -]?${MONTH}[ ,-]*(?:\\d{4}|'?\\d{2})|${MONTH}[ ]?\\d{1,2}(?:st|nd|rd|th)?[ ,-]*(?:\\d{4}|'?\\d{2})|\\d{8}|\\d{6})`;
const BORN = '(?:d\\.?o\\.?b\\.?|date of birth|birth ?date|birthday|b-?day|born(?: on)?)';

const PATTERNS: readonly Pattern[] = [
  {
    type: 'DOB',
    name: 'dob',
    needs: ['b', 'born'],
    confidence: 0.97,
    pattern: new RegExp(`\\b${BORN}[ \\t:#=(]*(?:is|was)?[ \\t:]*(?<v>${DATE})(?!\\d)`, 'gid'),
  },
  {
    type: 'BIRTH_YEAR',
    name: 'born-in',
    needs: ['born'],
    confidence: 0.92,
    pattern: /\bborn(?: back)? in (?:[a-z]+ (?:of )?)?(?<v>'?\d{2}(?:\d{2})?)\b/dgi,
  },
  {
    type: 'AGE',
    name: 'age-over-89',
    needs: ['year', 'yr', 'yo', 'y/o'],
    confidence: 0.95,
    pattern: /\b(?<v>9\d|1[01]\d)(?=[ -]?(?:years?|yrs?|yo|y\/o|year-old)\b)/dgi,
  },
  {
    type: 'AGE',
    name: 'age-labelled',
    needs: ['age'],
    confidence: 0.95,
    pattern: /\baged?[ :]+(?:of )?(?<v>9\d|1[01]\d)\b/dgi,
  },
  {
    type: 'AGE',
    name: 'age',
    needs: ['year', 'yr', 'yo', 'y/o'],
    confidence: 0.7,
    pattern:
      /\b(?:is|am|im|i'm|he's|she's|aged?|a)[ :]+(?<v>[1-8]\d)(?=[ -]?(?:years?|yrs?|yo|y\/o|year)(?:[ -]old)?\b)/dgi,
  },
];

export const findDates: Detector = (text, lower) => (/\d/.test(text) ? runPatterns(text, lower, PATTERNS) : []);
