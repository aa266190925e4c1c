// HL7 version 2: segments of fields between bars, and where in each of them a person stands. Fields by HL7 2.5.1, chapters 3, 4
// and 6 (https://www.hl7.org/implement/standards/product_brief.cfm?product_id=144). What else is short and of the machine stays.
import type { Finding, PiiType } from '../domain/pii.ts';
import { KEEP } from './allowlist.ts';
import type { Detector } from './detector.ts';

/** How the components of a field are to be read: a name, a person's number and name, an address, or one value. */
type Shape = 'name' | 'person' | 'address' | 'value';
type Field = readonly [type: PiiType, shape: Shape];

const NAME: Field = ['NAME', 'name'];
const PERSON: Field = ['NAME', 'person'];
const ADDRESS: Field = ['ADDRESS', 'address'];
const PHONE: Field = ['PHONE', 'value'];
const DOB: Field = ['DOB', 'value'];
const ID: Field = ['MRN', 'value'];
const at = (field: Field, ...places: number[]): (readonly [number, Field])[] => places.map((place) => [place, field]);

/** By segment, then by the number of the field. */
const SEGMENTS: Readonly<Record<string, ReadonlyMap<number, Field>>> = {
  MSH: new Map(),
  EVN: new Map(at(PERSON, 5)),
  PID: new Map([
    ...at(ID, 2, 3, 4, 21),
    ...at(NAME, 5, 6, 9),
    ...at(DOB, 7, 29),
    ...at(ADDRESS, 11, 23),
    ...at(PHONE, 13, 14, 40),
    ...at(['ACCOUNT', 'value'], 18),
    ...at(['SSN', 'value'], 19),
    ...at(['LICENSE', 'value'], 20),
  ]),
  PD1: new Map(at(PERSON, 4)),
  NK1: new Map([...at(NAME, 2, 26, 30), ...at(ADDRESS, 4, 32), ...at(PHONE, 5, 6, 31), ...at(DOB, 16), ...at(ID, 33)]),
  GT1: new Map([...at(ID, 2), ...at(NAME, 3, 4), ...at(ADDRESS, 5), ...at(PHONE, 6, 7), ...at(DOB, 8), ...at(ID, 12)]),
  IN1: new Map([...at(NAME, 16), ...at(DOB, 18), ...at(ADDRESS, 19), ...at(['MBI', 'value'], 36), ...at(ID, 49)]),
  IN2: new Map([...at(ID, 1, 2, 6, 8), ...at(NAME, 40), ...at(PHONE, 63, 64)]),
  PV1: new Map([...at(PERSON, 7, 8, 9, 17, 52), ...at(ID, 19)]),
  MRG: new Map([...at(ID, 1, 2, 3, 4), ...at(NAME, 7)]),
  ORC: new Map(at(PERSON, 10, 11, 12, 19)),
  OBR: new Map(at(PERSON, 10, 16, 28, 32, 33, 34, 35)),
  OBX: new Map(at(PERSON, 16)),
  DG1: new Map(at(PERSON, 16)),
  ROL: new Map(at(PERSON, 4)),
  STF: new Map([...at(ID, 2), ...at(NAME, 3), ...at(DOB, 6), ...at(PHONE, 10), ...at(ADDRESS, 11)]),
  TXA: new Map(at(PERSON, 5, 9, 10, 11, 22)),
};

const HEAD = new RegExp(`(?<![A-Za-z0-9])(?:${Object.keys(SEGMENTS).join('|')})\\|`, 'g');
const SURE = 0.98;
/** A code, a small number or a date of this century's reports. */
const OF_THE_MACHINE = /^(?:\d{1,3}|20[0-3]\d[01]\d[0-3]\d(?:\d{2,6})?|[A-Z]{1,3}\d{0,2})$/;
const [FIRST_NAME, LAST_NAME] = [0, 2];
/** Street, other designation, city, state, ZIP. */
const ADDRESS_PARTS = 5;

export const findInSegments: Detector = ({ text }) => {
  if (!text.includes('|')) return [];
  const findings: Finding[] = [];
  const heads = [...text.matchAll(HEAD)];
  for (const [place, head] of heads.entries()) {
    const start = head.index;
    const next = heads[place + 1]?.index ?? text.length;
    const line = text.slice(start, next).search(/[\r\n]/);
    readSegment(text.slice(start, line === -1 ? next : start + line), start, findings);
  }
  return findings;
};

function readSegment(segment: string, start: number, findings: Finding[]) {
  const [name = '', ...fields] = segment.split('|');
  const meanings = SEGMENTS[name];
  // A table may have a column of this name; a segment has more fields.
  if (meanings === undefined || fields.length < 3) return;
  let from = start + name.length + 1;
  for (const [place, field] of fields.entries()) {
    const meaning = meanings.get(place + 1);
    let repeated = from;
    for (const one of field.split('~')) {
      if (meaning === undefined) keepCodes(one, repeated, findings);
      else if (one !== '') readField(one, repeated, meaning, findings);
      repeated += one.length + 1;
    }
    from += field.length + 1;
  }
}

function readField(field: string, start: number, [type, shape]: Field, findings: Finding[]) {
  const parts = field.split('^');
  const add = (first: number, last: number, as: PiiType) => {
    const before = parts.slice(0, first).reduce((sum, part) => sum + part.length + 1, 0);
    const value = parts.slice(first, last + 1).join('^');
    const blank = /^[\s^"]*/.exec(value)?.[0].length ?? 0;
    const said = value.slice(blank).replace(/[\s^"]+$/, '');
    if (!/[\p{L}\p{N}]/u.test(said)) return;
    const from = start + before + blank;
    findings.push({ start: from, end: from + said.length, type: as, confidence: SURE, detector: 'hl7' });
  };
  if (shape === 'name') add(FIRST_NAME, LAST_NAME, type);
  else if (shape === 'address') add(0, ADDRESS_PARTS - 1, type);
  else if (shape === 'person') {
    const hasNumber = /\d/.test(parts[0] ?? '') || parts.length > LAST_NAME + 1;
    if (hasNumber) add(0, 0, 'OTHER');
    add(FIRST_NAME + Number(hasNumber), LAST_NAME + Number(hasNumber), type);
  } else {
    const mail = parts.findIndex((part) => part.includes('@'));
    if (mail > 0) add(mail, mail, 'EMAIL');
    // A number has digits; "VISIT" says what the next one is of.
    if (type !== 'MRN' || /\d/.test(parts[0] ?? '')) add(0, 0, typeOfValue(parts, type));
  }
}

/** A list of numbers says by its fifth component, or by its look, whose it is. */
function typeOfValue([value = '', , , , kind = '']: readonly string[], type: PiiType): PiiType {
  if (/^\d{10}V\d{6}$/i.test(value)) return 'ICN';
  if (kind === 'SS' || /^\d{3}-\d{2}-\d{4}$/.test(value)) return 'SSN';
  return value.includes('@') ? 'EMAIL' : type;
}

function keepCodes(field: string, start: number, findings: Finding[]) {
  let from = start;
  for (const part of field.split('^')) {
    if (OF_THE_MACHINE.test(part))
      findings.push({
        start: from,
        end: from + part.length,
        type: 'OTHER',
        confidence: 1,
        detector: `${KEEP}-hl7`,
      });
    from += part.length + 1;
  }
}
