// Every field of an HL7 segment in which a person stands, by its number in HL7 2.5.1, and its neighbors, which keep their words.
import { expect, it } from 'vitest';
import { findPii } from '../../../electron/core/scrub/find-pii.ts';

const PERSON = '88231^Quillfeather^Odalys';
const NAME = 'Quillfeather^Odalys';
const ADDRESS = '44 Elm Street^^Boise^ID^83702';
const PHONE = '(208)555-0142';
const BIRTH = '19471103';
const NUMBER = '5000441823';

const FIELDS: readonly (readonly [segment: string, value: string, ...fields: number[]])[] = [
  ['EVN', PERSON, 5],
  ['PID', NUMBER, 2, 3, 4, 18, 20, 21],
  ['PID', NAME, 5, 6, 9],
  ['PID', BIRTH, 7, 29],
  ['PID', ADDRESS, 11, 23],
  ['PID', PHONE, 13, 14, 40],
  ['PID', '518-41-0093', 19],
  ['PD1', PERSON, 4],
  ['NK1', NAME, 2, 26, 30],
  ['NK1', ADDRESS, 4, 32],
  ['NK1', PHONE, 5, 6, 31],
  ['NK1', BIRTH, 16],
  ['NK1', NUMBER, 33],
  ['GT1', NUMBER, 2, 12],
  ['GT1', NAME, 3, 4],
  ['GT1', ADDRESS, 5],
  ['GT1', PHONE, 6, 7],
  ['GT1', BIRTH, 8],
  ['IN1', NAME, 16],
  ['IN1', BIRTH, 18],
  ['IN1', ADDRESS, 19],
  ['IN1', '1EG4TE5MK73', 36],
  ['IN1', NUMBER, 49],
  ['IN2', NUMBER, 1, 2, 6, 8],
  ['IN2', NAME, 40],
  ['IN2', PHONE, 63, 64],
  ['PV1', PERSON, 7, 8, 9, 17, 52],
  ['PV1', NUMBER, 19],
  ['MRG', NUMBER, 1, 2, 3, 4],
  ['MRG', NAME, 7],
  ['ORC', PERSON, 10, 11, 12, 19],
  ['OBR', PERSON, 10, 16, 28, 32, 33, 34, 35],
  ['OBX', PERSON, 16],
  ['DG1', PERSON, 16],
  ['ROL', PERSON, 4],
  ['STF', NUMBER, 2],
  ['STF', NAME, 3],
  ['STF', BIRTH, 6],
  ['STF', PHONE, 10],
  ['STF', ADDRESS, 11],
  ['TXA', PERSON, 5, 9, 10, 11, 22],
];
const OF_A_LOOK: ReadonlySet<string> = new Set(['518-41-0093', '1EG4TE5MK73']);
const bySegment = Map.groupBy(FIELDS, ([segment]) => segment);

it.each([...bySegment.keys()])('%s', (segment) => {
  const read = (bySegment.get(segment) ?? []).flatMap(([, value, ...fields]) => fields.map((at) => ({ at, value })));
  const line = (at: number, value: string) => `${segment}|${'|'.repeat(at - 1)}${value}|||`;
  const foundIn = (text: string) => findPii(text).filter(({ detector }) => detector === 'hl7');
  for (const { at, value } of read) {
    const text = line(at, value);
    // An SSN and an MBI are known by their look, too.
    const found = OF_A_LOOK.has(value) ? findPii(text).filter(({ start }) => start > segment.length) : foundIn(text);
    const [first, last] = [found[0], found.at(-1)];
    expect(text.slice(first?.start, last?.end), `${segment}-${at}`).toBe(value);
  }
  // What stands in any other field is no person's by its place.
  for (let at = 1; at <= 70; at += 1)
    if (!read.some((one) => one.at === at)) expect(foundIn(line(at, NAME)), `${segment}-${at}`).toEqual([]);
});
