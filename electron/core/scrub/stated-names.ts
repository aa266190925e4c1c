// Names that a sentence states to be names, whatever the word: "HOLIDAY IS HIS LAST NAME", "first name Day, middle N",
// "last name is spelled Root". What is stated so is found again wherever it stands in the case.
import type { CuedPattern, CuedRule } from './detector.ts';
import { LABEL_WORDS } from './label-words.ts';
import { NAME_STOPWORDS } from './name-stopwords.ts';
import { DOMAIN_WORDS } from './names/domain-words.ts';
import { classify, isFamily, isGiven } from './names/lists.ts';
import { roleOf } from './tagger/roles.ts';
import type { Tokens } from './tokens.ts';

/** What is found by these is a name, whatever the word. */
export const STATED_NAME = 'stated-name';
const PART = '(?:first|last|middle|maiden|family|given|sur|nick|married|legal|birth)';
const WHOSE = "(?:my|his|her|their|the (?:vet|veteran|patient|caller|pt)(?:['’]?s)?)";
const STATED = new RegExp(
  `(?<v>\\p{L}[\\p{L}'’-]{1,24}) (?:is|was|being) (?:${WHOSE} )(?:real |actual |legal |own )?(?:${PART}[ -]?)?$`,
  'iu',
);
const FARTHEST = 80;
/** Roles of words that stand there and name nobody: "what is his last name", "Google is his family name". */
const NO_NAME = new Set('person relative say greet link mine be and who named month day trade thing title'.split(' '));

/** "HOLIDAY IS HIS LAST NAME." */
export const STATED_BEFORE: CuedRule = {
  cues: ['name', 'surname', 'firstname', 'lastname'],
  find(reading, at) {
    const word = reading.words[at];
    const from = Math.max(0, (word?.start ?? 0) - FARTHEST);
    const match = word === undefined ? null : STATED.exec(reading.text.slice(from, word.start));
    const value = match?.groups?.v;
    if (match === null || value === undefined || !mayBeStated(reading, value)) return null;
    const start = from + match.index;
    return { start, end: start + value.length, type: 'NAME', confidence: 0.96, detector: STATED_NAME };
  },
};

function mayBeStated({ mixedCase }: Pick<Tokens, 'mixedCase'>, value: string): boolean {
  const lower = value.toLowerCase();
  if (/^(?:what|that|this|it|which|here|there|below|above|where|how|when|if|such|so|not|now|same|no)$/.test(lower))
    return false;
  const isCapital = mixedCase && value !== lower;
  if (isGiven(lower) || isFamily(lower)) return !FUNCTIONS.has(roleOf(lower));
  return !NO_NAME.has(roleOf(lower)) && !DOMAIN_WORDS.has(lower) && (isCapital || !mixedCase);
}

const FUNCTIONS = new Set(['link', 'mine', 'be', 'and', 'who']);
const ENDS = '(?=[.,;:!?)\\n"”/|]|$| (?:and|is|with|but|dob|ssn|last|first|middle|maiden|born|who|yes|no)\\b)';

export const STATED_BEHIND: readonly CuedPattern[] = [
  {
    type: 'NAME',
    name: STATED_NAME,
    confidence: 0.96,
    cues: 'first last middle maiden family given surname firstname lastname fname lname'.split(' '),
    pattern: new RegExp(
      `(?:(?:first|last|middle|maiden|family|given)[ -]?name|surname|fname|lname)(?:['’]s| is| was|[:,=]| -| spelled| spelt){0,3} ["“'(]?(?<v>\\p{L}[\\p{L}'’-]{1,24})${ENDS}`,
      'iuy',
    ),
    accept: (value, text, start) => mayStandBehind(value, text, start),
  },
  {
    type: 'NAME',
    name: 'stated-initial',
    confidence: 0.96,
    cues: ['middle', 'mi'],
    pattern:
      /(?:[Mm]iddle(?: (?:name|initial))?|MIDDLE(?: (?:NAME|INITIAL))?|MI)(?: is|[:=]| IS)? ["“'(]?(?<v>\p{Lu})(?![\p{L}\p{N}'’-])/uy,
  },
];

/** What a form says behind "last name" is no name: "last name field", "first name required". */
const OF_A_FORM =
  /^(?:field|fields|box|column|only|first|last|middle|required|missing|changed?|wrong|mismatch(?:ed|es)?|incorrect|spelled|misspelled|issue|error|update|updated|blank|empty|initial|order|differs?|there|here|twice|match|matches|too|also|again|instead|please|same|change|correction|needed|number|suffix|tab|not|verified|confirmed|dob|ssn|phone|email|address|search|sort|asc|desc|invalid|null|none|unknown|redacted|removed|hyphenated)$/i;

function mayStandBehind(value: string, text: string, start: number): boolean {
  const lower = value.toLowerCase();
  if (OF_A_FORM.test(lower) || LABEL_WORDS.has(lower) || FUNCTIONS.has(roleOf(lower)) || roleOf(lower) === 'named')
    return false;
  const isSaid = /(?:is|['’]s|was|spelled|spelt|[:=])\s?["“'(]?$/i.test(text.slice(Math.max(0, start - 10), start));
  if (isGiven(lower) || isFamily(lower)) return isSaid || !DOMAIN_WORDS.has(lower);
  if (NAME_STOPWORDS.has(lower) || DOMAIN_WORDS.has(lower)) return false;
  return classify(lower) !== 'word' || (isSaid && value !== lower);
}
