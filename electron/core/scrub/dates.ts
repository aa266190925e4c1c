// Dates of birth, birth years and ages. A date is a birth date only where something says so: dates of an outage stay.
import type { CuedPattern, NumberPattern } from './detector.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const YEAR = "(?:\\d{4}|['’]?\\d{2})";
/** A whole date in the shapes people type. */
export const DATE = `(?:\\d{1,2}[ ]?[/.\\- ][ ]?\\d{1,2}[ ]?[/.\\- ][ ]?${YEAR}|\\d{4}[/.-]\\d{1,2}[/.-]\\d{1,2}|${DAY}(?: of)?[ -]?${MONTH}[ ,-]{0,3}${YEAR}|${MONTH}[ -]?(?:the[ ])?${DAY}(?:[ ]of[ ]|[ ,-]{0,3})${YEAR}|\\d{8}|\\d{6}|${MONTH}[ ,-]{0,3}\\d{4}|\\d{4}(?:[ -]${MONTH}[ -]\\d{1,2})?)`;
const BORN = '(?:d\\.?[ ]?o\\.?[ ]?b\\.?|date of birth|birth[ -]?date|birth ?day|b-?day|birth|born)';
const FILL =
  '(?:[ \\t:#=(,-]{0,3}(?:(?:on|is|was|of|as|listed|the|date|shows?|year|in|back)\\b)?){0,4}[ \\t:#=(,-]{0,3}';
const ONES = 'one two three four five six seven eight nine'.split(' ');
/** From ninety on, as it is said. */
const NINETIES =
  '(?:ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one) hundred(?:(?: and)?[- ](?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?)';
const NINETIES_CUES = ['ninety', 'hundred', ...ONES.map((one) => `ninety-${one}`)];

export const BIRTHS: readonly CuedPattern[] = [
  {
    type: 'DOB',
    name: 'dob',
    confidence: 0.97,
    cues: 'dob d date birth birthdate birth-date birthday bday b-day born'.split(' '),
    pattern: new RegExp(`${BORN}${FILL}(?<v>${DATE})(?![\\dA-Za-z])`, 'iy'),
  },
  {
    type: 'BIRTH_YEAR',
    name: 'born-in',
    confidence: 0.92,
    cues: 'born birth yob year'.split(' '),
    pattern:
      /(?:born|birth year|year of birth|yob|birth)(?:[ \t:#=(,-]{1,3}(?:back|in|the|year|of|is|was|around|about|summer|spring|fall|winter|early|late)?\b){0,5}[ \t:#=(,-]{0,3}(?<v>['’]?\d{2}(?:\d{2})?)(?![\d/])/iy,
  },
  {
    type: 'BIRTH_YEAR',
    name: 'born-near',
    confidence: 0.75,
    cues: 'born birth birthday birthyear yob b vintage baby model year'.split(' '),
    pattern:
      /(?:born|birth(?: ?(?:year|yr|day))?|birthday|yob|b|vintage|baby|year(?: was (?:he|she) born)?)\b(?=[ .?:,])(?:[^\d\n]{0,40}|[^\d\n]{0,20}\n[^\d\n]{0,14})(?<![\d$#])(?<v>['’](?:[2-9]\d)|19[2-9]\d|200\d)(?![\d/]|[-.]\d)/iy,
    // The year of a service: "the year I was discharged, 1973".
    accept: (_, text, start) =>
      !/year[^.]{0,12}(?:discharg|enlist|retire|deploy|served|stationed)[^.]{0,10}$/i.test(
        text.slice(Math.max(0, start - 36), start),
      ),
  },
  {
    type: 'AGE',
    name: 'age-labelled',
    confidence: 0.95,
    cues: 'age aged turned turning turns'.split(' '),
    pattern: /(?:age|aged|turn(?:ed|ing|s))[ :=]{1,3}(?:(?:of|is) )?(?<v>9\d|1[01]\d)(?!\d)/iy,
  },
  {
    type: 'AGE',
    name: 'age',
    confidence: 0.7,
    cues: "is am im i'm he's she's age aged a was".split(' '),
    pattern:
      /(?:is|am|im|i['’]m|s?he['’]s|aged?|a|was)[ :]{1,2}(?<v>[1-8]\d)(?=[ -]?(?:(?:years?|yrs?)(?:[ -]old)|yo\b|y\/o))/iy,
  },
  {
    type: 'AGE',
    name: 'age-plain',
    confidence: 0.8,
    cues: "is am i'm he she edad age now turns turning".split(' '),
    pattern:
      /(?:is|am|i['’]m|s?he(?:['’]s| is| was)|edad(?: niya)?|age|now|turn(?:s|ing))[ ](?<v>9\d|1[01]\d)(?=[ ]?(?:[.;!](?!\d)|,(?!\d)|and\b|now\b|this\b|on his\b|on her\b|years?\b|in\b|with\b|$)|["”')])/iy,
  },
  {
    type: 'AGE',
    name: 'age-told',
    confidence: 0.9,
    cues: "age aged turned turning turns i'm he's she's i he she vet veteran patient pt".split(' '),
    pattern: new RegExp(
      `(?:(?:age|aged|turn(?:ed|ing|s))[ :=]{1,3}(?:(?:of|is) )?|(?:i['’]m|s?he['’]s|i am|(?:s?he|vet|veteran|patient|pt) is)[ ])(?<v>${NINETIES})(?![\\w%-]| (?:percent|per cent|pct|thousand|and(?! (?:he|she|i|his|her|can|cannot|cant|has|still|blind|deaf|lives|wants|needs)\\b)|days?|minutes?|times|hundred)\\b)`,
      'iy',
    ),
  },
  {
    type: 'AGE',
    name: 'age-in-words',
    confidence: 0.9,
    cues: NINETIES_CUES,
    pattern:
      /(?:ninety|(?:a |one )?hundred)(?:[- ](?:and )?(?:one|two|three|four|five|six|seven|eight|nine))?(?=[ -](?:years?|yrs?)[ -](?:old|young|on)\b)/iy,
  },
];

export const AGES: readonly NumberPattern[] = [
  {
    type: 'AGE',
    name: 'age-over-89',
    runs: [2, 3],
    confidence: 0.95,
    pattern: /(?:9\d|1[01]\d)(?=[ -]?(?:years?|yrs?|yo|y\/o|y\.o|year-old)\b)(?![ -]?years? ago)/iy,
    accept: (_, text, start) => text[start - 1] !== '.',
  },
];
