import { describe, expect, it } from 'vitest';
import { labelsFor } from '../../../electron/core/compose/labels.ts';
import { hasMarker, keepMarker, withMarker } from '../../../electron/core/compose/marker.ts';
import { draftTicket, titleFrom } from '../../../electron/core/compose/ticket-draft.ts';
import { draftTrendTicket } from '../../../electron/core/compose/trend-draft.ts';
import { readExport } from '../../../electron/core/intake/read-export.ts';
import { checkPii } from '../../../electron/core/scrub/pii-check.ts';
import { decide } from '../../../electron/core/triage/decide.ts';
import { DIRECTORY, sample } from '../../support/desk.ts';

const records = DIRECTORY.find((team) => team.name === 'Medical Records')!;
const HRC_CASE = { source: 'dynamics', tags: [], priority: null } as const;
const appointments = DIRECTORY.find((team) => team.name === 'Appointments')!;

describe('a decision', () => {
  const undecided = { status: 'undecided', team: null } as const;
  it('escalates to a team in scope', () => {
    expect(decide(undecided, 'escalate', records)).toMatchObject({
      ok: true,
      next: { status: 'escalated', team: records.label },
    });
  });
  it('does not escalate to nobody, nor to a team out of scope', () => {
    expect(decide(undecided, 'escalate', null)).toMatchObject({ ok: false });
    expect(decide(undecided, 'escalate', appointments)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('out of scope'),
    });
  });
  it('assigns a team without deciding', () => {
    expect(decide(undecided, 'assign', records)).toMatchObject({
      next: { status: 'undecided', team: records.label },
    });
  });
  it('leaves a case alone that has its ticket', () => {
    expect(decide({ status: 'ticketed', team: records.label }, 'respond', null)).toMatchObject({ ok: false });
  });
});

describe('the ticket of several reports', () => {
  const row = (reference: string, day: string) => ({
    reference,
    reportedAt: Date.parse(`${day}T16:00:00Z`),
    description: 'blank',
  });

  it('says from which day to which they came, whatever their order', () => {
    const draft = (...rows: readonly ReturnType<typeof row>[]) =>
      draftTrendTicket({ name: 'Records stay blank', rows, team: records }, { title: '', body: '{{reported}}' }).body;
    expect(draft(row('B', '2026-10-30'), row('A', '2026-10-28'))).toBe('10/28/2026 to 10/30/2026');
    expect(draft(row('A', '2026-10-28'), row('B', '2026-10-28'))).toBe('10/28/2026');
  });

  it('quotes sixty of them, and says how many more there are only if there are', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, at) => row(`R${at}`, '2026-10-28'));
    const draft = (count: number) =>
      draftTrendTicket({ name: 'x', rows: rows(count), team: records }, { title: '', body: '{{description}}' }).body;
    expect(draft(60)).toMatch(/\| R59 \| blank \|$/);
    expect(draft(62)).toMatch(/\| R59 \| blank \|\n\nAnd 2 more\.$/);
  });
});

describe('the ticket', () => {
  it.each([
    [
      'Caller [NAME 1], last 4 [SSN LAST4]: ID.me verification loops back to sign in. Tried Firefox 7.53.8.',
      'ID.me verification loops back to sign in',
    ],
    [
      'Veteran [NAME 1] called. prescription list blank since january. Callback [PHONE 1].',
      'Prescription list blank since january',
    ],
    [
      'Hi this is [NAME 1], MHV tells him he does not have any medication. my email is [EMAIL 1]',
      'MHV tells him he does not have any medication',
    ],
    ['User can download notes\nDOB [DOB] SSN [SSN]', 'User can download notes'],
    [
      'MEDICATIONS PAGE: WE CANNOT ACCESS YOUR MEDICATIONS RIGHT NOW',
      'Medications page: we cannot access your medications right now',
    ],
    ['mhv tells him to use id.me on va.gov', 'MHV tells him to use ID.me on VA.gov'],
    ['', 'Problem without a description'],
    [
      'ID.ME SIGN IN ENDS AT HTTPS://WWW.VA.GOV/SIGN-IN AGAIN',
      'ID.me sign in ends at https://www.va.gov/sign-in again',
    ],
  ])('takes its title from %j', (text, title) => {
    expect(titleFrom(text)).toBe(title);
  });

  it('has the form Tier 3 writes, with the record number, and passes the gate', () => {
    const draft = draftTicket(
      {
        ...HRC_CASE,
        reference: '26-HRC-HD-85-34417215',
        scrubbedTitle: 'Records will not download',
        scrubbedText: 'Veteran [NAME 1] cannot.',
        reportedAt: 0,
        area: 'Medical Records, Download',
      },
      records,
    );
    expect(draft.title).toBe('Tier 3 issue - 26-HRC-HD-85-34417215 - Records will not download');
    for (const part of [
      '# Description\nVeteran [NAME 1] cannot.',
      '- 26-HRC-HD-85-34417215',
      '## Acceptance Criteria',
      '#mhv-tier-3-support',
    ])
      expect(draft.body).toContain(part);
    expect(checkPii(`${draft.title}\n${draft.body}`)).toMatchObject({ clean: true });
    expect(labelsFor(records)).toEqual(['MHV-Tier-3', 'PRODUCT-mhv-medical-records', 'TEAM-mhv-medical-records']);
  });

  it('passes the gate for every team of the shipped directory', () => {
    // A day of half a century ago would be a date of birth.
    const reportedAt = Date.parse('2026-10-28T14:00:00Z');
    for (const team of DIRECTORY) {
      const draft = draftTicket(
        { ...HRC_CASE, reference: 'INC41522242', scrubbedTitle: 'x', scrubbedText: 'y', reportedAt, area: null },
        team,
      );
      expect(checkPii([draft.title, draft.body, ...labelsFor(team)].join('\n'))).toMatchObject({ clean: true });
    }
  });

  it('passes the gate with every area of the sample exports', () => {
    const areas = ['dynamics.csv', 'iris.csv', 'salesforce.csv'].flatMap((file) => {
      const read = readExport(sample(file), 'UTC');
      return read.ok ? read.cases.map((one) => [one.area, one.subArea].filter((part) => part !== null).join(', ')) : [];
    });
    for (const area of new Set(areas)) {
      const { body } = draftTicket(
        { ...HRC_CASE, reference: 'INC41522242', scrubbedTitle: 'x', scrubbedText: 'y', reportedAt: 0, area },
        records,
      );
      expect([area, checkPii(body).clean]).toEqual([area, true]);
    }
  });

  it('carries a mark that is found again', () => {
    const body = withMarker('text', '01a1fc17-5c24-7318-b11f-19a5ebb359e7');
    expect(hasMarker(body, '01a1fc17-5c24-7318-b11f-19a5ebb359e7')).toBe(true);
    expect(hasMarker(body, '01a1fc17-5c24-7318-b11f-19a5ebb359e8')).toBe(false);
    expect(checkPii(body)).toMatchObject({ clean: true });
  });

  it('keeps the mark when its words change, and gets none from words', () => {
    const id = '01a1fc17-5c24-7318-b11f-19a5ebb359e7';
    expect(keepMarker('new words', withMarker('old words', id))).toBe(withMarker('new words', id));
    expect(keepMarker(withMarker('new words', id), 'old words')).toBe('new words');
  });
});
