// How to reach somebody: phone as written and as spoken, and links that carry a person.
import { ASKED } from './asked.ts';
import {
  type CuedPattern,
  type Detector,
  goesOn,
  NO_MORE_DIGITS,
  type NumberPattern,
  type Pattern,
  runPatterns,
} from './detector.ts';

const EXTENSION = '(?:[ ,;]{0,3}(?:ext\\.?|x|extension|#)[ .:]?\\d{1,6})?';
const DIGIT_WORD = '(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|double|triple|hundred)';

/** National numbers elsewhere, told by who is called, or by what follows. */
const ABROAD = '\\(?\\d{2,5}\\)?(?:[ -]\\d{2,4}){1,4}';

export const PHONES: readonly NumberPattern[] = [
  {
    type: 'PHONE',
    name: 'phone',
    runs: [0, 1, 3],
    gluedRuns: [3],
    confidence: 0.95,
    pattern: new RegExp(
      `(?:\\+?1[ .-]{0,3})?(?:\\(\\d{3}\\)[ .-]{0,3}|\\d{3}(?:[ ./-]|[ ][./-][ ]))\\d{3}(?:[ .-]|[ ][.-][ ])\\d{4}${EXTENSION}${NO_MORE_DIGITS}`,
      'iy',
    ),
    accept: (_, text, start) => !goesOn(text, start),
  },
  {
    type: 'PHONE',
    name: 'phone-plus',
    runs: [0],
    confidence: 0.96,
    pattern: /\+\d{1,3}[ .-]?(?:\(?\d{1,5}\)?[ .-]?){1,5}\d{2,6}(?!\w)/y,
  },
  {
    type: 'PHONE',
    name: 'phone-abroad',
    runs: [3, 4, 5],
    confidence: 0.9,
    pattern: /00\d{1,3}[ .-]?(?:\d{2,5}[ .-]?){2,4}\d{2,5}(?![\w-])/y,
  },
  {
    type: 'PHONE',
    name: 'phone-and-place',
    runs: [2, 3, 4, 5, 7, 10],
    confidence: 0.9,
    pattern: new RegExp(`(?:${ABROAD}|\\d{7,12})(?=[ -](?:office|fax|mobile|home)\\b)`, 'iy'),
    accept: (value, text, start) => value.replace(/\D/g, '').length >= 7 && text[start - 1] !== '-',
  },
  {
    type: 'PHONE',
    name: 'phone-run-on',
    runs: [10, 11],
    confidence: 0.93,
    pattern: /1?\d{10}[ ,]{0,2}(?:ext\.?|x|extension)[ .:]?\d{1,6}(?!\w)/iy,
  },
];

const LINKS: readonly Pattern[] = [
  {
    type: 'URL',
    name: 'link-with-person',
    confidence: 0.99,
    pattern:
      /(?<![@\w.-])(?:https?:\/\/|www\.|(?:[a-z0-9-]{1,40}\.){1,3}(?:gov|mil|com|org|net)\/)[^\s<>"')\]]{4,2000}/gi,
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
  const rest = plain.replace(NOBODYS_PARAMETERS, '').replace(OF_A_REPOSITORY, '');
  return /[?&#;](?:[^=&]*)=|@|\/\d{6,}|\d{10}V\d{6}/i.test(rest);
}

/**
 * What says how a page is shown, and what the page of a failed sign-in says of the failure itself: its code, and the id of
 * the request in the logs; and switches.
 */
const NOBODYS_PARAMETERS =
  /[?&](?:auth=fail|code=\d{3}|request_id=[0-9a-f]{8}-[0-9a-f-]{27}|[a-z_]{1,24}=(?:true|false|yes|no|[01])|(?:page|per_page|limit|sort|order|tab|zoom|lang|locale|facilityType|utm_(?:source|medium|campaign))=(?:[a-z]{1,16}(?:[-_][a-z]{1,16}){0,2}|\d{1,3}))(?=[&#]|$)/gi;

/** GitHub counts issues of a repository, and va.gov-team has six digits of them. */
const OF_A_REPOSITORY =
  /(?<=github\.com\/[\w.-]{1,100}\/[\w.-]{1,100}\/(?:issues|pull|discussions)\/)\d{1,7}(?=[/?#]|$)/i;

export const CUED_PHONES: readonly CuedPattern[] = [
  {
    // A desk's own, or somebody's: who can tell is asked.
    type: 'PHONE',
    name: `${ASKED}-extension`,
    confidence: 0.5,
    cues: ['ext', 'extn', 'extension'],
    pattern: /(?:extn?|extension)\.?[ :#]{1,2}(?<v>x?\d{4,6})(?![\w-])/iy,
  },
  {
    type: 'PHONE',
    name: 'phone-ending',
    confidence: 0.85,
    cues: ['phone', 'cell', 'mobile', 'number'],
    pattern:
      /(?:(?:cell|mobile) )?(?:phone|cell|mobile|number)(?: number)? (?:that )?(?:ends|ending|ended)(?: (?:in|with))? (?<v>\d{4})(?!\d)/iy,
  },
  {
    type: 'PHONE',
    name: 'phone-labelled',
    confidence: 0.96,
    cues: 'phone phones cell cellphone mobile tel telephone call callback cb called calls fax contact reach number home work landline ph text dial contacted whatsapp hp'.split(
      ' ',
    ),
    pattern: new RegExp(
      `(?:phones?|cell(?:phone)?|mobile|tel|telephone|call[ -]?back|cb|call(?:ed|s)?|fax|contact(?:ed)?|reach|number|home|work|landline|ph|text|dial|whatsapp|hp)(?:[ \\t:#=.*(-]{1,4}(?:(?:me|him|her|them|us|back|is|was|number|no|num|at|on|phone|cell|home|work|best|line|and|or|to)\\b)?){0,5}[ \\t:#=.*-]{0,4}\\n?[ \\t]{0,4}(?<v>\\+?[\\d(](?:[ ./()-]{0,3}\\d){6,13}${EXTENSION})(?![\\w])`,
      'iy',
    ),
    accept: (value) => !/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}-\d{2}-\d{2}$|^\d{2}-\d{2}-\d{8}$/.test(value),
  },
  {
    type: 'PHONE',
    name: 'phone-called',
    confidence: 0.85,
    cues: ['answering', 'messages', 'registered', 'ring', 'dialed', 'dialled'],
    pattern: new RegExp(
      `(?:answering(?: at)?|messages to|registered|ring|diall?ed) (?<v>${ABROAD}|\\d{7,12})(?![\\w-])`,
      'iy',
    ),
    accept: (value) => value.replace(/\D/g, '').length >= 7,
  },
  {
    type: 'PHONE',
    name: 'phone-spoken',
    confidence: 0.9,
    cues: 'zero oh one two three four five six seven eight nine double triple'.split(' '),
    pattern: new RegExp(`(?:${DIGIT_WORD}[ ,-]{1,2}){6,14}${DIGIT_WORD}\\b`, 'iy'),
  },
];

export const findLinks: Detector = ({ text }) =>
  /https?:|www\.|\.(?:gov|mil|com|org|net)\//i.test(text) ? runPatterns(text, LINKS) : [];
