// Tickets against the practice, word for word: what the desk writes of a case, line by line, and nothing for what nobody knows.
import { describe, expect, it } from 'vitest';
import { recordNumbersIn } from '../../electron/core/compose/record-numbers.ts';
import { type CaseForTicket, draftTicket } from '../../electron/core/compose/ticket-draft.ts';
import { draftTrendTicket } from '../../electron/core/compose/trend-draft.ts';
import { checkPii } from '../../electron/core/scrub/pii-check.ts';
import { DEFAULT_DIRECTORY } from '../support/desk.ts';
import { FORMS } from './facts.ts';

const team = (label: string) => DEFAULT_DIRECTORY.find((one) => one.label === label)!;
const REF = '26-HRC-HD-85-00000801';
const aCase = (part: Partial<CaseForTicket>): CaseForTicket => ({
  source: 'dynamics',
  reference: REF,
  scrubbedTitle: 'Records will not download',
  scrubbedText: 'Veteran [NAME 1] cannot download a report.',
  reportedAt: Date.parse('2026-10-28T13:00:00Z'),
  area: null,
  tags: [],
  priority: null,
  ...part,
});
const headings = (body: string) => body.split('\n').filter((line) => /^#{1,2} |^\*.*\*$/.test(line));
const TOLD = `Veteran cannot download a report.
Date/time of issue: 10/27/2026 9:15 AM ET
Login credential used: ID.me
Device type: iPhone 14; Operating system: iOS 18.2; Browser: Safari 18
Oracle Health site: Spokane
Full URL: https://www.va.gov/my-health/medical-records/download
Troubleshooting: cleared cache, tried a private window
Account Activity Log: download attempted, no error shown`;

describe('an HRC ticket', () => {
  it('has the form of today, line by line, with the fields of April from the case', () => {
    const { title, body } = draftTicket(aCase({ scrubbedText: TOLD }), team('PRODUCT-mhv-medical-records'));
    expect(title).toBe(FORMS.hrc.title(REF, 'Records will not download'));
    const [description, numbers, information, acceptance] = FORMS.hrc.headings;
    const lines = body.split('\n').filter((line) => line !== '');
    expect(lines).toEqual([
      description,
      'Veteran cannot download a report.',
      numbers,
      `- ${REF}`,
      information,
      expect.stringMatching(/Product Manager.*original details \(which contain PII\).*engineer/),
      expect.stringContaining(FORMS.hrc.guidance),
      '- Date/time of issue: 10/27/2026 9:15 AM ET',
      '- Login credential used: ID.me',
      '- Device type: iPhone 14',
      '- Operating system: iOS 18.2',
      '- Browser: Safari 18',
      '- Oracle site Y/N: Yes',
      '- Which Oracle site: Spokane',
      '- Full URL: https://www.va.gov/my-health/medical-records/download',
      '- Troubleshooting: cleared cache, tried a private window',
      '- Account Activity Log: download attempted, no error shown',
      acceptance,
      ...FORMS.hrc.acceptance,
    ]);
    const fields = lines.flatMap((line) => /^- ([^:[]+):/.exec(line)?.[1] ?? []);
    expect(fields).toEqual(FORMS.hrc.aprilFields);
    for (const value of ['9:15 AM', 'ID.me', 'iPhone', 'iOS', 'Safari', 'Spokane', '/download', 'private window'])
      expect([value, body.split(value).length - 1]).toEqual([value, 1]);
    expect(checkPii(body, { records: [REF] })).toMatchObject({ clean: true });
  });

  it('leaves out what the case does not say, and names several numbers in the body only', () => {
    const { title, body } = draftTicket(aCase({ alsoKnownAs: ['26-HRC-HD-85-00000802'] }), null);
    expect(title).toBe(FORMS.hrc.titleOfSeveral('Records will not download'));
    expect(body).toContain(`- ${REF}\n- 26-HRC-HD-85-00000802\n`);
    expect(headings(body)).toEqual(FORMS.hrc.headings);
    const told = FORMS.hrc.aprilFields.filter((field) => body.includes(`- ${field}:`));
    expect(told).toEqual([]);
  });

  it.each([
    // A sentence that goes on past the label, and a value that nobody may lose.
    ['She used this device: iPad, and it failed', 'She used this device: iPad, and it failed'],
    ['It fails. Browser: Edge 131. Please help.', 'It fails. Please help.'],
    ['- Browser: Edge 131\n- It fails\n\n\n- OS: Windows 11', '- It fails'],
    ['It fails; Browser: Edge 131; Browser: Chrome 130', 'It fails; Browser: Chrome 130'],
    [`It fails.\nTroubleshooting: ${'tried again, '.repeat(60)}`, expect.stringContaining('Troubleshooting: tried')],
    ['Browser: Edge 131', 'Records will not download'],
  ])('keeps in the description what no field holds: %j', (scrubbedText, description) => {
    const { body } = draftTicket(aCase({ scrubbedText }), null);
    expect(/^# Description\n([\s\S]*?)\n\n## HRC/.exec(body)?.[1]).toEqual(description);
  });

  it.each([
    ['signs in with Login.gov on an iPad with Safari 17.4', ['Login.gov', 'iPad', '', 'Safari 17.4']],
    ['On a laptop with Windows 11 and Edge version 131.0', ['', 'laptop', 'Windows 11', 'Edge version 131.0']],
    ['she is on the edge of giving up, windows of time are short', ['', '', '', '']],
  ])('reads the fields where they stand in a sentence: %s', (scrubbedText, [credential, device, system, browser]) => {
    const { body } = draftTicket(aCase({ scrubbedText }), null);
    const value = (field: string) => new RegExp(`^- ${field}: (.*)$`, 'm').exec(body)?.[1] ?? '';
    const fields = ['Login credential used', 'Device type', 'Operating system', 'Browser'];
    expect(fields.map(value)).toEqual([credential, device, system, browser]);
  });
});

describe('a ServiceNow ticket', () => {
  const staff = (part: Partial<CaseForTicket>) =>
    draftTicket(
      aCase({ source: 'servicenow', reference: 'INC00000801', ...part }),
      team('Liferay/SM Clinician Portal'),
    );

  it.each(['critical', 'high', 'medium', 'low'] as const)('says how severe it is: %s', (priority) => {
    const { title, body } = staff({ priority });
    expect(title).toBe(FORMS.servicenow.title('Records will not download'));
    expect(headings(body)).toEqual(FORMS.servicenow.headings);
    const boxes = FORMS.servicenow.severity.map((words) => {
      return `- [${words.toLowerCase().startsWith(priority) ? 'x' : ' '}] ${words}`;
    });
    expect(body).toContain(['## Severity', ...boxes].join('\n'));
    expect(body).toContain('*ServiceNow ticket number(s):*\n- INC00000801');
    expect(body).toContain(FORMS.servicenow.done.join('\n'));
  });

  it('of another team than the staff tools has the title of every other ticket', () => {
    const one = aCase({ source: 'servicenow', reference: 'INC00000802', scrubbedTitle: 'Refill is refused' });
    for (const [label, title] of [
      ['mhv-medications', 'Tier 3 issue - INC00000802 - Refill is refused'],
      ['Liferay/Admin Portal', 'SM/Admin - Refill is refused'],
    ] as const)
      expect(draftTicket(one, team(label)).title).toBe(title);
  });

  it('has the sections for steps, expected and actual where the case tells them', () => {
    const { body } = staff({
      scrubbedText:
        'Group is gone.\nSteps to reproduce: open the portal\nchoose a group\nExpected: it opens\nActual: blank',
    });
    expect(headings(body)).toEqual([
      ...FORMS.servicenow.headings.slice(0, 2),
      ...FORMS.servicenow.ifKnown,
      ...FORMS.servicenow.headings.slice(2),
    ]);
    expect(body).toContain('## Description\nGroup is gone.\n');
    expect(body).toContain('## Steps to Reproduce\nopen the portal\nchoose a group\n');
  });
});

describe('other kinds', () => {
  it('a contact center ticket says date, source and number, priority, topic', () => {
    const { body } = draftTicket(aCase({ priority: 'high', area: 'Records, Download' }), team('VSP-contact-center'));
    const [date, source, description, acceptance] = FORMS.contactCenter.headings;
    expect(headings(body)).toEqual([date, source, ...FORMS.contactCenter.ifKnown, description, acceptance]);
    expect(headings(draftTicket(aCase({}), team('VSP-contact-center')).body)).toEqual(FORMS.contactCenter.headings);
    expect(body).toContain('## Date reported\n10/28/2026 9:00 AM ET\n');
  });

  it('a data request tells nothing of the case: its details go by encrypted mail only', () => {
    const { title, body } = draftTicket(aCase({ tags: ['data-request'] }), team('MHV-Secure-Messaging'));
    expect(title).toBe(FORMS.dataRequest.title('SM', REF));
    expect(body).toMatch(/encrypted VA email only/);
    expect(body).toContain(`- ${REF}`);
    expect(body).not.toContain('download');
  });

  it('a silent failure lists three attempts, each with date and outcome', () => {
    const text = 'Form was lost.\nAttempt 1: email 10/20/2026, no answer\nAttempt 3: phone 10/24/2026, reached';
    const { title, body } = draftTicket(aCase({ tags: ['silent-failure'], scrubbedText: text }), null);
    expect(title).toBe(`Silent failure - ${REF} - Records will not download`);
    const [, second] = FORMS.silentFailure.attempts;
    expect(body).toContain(
      `1. email 10/20/2026, no answer\n2. ${second}: date and outcome not noted yet\n3. phone 10/24/2026, reached`,
    );
  });

  it('several examples become one table: date reported, ticket number, description', () => {
    const rows = [1, 2].map((at) => ({
      reference: `26-HRC-HD-85-0000081${at}`,
      reportedAt: Date.parse(`2026-10-2${at}T15:00:00Z`),
      description: `Blank page ${at}`,
    }));
    const { title, body } = draftTrendTicket({ name: 'Records are blank', rows, team: team('mhv-medications') });
    expect(title).toBe(FORMS.hrc.titleOfSeveral('Records are blank'));
    expect(headings(body)).toEqual(FORMS.hrc.headings);
    expect(body).toContain(
      '| Date reported | Ticket number | Description as stated by the customer |\n| --- | --- | --- |\n| 10/21/2026 | 26-HRC-HD-85-00000811 | Blank page 1 |',
    );
    expect(body.match(/26-HRC-HD-85-0000081\d/g)).toEqual(['26-HRC-HD-85-00000811', '26-HRC-HD-85-00000812']);
    expect([...recordNumbersIn(body)]).toEqual(expect.arrayContaining(rows.map(({ reference }) => reference)));
  });

  it('lists the numbers that its table has no room for', () => {
    const rows = Array.from({ length: 61 }, (_, at) => ({
      reference: `26-HRC-HD-85-000008${String(at).padStart(2, '0')}`,
      reportedAt: Date.parse('2026-10-21T15:00:00Z'),
      description: 'Blank page',
    }));
    const { body } = draftTrendTicket({ name: 'Records are blank', rows, team: team('mhv-medications') });
    expect([...recordNumbersIn(body)]).toEqual(expect.arrayContaining(rows.map(({ reference }) => reference)));
  });
});
