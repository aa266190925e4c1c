// Numbers and codes whose label says what they are. A labelled value is masked even when it would not pass its own
// check, because people mistype.

import type { CuedPattern } from './detector.ts';
import { labelled } from './label.ts';
import { BESIDE_DOCTOR } from './nobodys.ts';

const SEP = '[ ./\\-\\u2010-\\u2015]{0,3}';
const SSN_WORD = '(?:ssn|ss|soc|social(?:[ -]?security)?(?: card)?)';
const CARD_WORD = '(?:(?:credit|debit|bank) card|card|visa|mastercard|master card|amex|american express|discover)';
const ENDING =
  '(?: (?:number|that|which|on file))?[ ,]{0,2}(?:ends|ending|ended|end|last (?:4|four)(?: digits)?)(?: (?:in|with|of|are|is|was))?[ :#x*.-]{0,4}';

/** The states whose letters are no words, and disabled veterans, as they stand before the number of a plate. */
const STATES_BEFORE_PLATES =
  'ak|az|ar|ca|ct|fl|ga|ia|il|ks|ky|md|mi|mn|ms|mt|nc|nd|ne|nh|nj|nm|nv|ny|ri|sc|sd|tn|tx|ut|va|vt|wa|wi|wv|wy|dv';

export const LABELLED: readonly CuedPattern[] = [
  {
    type: 'OTHER',
    name: 'npi-of-doctor',
    confidence: 0.9,
    cues: ['npi'],
    pattern: /npi[ :=#]{1,3}(?<v>\d{10})(?![\w-])/iy,
    accept: (_, text, start) => BESIDE_DOCTOR.test(text.slice(Math.max(0, start - 40), start)),
  },
  labelled({
    type: 'SSN',
    name: 'ssn-labelled',
    confidence: 0.99,
    cues: 'ssn ss soc social',
    label: `${SSN_WORD}#?`,
    value: `\\d{3}${SEP}\\d{2}${SEP}\\d{3,4}|\\d(?:[ ./-]{0,2}\\d){8}|\\d{7,10}|[x*•]{3}${SEP}[x*•]{2}${SEP}\\d{4}`,
  }),
  labelled({
    type: 'SSN_LAST4',
    name: 'ssn-ending',
    confidence: 0.95,
    cues: 'ssn ss soc social',
    label: `${SSN_WORD}(?: number)?${ENDING}`,
    value: '\\d{4}',
  }),
  labelled({
    type: 'SSN_LAST4',
    name: 'ssn-short',
    confidence: 0.8,
    cues: 'ssn ss soc social',
    label: SSN_WORD,
    value: '[x*•]{0,6}-?\\d{4}',
  }),
  {
    type: 'SSN_LAST4',
    name: 'last-four',
    confidence: 0.97,
    cues: ['last', 'l', 'final'],
    pattern:
      /(?:last|final|l)[ -]?(?:4|four)(?:[ \t:#=().,?*"“'-]{1,3}|(?:digits?|numbers?|of|on|the|his|her|their|my|your|ssn|social|security|number|ss|soc|are|is|was|vet|veteran|patient|'s|card)\b){0,14}(?<v>\d{4})(?![A-Za-z0-9])/iy,
  },
  labelled({
    type: 'CARD',
    name: 'card-labelled',
    confidence: 0.95,
    cues: 'credit debit bank card visa mastercard master amex american discover',
    label: `${CARD_WORD}(?: ending)?`,
    value: '\\d(?:[ -]?\\d){11,18}',
  }),
  labelled({
    type: 'CARD',
    name: 'card-last-four',
    confidence: 0.9,
    cues: 'credit debit bank card visa mastercard master amex american discover',
    label: `${CARD_WORD}${ENDING}`,
    value: '[x*•]{0,12}[ -]?\\d{4}',
  }),
  labelled({
    type: 'CARD',
    name: 'card-masked',
    confidence: 0.85,
    cues: 'credit debit bank card visa mastercard master amex american discover',
    label: CARD_WORD,
    value: '[x*•]{1,16}[ -]?\\d{4}',
  }),
  labelled({
    type: 'ROUTING',
    name: 'routing',
    confidence: 0.97,
    cues: 'routing rtn aba',
    label: '(?:routing|rtn|aba)(?: transit)?',
    value: '\\d{8,9}',
  }),
  labelled({
    type: 'ACCOUNT',
    name: 'account',
    confidence: 0.95,
    cues: 'account accounts acount acct accts acnt checking savings',
    label: '(?:accounts?|acount|accts?|acnt|checking|savings)\\.?(?: acc(?:oun)?t)?',
    value: '\\d{6,17}|\\d{3,5}[ -]\\d{3,6}[ -]\\d{2,6}',
  }),
  labelled({
    type: 'ACCOUNT',
    name: 'account-ending',
    confidence: 0.9,
    cues: 'account acount acct checking savings',
    label: `(?:account|acount|acct|checking|savings)\\.?(?: acc(?:oun)?t)?${ENDING}`,
    value: '[x*•]{0,8}\\d{3,6}',
  }),
  labelled({
    type: 'OTHER',
    name: 'iban-labelled',
    confidence: 0.97,
    cues: 'iban',
    label: 'iban',
    value: '[A-Z]{2}\\d{2}[A-Z0-9 ]{10,40}',
  }),
  labelled({
    type: 'EDIPI',
    name: 'edipi-labelled',
    confidence: 0.99,
    cues: 'edipi edi dod dodid',
    label: 'edipi|edi(?:[ -]?pi)?|dod[ -]?id|dod',
    value: '\\d{9,11}',
  }),
  labelled({
    type: 'ICN',
    name: 'icn-labelled',
    confidence: 0.99,
    cues: 'icn mvi mpi',
    label: 'icn|(?:mvi|mpi)(?: icn)?',
    value: '\\d{9,11}[ ]?(?:V[ ]?\\d{5,7}|V)?',
  }),
  labelled({
    type: 'MAC',
    name: 'mac-labelled',
    confidence: 0.97,
    cues: 'mac',
    label: 'mac(?: address)?',
    value: '[0-9a-f]{4}\\.[0-9a-f]{4}\\.[0-9a-f]{4}|[0-9a-f]{12}',
  }),
  labelled({ type: 'DFN', name: 'dfn', confidence: 0.97, cues: 'dfn ien', label: 'dfn|ien', value: '\\d{3,12}' }),
  labelled({
    type: 'MRN',
    name: 'mrn',
    confidence: 0.97,
    cues: 'mrn medical chart patient pid',
    label:
      'mrn|medical record (?:number|no\\.?|num|#)|chart (?:number|no\\.?|#)|patient (?:id|number|#)|pid(?! {0,2}[:=#]? {0,2}\\d{1,5}(?![\\w-]))',
    value: '(?=[A-Z0-9-]{0,12}\\d)[A-Z0-9-]{4,16}',
  }),
  // A number so short may be that of a process.
  labelled({ type: 'MRN', name: 'mrn-short', confidence: 0.5, cues: 'pid', label: 'pid', value: '\\d{4,5}' }),
  {
    type: 'OTHER',
    name: 'service-number',
    confidence: 0.9,
    // Of those who served before 1974: "svc no RA 16 884 201".
    cues: ['svc', 'service', 'serial', 'asn'],
    pattern:
      /(?:(?:svc|service|serial) (?:no|num|number|#)|asn)[ .:#]{1,3}(?:is |was )?(?<v>(?:[A-Z]{1,2}[ -]?)?\d{2}[ -]?\d{3}[ -]?\d{3})(?![\w-])/iy,
  },
  {
    type: 'MRN',
    name: 'mrn-run-together',
    confidence: 0.95,
    cues: ['mrn'],
    pattern: /MRN\d{5,10}(?![\w-])/iy,
  },
  labelled({
    type: 'CLAIM',
    name: 'claim',
    confidence: 0.7,
    cues: 'claim claims file c-file cfile va',
    label: '(?:claims?|(?:va |claims? )?file|c-?file)(?: (?:number|nubmer|no\\.?|num|id)|[ ]?#)|c-?file',
    value: 'c?[ -]?\\d{3}[ -]?\\d{3}[ -]?\\d{2,3}|c?[ -]?\\d{7,10}',
  }),
  labelled({
    type: 'MBI',
    name: 'medicare-labelled',
    confidence: 0.97,
    cues: 'mbi medicare',
    label: 'mbi|medicare(?: (?:beneficiary|card))?(?: (?:number|id|no\\.?|#))',
    value: '(?=[A-Z0-9-]{0,12}\\d)[A-Z0-9-]{9,14}',
  }),
  labelled({
    type: 'RX',
    name: 'rx',
    confidence: 0.95,
    cues: 'rx rxs prescription script',
    label: '(?:rxs?|prescription|script)(?: (?:number|refill))?',
    value: '\\d{6,10}[A-Z]?(?:-\\d)?',
  }),
  {
    type: 'RX',
    name: 'rx-run-together',
    confidence: 0.9,
    cues: ['rx'],
    pattern: /rx\d{6,10}[A-Z]?(?![\w-])/iy,
  },
  labelled({
    type: 'MESSAGE_ID',
    name: 'message-id',
    confidence: 0.93,
    cues: 'message messages msg mesage thread',
    label: '(?:messages?|msg|mesage|thread)',
    value: '\\d{6,10}',
  }),
  labelled({
    type: 'PLATE',
    name: 'plate',
    confidence: 0.95,
    cues: 'plate plates tag tags license licence',
    label: '(?:license |licence )?(?:plates?|tags?)(?: (?:number|no\\.?|#|reads|is))?',
    // A tag with a dot behind is of a version: v2026.11.3.
    value: `(?:(?:${STATES_BEFORE_PLATES}) )?(?=[A-Z0-9 -]{0,7}\\d)[A-Z0-9]{2,4}[ -]?[A-Z0-9]{2,5}(?![.]\\d)`,
  }),
  labelled({
    type: 'VIN',
    name: 'vin',
    confidence: 0.97,
    cues: 'vin vehicle',
    label: 'vin|vehicle (?:identification|id)',
    value: '[A-Z0-9]{11,17}',
  }),
  labelled({
    type: 'LICENSE',
    name: 'driver-licence',
    confidence: 0.95,
    cues: "driver drivers driver's license licence dl cdl",
    label: "(?:driver'?s?['’]? )?(?:licen[cs]e|dl)|cdl|dl",
    value:
      '(?:[A-Z]{2} )?(?=[A-Z0-9 -]{0,8}\\d{3})[A-Z0-9][A-Z0-9-]{4,16}|[A-Z]\\d{3}[ -]\\d{3}[ -]\\d{2,3}(?:[ -]\\d{3})?(?:[ -]\\d)?',
  }),
  labelled({
    type: 'PASSPORT',
    name: 'passport',
    confidence: 0.95,
    cues: 'passport',
    label: 'passport(?: (?:card|book))?',
    value: '[A-Z]{0,2}\\d{6,9}',
  }),
  labelled({
    type: 'DEVICE',
    name: 'device-id',
    confidence: 0.9,
    cues: 'imei device serial udid uuid meid phone android advertising s',
    label: 'imei|meid|(?:device|android|advertising|phone) (?:id|identifier|serial|imei)|serial|udid|s/n',
    value: '(?=[A-Z0-9-]{0,20}\\d)[A-Z0-9][A-Z0-9-]{5,40}',
  }),
  {
    type: 'ROOM',
    name: 'room-bed',
    confidence: 0.85,
    cues: ['room', 'rm', 'bed', 'ward'],
    pattern:
      /(?:room|rm|bed)\b[ #:.]{0,3}(?<v>(?:[A-D]|\d{1,4}(?:[- ]?[A-Z])?)(?:[ ,/-]{1,3}bed[ #:]{0,2}(?:[A-D]|\d{1,2}[A-D]?))?)(?![A-Za-z0-9])/iy,
  },
];
