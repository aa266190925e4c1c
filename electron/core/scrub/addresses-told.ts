// Addresses without a street and number in their usual order: county roads, boxes, calles, and where somebody says to live.
// Those that may be something else are asked about.
import { ASKED } from './asked.ts';
import type { CuedPattern } from './detector.ts';
import { NAME_STOPWORDS } from './name-stopwords.ts';

const STATE = '\\p{L}{2}';
const NAMED = "(?:[\\p{L}.'’-]{2,20} ){0,2}?";
/** Counted things, and what else a number stands before. */
const COUNTED =
  /^(?:mg|mcg|ml|tabs?|caps?|pills?|days?|weeks?|months?|years?|hours?|minutes?|mins?|times?|different|other|new|more|of|or|and|to|am|pm|percent|people|cases|vets|patients|units?|devices?|pages?|calls?|phones?|browsers?|computers?|eastern|central|mountain|pacific|[ecmp][sd]?t|local|zulu|sharp)$/i;

/** Where homes stand side by side, as such places are called. */
const PARK =
  '(?:(?:trailer|mobile|mobile home|manufactured home|rv|motor) (?:park|court|village|estates?|community)|mhp|rv park|park|estates?|village|acres|manor|campgrounds?|court|ranch|marina|terrace|gardens?|villas?|meadows|pines|homes|apartments|apts|towers|commons)';
const STAND = '(?:lot|space|spc|sp|trailer|trlr|slip|unit|apt)\\.?[ ]?#?(?:\\d{1,4}[A-Z]?|[A-Z]-?\\d{1,3})';

export const ADDRESSES_TOLD: readonly CuedPattern[] = [
  {
    type: 'ADDRESS',
    name: 'stand-in-park',
    confidence: 0.88,
    cues: ['lot', 'space', 'spc', 'sp', 'trailer', 'trlr', 'slip', 'unit', 'apt'],
    pattern: new RegExp(
      `${STAND},?[ ](?:(?:at|in|of)[ ])?(?:[\\p{L}.'’-]{2,20}[ ]){1,3}?${PARK}(?:[ ]${PARK})?(?![\\p{L}\\p{N}])`,
      'iuy',
    ),
    accept: (value) => !/\b(?:server|parking|storage|disk|memory)\b/i.test(value),
  },
  {
    type: 'ADDRESS',
    name: 'stand-lived-in',
    confidence: 0.85,
    cues: 'live lives lived living reside resides residing stay stays staying moved address addr'.split(' '),
    pattern: new RegExp(
      `(?:live[sd]?|living|resid(?:e[sd]?|ing)|stay(?:s|ing)?|moved|addr(?:ess)?)(?:[ ](?:is|was|now|over|out|to|at|in|on)|:){1,3}[ ](?<v>${STAND})(?![\\p{L}\\p{N}])`,
      'iuy',
    ),
  },
  {
    type: 'ADDRESS',
    name: 'route-and-city',
    confidence: 0.85,
    cues: ['route', 'rt', 'rte', 'rr', 'rfd'],
    pattern:
      /(?:R(?:oute|te?|r|R|FD|OUTE|TE?)|r(?:oute|te?|r|fd))\.? #?\d{1,3}[A-Z]?, (?:\p{Lu}[\p{L}.'’-]{1,20} ){0,2}\p{Lu}[\p{L}.'’-]{1,20},? (?:A[KLRZ]|C[AOT]|D[CE]|FL|G[AU]|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])(?: \d{5})?(?![\p{L}\p{N}])/uy,
  },
  {
    type: 'ADDRESS',
    name: 'box-and-city',
    confidence: 0.9,
    cues: ['box'],
    pattern: new RegExp(`box #?\\d{1,6},? ${NAMED}[\\p{L}.'’-]{2,20},? ${STATE} \\d{5}(?:-\\d{4})?(?!\\w)`, 'iuy'),
  },
  {
    type: 'ADDRESS',
    name: 'calle',
    confidence: 0.88,
    cues: ['calle', 'avenida', 'paseo', 'carretera', 'camino', 'callejón'],
    pattern:
      /(?:calle|avenida|paseo|carretera|camino|callejón) (?:[\p{L}.'’-]{1,20} ){0,3}?(?:#|no\.? ?)?[A-Z]?-?\d{1,5}[A-Z]?(?!\w)(?:,? (?:urb|bo|res|apt|apto|cond|sector|barrio)\.? \p{L}{1,20}(?: \p{Lu}\p{L}{1,20}){0,3})?/iuy,
  },
  {
    type: 'ADDRESS',
    name: `${ASKED}-road`,
    confidence: 0.5,
    cues: ['county', 'farm', 'township', 'forest', 'ranch', 'private', 'mile', 'milepost'],
    pattern:
      /(?:(?:county|farm(?: to market)?|township|forest|ranch|private)(?: service)? (?:road|rd|route|rte|highway|hwy)\.? #?[A-Z]{0,2}-?\d{1,5}[A-Z]?|mile(?:post| marker)? \d{1,4}(?:\.\d)?,? (?:[\p{L}'’-]{2,20} ){1,3}?(?:road|rd|highway|hwy|route))(?![\w-])(?: (?:past|near|behind|beyond|by) the \p{L}{2,15})?/iuy,
  },
  {
    type: 'ADDRESS',
    name: `${ASKED}-home`,
    confidence: 0.45,
    cues: 'live lives lived living reside resides residing stay stays staying moved house home mail it went shipped sent delivered'.split(
      ' ',
    ),
    pattern:
      /(?:live[sd]?|living|resid(?:e[sd]?|ing)|stay(?:s|ing)?|moved|house|home|mail|it|went|shipped|sent|delivered)(?: (?:is|was|over|out|me|him|her|them|it)){0,2} (?:at|on|to) (?<v>\d{1,5}[A-Z½¼]? [\p{L}'’-]{2,20}(?: [\p{L}'’-]{2,20})?)(?![\p{L}\p{N}])/iuy,
    accept: (value) =>
      !value
        .split(' ')
        .slice(1)
        .some((word) => COUNTED.test(word) || NAME_STOPWORDS.has(word.toLowerCase())),
  },
];
