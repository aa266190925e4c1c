// Where somebody is named whatever the word: who speaks in a chat, who says "I am", the family before its given name. The words
// that are names and words at once are asked about here, and only here.
import { ASKED } from './asked.ts';
import type { CuedPattern, Detector } from './detector.ts';
import { NAME_STOPWORDS } from './name-stopwords.ts';
import { DOMAIN_WORDS } from './names/domain-words.ts';
import { classify, isFamily, isGiven } from './names/lists.ts';
import { roleOf } from './tagger/roles.ts';

const TIME = '\\d{1,2}:\\d\\d(?::\\d\\d)?(?: ?[ap]m)?';
/** "grace (09:14): you there?", "[09:14] grace: yes", "09:14 grace: yes". */
const SPEAKER = new RegExp(
  `^[ \\t>]{0,4}(?:(?<a>[\\p{L}'’-]{2,16}(?: [\\p{L}'’-]{1,16})?) [[(]${TIME}[\\])]:|[[(]?${TIME}[\\])]?[ -]{1,3}<?(?<b>[\\p{L}'’-]{2,16})>?: )`,
  'gimu',
);
const MAY_SPEAK = /\d:\d\d/;
/** Machines and parts that people play. */
const NOBODY =
  /^(?:agent|bot|chatbot|visitor|system|guest|admin|support|ivr|user|caller|vet|veteran|note|update|error|info|warn(?:ing)?|debug|trace|fatal|status|step|subject|time|date|begin|start|end|job|server|client|request|response|result|started|finished|done|failed|retry)$/i;

export const findSpeakers: Detector = ({ text }) => {
  if (!MAY_SPEAK.test(text)) return [];
  return Array.from(text.matchAll(SPEAKER)).flatMap((match) => {
    const name = match.groups?.a ?? match.groups?.b ?? '';
    const start = match.index + match[0].indexOf(name);
    if (name.split(' ').some((word) => NOBODY.test(word) || isOfWork(word.toLowerCase()))) return [];
    return [{ start, end: start + name.length, type: 'NAME', confidence: 0.5, detector: `${ASKED}-speaker` }];
  });
};

function isOfWork(lower: string): boolean {
  const role = roleOf(lower);
  return DOMAIN_WORDS.has(lower) || NAME_STOPWORDS.has(lower) || (role !== '' && role !== 'month');
}

/** Of offices, trades and tools. */
const OFFICES =
  /^(?:qa|hr|it|id|va|rn|md|pm|po|ba|er|ed|pt|ot|np|pa|do|lpn|pcp|hrc|vso|noc|ehr|vba|vha|oit|nca|bva|dod|ssa|irs|cac|piv|mhv|sm|rx|gi|sme|poc|poa|roi|foia|npi|usps|ups|fax|api|bot|t\d|ids?|ok|no|na)$/i;

const NO_NAME_BEHIND_MR =
  /^(?:and|mrs|teams|word|office|edge|excel|outlook|access|windows|authenticator|prefix(?:es)?|titles?|field|that|the|who|is|queue|images?|imaging)$/i;

/** What a doctor, a nurse or a sergeant has or does, and no name. */
const NO_NAME_BEHIND_TITLE =
  /^(?:office|appt|appts|visit|visits|note|notes|name|names|search|list|line|portal|call|calls|case|page|desk|staff|team|order|orders|manager|station|not|who|that|said|says|is|was|has|will|can|may|must|and|but|also|too|here|there|now|then|today|again|back|out|in|on|at|to|for|with|from|about|cannot|could|would|should|never|always|only|when|why|how|what|where)$/i;

function mayBeCalledAfterTitle(value: string, text: string, start: number): boolean {
  const lower = value.toLowerCase();
  const isCapital = value !== lower && /\p{Ll}/u.test(text.slice(Math.max(0, start - 20), start + value.length));
  const isDay = roleOf(lower) === 'day' || roleOf(lower) === 'month';
  if (NO_NAME_BEHIND_TITLE.test(lower)) return false;
  return isCapital ? true : isFamily(lower) || (isDay && text[start - 2] === '.');
}

export const NAMED_SO: readonly CuedPattern[] = [
  {
    type: 'NAME',
    name: `${ASKED}-initials`,
    confidence: 0.4,
    cues: 'initialed initialled initials initial taken returned handled approved reviewed entered signed co-signed cosigned closed logged overbooked booked noted checked verified worked scheduled agt tester approver'.split(
      ' ',
    ),
    pattern:
      /(?:[Ii]nitial(?:l?ed|s)?(?: (?:are|is|as|by))?|INITIAL(?:L?ED|S)?(?: BY)?|(?:[Tt]aken|[Rr]eturned|[Hh]andled|[Aa]pproved|[Rr]eviewed|[Ee]ntered|(?:[Cc]o-?)?[Ss]igned|[Cc]losed|[Ll]ogged|(?:[Oo]ver)?[Bb]ooked|[Nn]oted|[Cc]hecked|[Vv]erified|[Ww]orked|[Ss]cheduled)(?: in part)? by|[Aa]gt|AGT|[Tt]ester|[Aa]pprover)[ :.]{1,2}(?<v>\p{Lu}{2,3}|\p{Lu}[./-] ?\p{Lu}\.?(?: ?\p{Lu}\.?)?|\p{Lu} \p{Lu})(?![\p{L}\p{N}'’-])/uy,
    // In a text in capitals they say nothing.
    accept: (value, text, start) =>
      !OFFICES.test(value) &&
      !DOMAIN_WORDS.has(value.toLowerCase()) &&
      /\p{Ll}{2}/u.test(text.slice(Math.max(0, start - 20), start)),
  },
  {
    type: 'NAME',
    name: `${ASKED}-named-so`,
    confidence: 0.5,
    cues: "i i'm i’m im this name name's named call calls called ask asked goes love signed note".split(' '),
    pattern:
      /(?:i am|i['’]?m|this is|(?:first |last )?name(?: is|['’]s|:)|named|call(?:s|ed)? (?:me|him|her)|ask(?:ed)? for|goes by|signed|love|note from)[ ,"“'(]{1,3}(?<v>\p{L}{2,14})(?=[.,;:!?)"”]|$|\n| and )/imuy,
    accept: (value) => isGiven(value.toLowerCase()) && !NAME_STOPWORDS.has(value.toLowerCase()),
  },
  {
    type: 'NAME',
    name: `${ASKED}-family`,
    confidence: 0.5,
    cues: ['the'],
    pattern: /[Tt]he (?<v>\p{Lu}[\p{L}'’-]{1,20})(?: (?:family|household|residence|brothers|sisters|twins)\b)/uy,
    accept: (value) => !DOMAIN_WORDS.has(value.toLowerCase()) && !/^(?:veterans?|entire|whole|patients?)$/i.test(value),
  },
  {
    type: 'NAME',
    name: `${ASKED}-family`,
    confidence: 0.5,
    cues: ['the'],
    pattern:
      /[Tt]he (?<v>\p{L}[\p{L}'’-]{3,20}s)(?= (?:both|all|each|are|have|see|say|can['’]?t|cannot|boy|girl|kids?|place|house|twins?)\b)/uy,
    accept: (value) => {
      const one = value.slice(0, -1).toLowerCase();
      return isFamily(one) && classify(one) === 'name' && classify(value.toLowerCase()) !== 'word';
    },
  },
  {
    type: 'NAME',
    name: `${ASKED}-title`,
    confidence: 0.5,
    cues: ['mr', 'mrs', 'ms'],
    // In any letters: "ms. snow", "MR BLANK".
    pattern: /(?:mrs?\.? |ms\. )(?<v>[\p{L}'’-]{3,20})(?![\p{L}\p{N}])/iuy,
    accept: (value) => !NO_NAME_BEHIND_MR.test(value),
  },
  {
    type: 'NAME',
    name: `${ASKED}-title`,
    confidence: 0.5,
    cues: ['dr', 'doctor', 'nurse', 'rn', 'lpn', 'sgt', 'msgt', 'cpl', 'cpt', 'ltc', 'cdr', 'maj'],
    // A word of the calendar or of this trade that some family is called by: "Dr. Sunday", "nurse Case", "CPT GOOD".
    pattern:
      /(?:dr|doctor|nurse|rn|lpn|m?sgt|cpl|cpt|ltc|cdr|maj)\.? (?<v>\p{L}{3,14})(?=[.,;:!?)"”/]|$|\n| (?:said|says|is|was|has|wants|sent|asked|told|and|at|in|on|ret|out)\b)/iuy,
    accept: (value, text, start) => mayBeCalledAfterTitle(value, text, start),
  },
  {
    type: 'NAME',
    name: `${ASKED}-title`,
    confidence: 0.5,
    cues: ['mr', 'mrs', 'ms', 'fr', 'rabbi', 'chaplain'],
    pattern:
      /(?:[Mm](?:rs|[rs])|M(?:RS|[RS])|Fr|Rabbi|Chaplain)\.? (?<v>\p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}\p{Ll}{1,20})?)(?!\p{L})/uy,
    accept: (value, text, start) => /[.a-z] $/.test(text.slice(start - 2, start)) && !NO_NAME_BEHIND_MR.test(value),
  },
];
