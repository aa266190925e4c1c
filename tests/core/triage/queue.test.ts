// The rules of the lists: columns beside a plain reading of the same cases, standings beside the clocks they stand for, and
// the small readers (log line, template, excerpt).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../electron/core/clock/calendar.ts';
import { DEFAULT_CALENDARS } from '../../../electron/core/clock/default-calendars.ts';
import { fillTemplate } from '../../../electron/core/compose/fill-template.ts';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import type { CaseFilter, IndexedCase } from '../../../electron/core/domain/queue.ts';
import { leading, readCountdowns } from '../../../electron/core/follow-up/countdown.ts';
import { DEFAULT_POLICIES } from '../../../electron/core/follow-up/default-policies.ts';
import { type ClockRow, readEvents } from '../../../electron/core/follow-up/events.ts';
import { slaStatusOf } from '../../../electron/core/follow-up/sla-status.ts';
import { readLogLine } from '../../../electron/core/intake/read-log-line.ts';
import { CaseColumns } from '../../../electron/core/triage/case-columns.ts';
import { countByTime, countCases, groupCases, selectCases } from '../../../electron/core/triage/case-index.ts';
import { excerpt } from '../../../electron/core/triage/excerpt.ts';

const NOW = Date.parse('2026-10-28T14:00:00Z');
const HOUR = 3_600_000;

const someCase = (seq: number): fc.Arbitrary<IndexedCase> =>
  fc.record({
    seq: fc.constant(seq),
    id: fc.constant(`case-${seq}` as CaseId),
    status: fc.constantFrom('undecided', 'escalated', 'responded'),
    team: fc.constantFrom('', 'A', 'B'),
    source: fc.constantFrom('iris', 'slack'),
    receivedAt: fc.integer({ min: NOW - 90 * HOUR, max: NOW }),
    problem: fc.constantFrom('', 'p', 'q'),
    tags: fc.constantFrom([], ['x'], ['x', 'y']),
    clock: fc.constantFrom('running', 'paused', 'stopped'),
    dueAt: fc.integer({ min: NOW - 40 * HOUR, max: NOW + 200 * HOUR }),
    soonFrom: fc.integer({ min: NOW - 90 * HOUR, max: NOW + 20 * HOUR }),
    dueFrom: fc.integer({ min: NOW - 60 * HOUR, max: NOW + 40 * HOUR }),
    stepAt: fc.constant(null),
    lookAt: fc.constant(null),
  });

const someCases = fc
  .integer({ min: 1, max: 60 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, at) => someCase(at + 1))));
const someFilter: fc.Arbitrary<CaseFilter> = fc.record(
  {
    status: fc.subarray(['undecided', 'escalated', 'responded']),
    team: fc.subarray(['', 'A', 'B']),
    tag: fc.subarray(['', 'x', 'y']),
    trend: fc.subarray(['', 'p']),
  },
  { requiredKeys: [] },
);

const RANK = { running: 0, paused: 1, stopped: 2 };
function plainOrder(cases: readonly IndexedCase[]): IndexedCase[] {
  return cases.toSorted(
    (a, b) =>
      RANK[a.clock] - RANK[b.clock] ||
      (a.clock === 'stopped' ? b.receivedAt - a.receivedAt : a.dueAt - b.dueAt) ||
      a.seq - b.seq,
  );
}

function passes(one: IndexedCase, filter: CaseFilter, except?: keyof CaseFilter): boolean {
  const has = (field: keyof CaseFilter, values: readonly string[]) =>
    field === except || (filter[field]?.length ?? 0) === 0 || values.some((value) => filter[field]?.includes(value));
  return (
    has('status', [one.status]) &&
    has('team', [one.team]) &&
    has('tag', one.tags.length === 0 ? [''] : one.tags) &&
    has('trend', [one.problem])
  );
}

describe('the columns', () => {
  it('keep the order of the queue whatever is put in and put anew', () => {
    fc.assert(
      fc.property(someCases, someCases, (first, second) => {
        const columns = new CaseColumns();
        columns.put(first);
        columns.put(second);
        const all = new Map([...first, ...second].map((one) => [one.seq, one]));
        expect([...columns.order].map((slot) => columns.ids[slot])).toEqual(
          plainOrder([...all.values()]).map((one) => one.id),
        );
      }),
    );
  });

  it('filter and count as a plain reading does', () => {
    fc.assert(
      fc.property(someCases, someFilter, (cases, filter) => {
        const columns = new CaseColumns();
        columns.put(cases);
        const found = [...selectCases(columns, filter, null, NOW)].map((slot) => columns.ids[slot]);
        expect(found).toEqual(plainOrder(cases.filter((one) => passes(one, filter))).map((one) => one.id));
        const counts = countCases(columns, filter, null, NOW);
        for (const team of ['', 'A', 'B'])
          expect(counts.team[team] ?? 0).toBe(
            cases.filter((one) => one.team === team && passes(one, filter, 'team')).length,
          );
        expect(counts.tag.x ?? 0).toBe(
          cases.filter((one) => one.tags.includes('x') && passes(one, filter, 'tag')).length,
        );
      }),
    );
  });

  it('group without losing or doubling a case, groups in the order of their cases', () => {
    fc.assert(
      fc.property(someCases, fc.constantFrom('time', 'team', 'trend'), (cases, by) => {
        const columns = new CaseColumns();
        columns.put(cases);
        const { slots, groups } = groupCases(columns, selectCases(columns, {}, null, NOW), by, NOW);
        expect([...slots].sort()).toEqual([...columns.order].sort());
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(cases.length);
        if (by === 'time')
          expect(groups.find(({ key }) => key === 'missed')?.count ?? 0).toBe(countByTime(columns, NOW).missed);
      }),
    );
  });
});

describe('a standing', () => {
  const calendars = Object.fromEntries(
    Object.entries(DEFAULT_CALENDARS).map(([id, spec]) => [id, createCalendar(spec)]),
  );
  const rules = {
    policies: DEFAULT_POLICIES,
    calendarOf: ({ calendar }: { calendar: string }) => calendars[calendar]!,
  };
  const acts = fc.array(
    fc.record({
      verb: fc.constantFrom('pause', 'resume', 'escalate', 'create-issue', 'team-answered', 'request-status'),
      after: fc.integer({ min: 0, max: 120 }),
    }),
    { maxLength: 6 },
  );

  it('worked out once says at every later hour what the clocks would', () => {
    fc.assert(
      fc.property(acts, fc.integer({ min: 0, max: 24 * 30 }), (list, hours) => {
        const receivedAt = NOW - 60 * 24 * HOUR;
        let at = receivedAt;
        const rows: ClockRow[] = list.map(({ verb, after }) => {
          at += after * HOUR;
          return { verb, at, fact: verb === 'pause' ? { reason: 'hold' } : verb === 'resume' ? {} : null };
        });
        const events = readEvents(receivedAt, rows);
        const standing = slaStatusOf(events, readCountdowns(events, rules, at), rules, at);
        const later = at + hours * HOUR;
        const clock = leading(readCountdowns(events, rules, later));
        const columns = new CaseColumns();
        columns.put([
          {
            seq: 1,
            id: 'a' as CaseId,
            status: 'undecided',
            team: '',
            source: 'iris',
            receivedAt,
            problem: '',
            tags: [],
            ...standing,
          },
        ]);
        const counts = countByTime(columns, later);
        const says = (Object.keys(counts) as (keyof typeof counts)[]).find((name) => counts[name] === 1);
        expect(says).toBe(clock === null || clock.metAt !== null ? 'stopped' : clock.state);
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('small readers', () => {
  it.each([
    ['iris #Records 5m download fails', { source: 'iris', topic: 'records', spentMinutes: 5, text: 'download fails' }],
    [
      'WHH 1h10m caller cannot sign in',
      { source: 'salesforce', topic: null, spentMinutes: 70, text: 'caller cannot sign in' },
    ],
    ['10m slackbot post about rx', { source: 'typed', topic: null, spentMinutes: 10, text: 'slackbot post about rx' }],
    ['slack', { source: 'typed', topic: null, spentMinutes: null, text: 'slack' }],
    ['5m', { source: 'typed', topic: null, spentMinutes: null, text: '5m' }],
    [
      'iris  the page\nis  blank\r\n#not a topic ',
      { source: 'iris', topic: null, spentMinutes: null, text: 'the page\nis  blank\r\n#not a topic' },
    ],
  ])('log line %j', (line, read) => {
    expect(readLogLine(line)).toEqual({ ...read, message: null, postedBy: null });
  });

  it.each([
    ['Jane Roe  9:14 AM\nno labs since Monday', 'no labs since Monday', 'Jane Roe  9:14 AM'],
    [
      'Jane de la Roe (she/her) [9:14 AM]\n\nno labs\nsince Monday',
      'no labs\nsince Monday',
      'Jane de la Roe (she/her) [9:14 AM]',
    ],
    ['5m #labs Jane Roe\n  9:14\nno labs', 'no labs', 'Jane Roe 9:14'],
    ['Tier 3 Bot\nAPP  Today at 9:14 AM\nA new request', 'A new request', 'Tier 3 Bot APP  Today at 9:14 AM'],
    ['jroe 9:14 PM\nno labs', 'no labs', 'jroe 9:14 PM'],
    ['It fails at 9:14 AM\nand again at noon', 'It fails at 9:14 AM\nand again at noon', null],
    ['Jane Roe 9:14 AM', 'Jane Roe 9:14 AM', null],
    ['The page is blank\nsince 9:14 AM\nevery day', 'The page is blank\nsince 9:14 AM\nevery day', null],
  ])('takes the message out of what was pasted, never who wrote it: %j', (line, text, postedBy) => {
    expect(readLogLine(line)).toMatchObject({ text, postedBy });
  });

  const LINK = 'https://dsva.slack.com/archives/C0123ABCD/p1790664201006000';
  it.each([
    [LINK, '1790664201.006000', '', null],
    [`${LINK} #sign-in 3m`, '1790664201.006000', '', 'sign-in'],
    [`#sign-in no labs since Monday ${LINK}`, '1790664201.006000', 'no labs since Monday', 'sign-in'],
    [`<${LINK}?thread_ts=1790664100.000200&cid=C0123ABCD> no labs`, '1790664100.000200', 'no labs', null],
  ])('log line with the link of a Slack message: %j', (line, ts, text, topic) => {
    const { message, ...read } = readLogLine(line);
    expect(read).toMatchObject({ source: 'slack', text, topic });
    expect(message).toMatchObject({ ts, channel: 'C0123ABCD' });
  });

  it('a link elsewhere is part of the words', () => {
    for (const line of [`see ${LINK} first`, 'https://www.va.gov/archives/C0123ABCD/p1790664201006000 is blank'])
      expect(readLogLine(line)).toMatchObject({ text: line, message: null });
  });

  it('a template names what a case lacks, and what no case has', () => {
    const facts = {
      reference: 'R-1',
      title: 'T',
      reported: 'Oct 1',
      source: 'IRIS',
      team: null,
      ticket: null,
      problem: null,
      known: null,
    };
    expect(fillTemplate('Case {{reference}} for {{ team }} {{nobody}}', facts)).toEqual({
      text: 'Case R-1 for {{ team }} {{nobody}}',
      missing: ['team', 'nobody'],
    });
  });

  it('an excerpt shows the word the title lacks', () => {
    const text = 'The page was fine. Later the radiology images did not open in any browser at all.';
    expect(excerpt(text, 'The page was fine', ['page'])).toBeNull();
    expect(excerpt(text, 'The page was fine', ['radio'])).toMatch(/^….*Later the radiology images did/);
    expect(excerpt(text, 'The page was fine', ['absent'])).toBeNull();
  });
});
