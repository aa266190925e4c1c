// Birth dates told in words behind what says so: "born on Christmas Day 1944", "date of birth is eleven eleven forty six".
import type { CuedPattern } from './detector.ts';

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const HOLIDAY =
  "christmas|x-?mas|new year['’]?s|(?:flag|groundhog|d|armistice|columbus|pearl harbor)(?=[ -]day)|(?:the )?(?:4th|fourth) of july|july (?:4th|fourth)|valentine['’]?s|halloween|thanksgiving|easter|(?:veterans|labor|memorial|independence|leap)(?= day)|st\\.? patrick['’]?s";
const NUMBER =
  '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)';
const ORDINAL =
  '(?:(?:twenty|thirty)[ -])?(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)th)';
const FILLER = 'the|of|in|on|day|eve|and|year';
const ITEM = `(?:(?:${MONTH})\\.?|${HOLIDAY}|${ORDINAL}|${NUMBER}|${FILLER}|['’]?\\d{1,4}(?:st|nd|rd|th)?)(?![\\p{L}\\p{N}])`;

const TELLS_OF_A_DAY = new RegExp(`\\b(?:${MONTH}|${HOLIDAY})(?!\\p{L})`, 'iu');
const TELLING = new RegExp(
  `\\b(?:${MONTH}|${HOLIDAY}|${ORDINAL}|${NUMBER}|\\d{1,4}(?:st|nd|rd|th)?)(?![\\p{L}\\p{N}])`,
  'giu',
);
/** Three numbers make a date by themselves; two need a month or a holiday among them. */
const NUMBERS_OF_A_DATE = 3;

export const BIRTHS_TOLD: readonly CuedPattern[] = [
  {
    type: 'DOB',
    name: 'birth-told',
    confidence: 0.9,
    cues: 'born birth birthday birthdate bday b-day dob'.split(' '),
    pattern: new RegExp(
      `(?:born|birth(?:[ -]?da(?:y|te))?|b-?day|dob)(?:['’]s)?(?:[ :,=-]{1,3}(?:is|was|falls|on|in|about|around|back))*[ :,=-]{1,3}(?<v>${ITEM}(?:[ ,.-]{1,4}${ITEM}){1,9})(?![\\p{L}\\p{N}/])`,
      'iuy',
    ),
    accept: (told) => {
      const telling = told.match(TELLING)?.length ?? 0;
      return TELLS_OF_A_DAY.test(told) ? telling > 1 : telling >= NUMBERS_OF_A_DATE;
    },
  },
  {
    type: 'DOB',
    name: 'birth-on-holiday',
    confidence: 0.8,
    cues: 'christmas xmas x-mas new valentine valentines halloween thanksgiving easter veterans independence'.split(
      ' ',
    ),
    // An outage was on a holiday of this decade.
    pattern: new RegExp(
      `(?:${HOLIDAY})(?: (?:day|eve|morning|sunday))?,? (?:of |in )?(?:19[2-9]\\d|200[0-5]|['’][3-9]\\d)(?!\\w)`,
      'iuy',
    ),
  },
];
