// Numbers with letters, underscores or hyphens attached: the outbound check must refuse them as it refuses them alone, and must
// let pass what only looks like them.
import { describe, expect, it } from 'vitest';
import { ASK_BELOW, type PiiType } from '../../../electron/core/domain/pii.ts';
import { findPii } from '../../../electron/core/scrub/find-pii.ts';
import { checkPii } from '../../../electron/core/scrub/pii-check.ts';

/** Each as it is written in a sentence and alone in a field. */
const placesOf = (value: string) => [value, `The caller wrote ${value} and the page fails`];

const ATTACHED: Readonly<Partial<Record<PiiType, readonly [number: string, ...written: string[]]>>> = {
  SSN: [
    '219-09-9999',
    ...['219-09-9999abc', '219-09-9999jeur', '219-09-9999-', '219-09-9999_', '219-09-9999-cannot', '219-09-9999_x'],
    ...['219-09-9999é', '219-09-9999x1', 'x219-09-9999', 'é219-09-9999', 'abc-219-09-9999', '-219-09-9999'],
    ...['_219-09-9999', 'EVSS_219-09-9999', 'EVSS_219-09-9999_x', 'I_219-09-9999', 'ssn219-09-9999abc'],
  ],
  CARD: [
    '4111111111111111',
    ...['4111111111111111x', '4111111111111111-', '4111111111111111_', '4111111111111111-visa', 'x4111111111111111'],
    ...['visa-4111111111111111', 'card_4111111111111111'],
  ],
  PHONE: [
    '303-555-0142',
    ...['303-555-0142abc', '303-555-0142-', '303-555-0142_', 'x303-555-0142', 'cell-303-555-0142', 'cell_303-555-0142'],
  ],
  ICN: ['1008714701V416111', '1008714701V416111abc', 'x1008714701V416111', 'id_1008714701V416111'],
  MBI: [
    '1EG4-TE5-MK73',
    ...['1EG4-TE5-MK73-', '1EG4-TE5-MK73abc', '1EG4-TE5-MK73_x', 'x1EG4-TE5-MK73', 'mbi-1EG4-TE5-MK73'],
  ],
};

const GROUPED_OTHERWISE = [
  ...['219.09.9999abc', '219 09 9999abc', '219/09/9999abc', '219–09–9999abc', 'x219.09.9999', 'x219 09 9999'],
  ...['4111 1111 1111 1111abc', '4111-1111-1111-1111_x', '378282246310005amex', '3782 822463 10005x'],
  ...['(303) 555-0142x', '303.555.0142abc', '1EG4TE5MK73_', '1EG4TE5MK73-card'],
];

const UNGROUPED = [
  ...['219099999abc', '219099999A', '219099999-cannot', '219099999_x', '219099999-', '219099999_', 'ssn_219099999'],
  ...['1012345678abc', '1012345678-cannot', '1012345678_', 'edipi_1012345678', 'veteran_ssn_219099999_x'],
];

describe('refused, whatever is attached', () => {
  const table = Object.entries(ATTACHED).flatMap(([type, [number, ...written]]) =>
    written.map((value) => [value, type, number] as const),
  );
  it.each(table)('%s', (value, type, number) => {
    for (const text of placesOf(value)) {
      const at = text.indexOf(number);
      const verdict = checkPii(text);
      const covers = verdict.clean
        ? []
        : verdict.findings.filter(({ start, end }) => start <= at && end >= at + number.length);
      expect(
        covers.map((one) => one.type),
        text,
      ).toEqual([type]);
    }
  });

  it.each([...GROUPED_OTHERWISE, ...UNGROUPED])('%s', (value) => {
    for (const text of placesOf(value)) expect(checkPii(text).clean, text).toBe(false);
  });

  it('asks about nine digits that a word is attached to, and about the shape of an SSN in a code', () => {
    for (const value of ['219099999abc', 'EVSS_219-09-9999']) {
      const found = findPii(`Error ${value} came up`);
      expect(
        found.map(({ confidence }) => confidence < ASK_BELOW),
        value,
      ).toEqual([true]);
    }
  });
});

describe('passes', () => {
  it.each([
    'part 219-09-9999-1234 is on back order',
    'part 12-219-09-9999 is on back order',
    'part 219-09-99999abc is on back order',
    'records 26-HRC-HD-18-36879449, HRC-CC-V1-0000402119 and INC219099999',
    'records SCTASK0219099, RITM219099999, 260911-004512 and CRM-518410093',
    'request 550e8400-e29b-41d4-a716-219099999abc failed',
    'node PVTI_lADOBGdhic4AFyqczgF8nwM, commit a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
    'commit 518410093abcdef0123456789abcdef012345678',
    'span 4111111111111111abcdef0123456789',
    'thread 1764400213.114000',
    'link p1764400213114003 in the channel',
    'codes ERR_518410093, MHV518410093 and abc5184100931',
    'seconds 1764400213abc and key_1764400213',
    'it took 518410093ms of 518410093ns, 219099999kb read',
    'NDC 0093-7146-98, ISBN 978-3-16-148410-0',
    'from 2026-11-29T10:11:12Z, 20261129T101112',
    'image build-219.09.9999.1 of v219.09.9999',
    'call 800-827-1000_ or 1-800-698-2411-',
    'placeholder 111-11-1111abc',
  ])('%s', (text) => {
    expect(checkPii(text)).toMatchObject({ clean: true });
  });
});
