// Which problem a report tells of, which team owns it, and which reports are the same: in other words than the lexicon's.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { routeCase } from '../../electron/core/route/route.ts';
import { groupCases } from '../../electron/core/trends/group-cases.ts';
import { DIRECTORY, ROOT } from '../support/desk.ts';

const team = (text: string, area: string | null = null) => routeCase(text, area, DIRECTORY).team;

describe('a route', () => {
  it.each([
    ["can't DL my records", 'PRODUCT-mhv-medical-records'],
    ['report download errors out', 'PRODUCT-mhv-medical-records'],
    ['the CT scan of my knee will not open', 'PRODUCT-mhv-medical-records'],
    ['flu shots from last year are not there', 'PRODUCT-mhv-medical-records'],
    ['cannot renew my pills online', 'mhv-medications'],
    ['package number for my meds never shows', 'mhv-medications'],
    ['my doctor is not in the recipient list', 'MHV-Secure-Messaging'],
    ['reply button does nothing', 'MHV-Secure-Messaging'],
    ['nurses cannot open the triage group', 'Liferay/SM Clinician Portal'],
    ['the login code never comes', 'Identity'],
    ['it is all broken', null],
  ])('%s → %s', (text, label) => {
    expect(team(text)).toBe(label);
  });

  it('tells appointments as out of scope', () => {
    expect(routeCase('cannot reschedule my video visit', null, DIRECTORY)).toMatchObject({
      team: null,
      outOfScope: true,
    });
  });

  it('believes the words before the area an agent picked, and the area where the words say nothing', () => {
    expect(team('refill button is grey', 'Secure Messaging, Inbox')).toBe('mhv-medications');
    expect(team('it does not work', 'Medications, Refill')).toBe('mhv-medications');
  });

  it('says why, and follows the directory', () => {
    expect(routeCase('refill fails', null, DIRECTORY).because).toBe('refills fail: “refill”');
    const moved = DIRECTORY.map((one) => (one.label === 'mhv-medications' ? { ...one, covers: [] } : one));
    expect(routeCase('refill fails', null, moved)).toMatchObject({
      team: null,
      because: expect.stringContaining('no team covers'),
    });
  });
});

describe('groups', () => {
  const group = (...texts: string[]) => groupCases(texts.map((text, at) => ({ id: String(at), text, area: null })));

  it('hold the same problem in other words, largest first, the same every time', () => {
    const texts = [
      'refill fails',
      "can't DL my records",
      'RENEWAL of my rx errors',
      'report download errors out',
      'cannot reorder',
    ];
    expect(group(...texts).map((one) => one.cases)).toEqual([
      ['0', '2', '4'],
      ['1', '3'],
    ]);
    expect(group(...texts)).toEqual(group(...texts));
  });

  it('put unknown problems together by the rare words they share', () => {
    const groups = group(
      'the zebra banner covers the footer',
      'zebra banner over footer again',
      'quokka page has wrong font',
    );
    expect(groups.map((one) => one.cases)).toEqual([['0', '1'], ['2']]);
  });
});

describe('the sample exports', () => {
  it('of practice find a team or out of scope for nearly all', () => {
    const text = readFileSync(join(ROOT, 'resources', 'samples', 'dynamics.csv'), 'utf8');
    const rows = text
      .split('\n')
      .slice(1)
      .filter((line) => line.length > 40);
    const open = rows.filter((row) => {
      const { team: label, outOfScope } = routeCase(row, null, DIRECTORY);
      return label === null && !outOfScope;
    });
    expect(open.length / rows.length).toBeLessThan(0.05);
  });
});
