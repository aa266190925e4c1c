// The two ledgers: a figure of one never changes with what only the other did; the parties of a life add up; small numbers
// cannot be worked out from what is shown.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../electron/core/clock/calendar.ts';
import { DEFAULT_CALENDARS } from '../../../electron/core/clock/default-calendars.ts';
import { LEDGERS, type Ledger } from '../../../electron/core/domain/report.ts';
import { DAY_MS } from '../../../electron/core/domain/time.ts';
import { DEFAULT_POLICIES } from '../../../electron/core/follow-up/default-policies.ts';
import type { Item } from '../../../electron/core/reports/figure.ts';
import { type Act, type CaseHistory, HAND_OVERS, OWN_VERBS } from '../../../electron/core/reports/history.ts';
import type { ReportRules } from '../../../electron/core/reports/items.ts';
import { splitLedgers } from '../../../electron/core/reports/ledgers.ts';
import { lifeOf } from '../../../electron/core/reports/life.ts';
import { nameReport } from '../../../electron/core/reports/named-report.ts';
import { periodBefore, readPeriod } from '../../../electron/core/reports/period.ts';
import { makeReport, type ReportData } from '../../../electron/core/reports/report.ts';
import { mergeSmall, OTHER, type SplitRow } from '../../../electron/core/reports/small-numbers.ts';
import { trendsOf } from '../../../electron/core/reports/trends.ts';
import { writeHtml } from '../../../electron/core/reports/write-html.ts';

const HOUR = 3_600_000;
const OCTOBER = readPeriod('2026-10')!;
const calendars = Object.fromEntries(Object.entries(DEFAULT_CALENDARS).map(([id, spec]) => [id, createCalendar(spec)]));
const RULES: ReportRules = {
  policies: DEFAULT_POLICIES,
  calendarOf: ({ calendar }) => calendars[calendar]!,
  trend: { count: 5, windowDays: 30 },
};

const FACTS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  pause: fc.record({ reason: fc.constantFrom('tier-2', 'hold', 'release') }),
  'set-priority': fc.record({ priority: fc.constantFrom('critical', 'high', 'medium', 'low', null) }),
  respond: fc.constantFrom(null, { template: 't' }),
  'set-eta': fc.constant({ etaAt: OCTOBER.to }),
};

function actsOf(verbs: readonly string[], most: number): fc.Arbitrary<Act[]> {
  const act = fc.constantFrom(...verbs).chain((verb) =>
    fc.record({
      verb: fc.constant(verb),
      at: fc.integer({ min: 0, max: 90 * 24 }).map((hours) => OCTOBER.from - 40 * 24 * HOUR + hours * HOUR),
      actor: fc.constantFrom('You', 'Desk', 'a-dev'),
      fact: FACTS[verb] ?? fc.constant(null),
    }),
  );
  return fc.array(act, { maxLength: most });
}

const sorted = (acts: readonly Act[]) => acts.toSorted((a, b) => a.at - b.at);
let nextId = 0;

const history: fc.Arbitrary<CaseHistory> = fc
  .record({
    acts: actsOf([...HAND_OVERS, ...OWN_VERBS.support, ...OWN_VERBS.product], 12),
    hours: fc.integer({ min: 0, max: 60 * 24 }),
    late: fc.integer({ min: 0, max: 72 }),
    source: fc.constantFrom('dynamics', 'iris', 'slack'),
    problem: fc.constantFrom('labs', 'code-106', null),
    team: fc.constantFrom('a', 'b', null),
    tags: fc.subarray(['documentation-missing', 'fixed-by-release', 'by-documentation']),
    isDuplicate: fc.boolean(),
  })
  .map(({ acts, hours, late, ...facts }) => {
    const receivedAt = OCTOBER.from - 40 * 24 * HOUR + hours * HOUR;
    return {
      facts: {
        ...facts,
        id: String(nextId++),
        reference: 'log-1',
        kind: 'case' as const,
        receivedAt,
        importedAt: receivedAt + late * HOUR,
        area: 'records',
        spentMinutes: 5,
        isDocumented: false,
      },
      acts: sorted(acts.filter(({ at }) => at >= receivedAt)),
    };
  });

function dataOf(histories: readonly CaseHistory[]): ReportData {
  const reports = histories
    .filter(({ facts }) => !facts.isDuplicate && facts.problem !== null)
    .toSorted((a, b) => a.facts.receivedAt - b.facts.receivedAt);
  const problems = Map.groupBy(reports, ({ facts }) => facts.problem!);
  return {
    histories,
    problems: new Map(
      [...problems].map(([id, own]) => [
        id,
        own.map(({ facts: { id: one, receivedAt } }) => ({ id: one, receivedAt })),
      ]),
    ),
  };
}

const reportOf = (ledger: Ledger, histories: readonly CaseHistory[]) =>
  makeReport(ledger, dataOf(histories), RULES, [OCTOBER, periodBefore(OCTOBER)], 1);

describe('the two ledgers', () => {
  it.each(LEDGERS)('%s: its figures never change when only the other one did something', (ledger) => {
    const other: Ledger = ledger === 'support' ? 'product' : 'support';
    fc.assert(
      fc.property(fc.array(history, { maxLength: 8 }), actsOf(OWN_VERBS[other], 10), (histories, more) => {
        const before = reportOf(ledger, histories);
        const without = histories.map(({ facts, acts }) => ({
          facts,
          acts: acts.filter(({ verb }) => !OWN_VERBS[other].includes(verb)),
        }));
        const withMore = histories.map(({ facts, acts }) => ({
          facts,
          acts: sorted([...acts, ...more.filter(({ at }) => at >= facts.receivedAt)]),
        }));
        expect(reportOf(ledger, without)).toEqual(before);
        expect(reportOf(ledger, withMore)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('has figures that change with its own acts', () => {
    const report = (ledger: Ledger, verb: string) => {
      const facts = { ...fc.sample(history, 1)[0]!.facts, receivedAt: OCTOBER.from, importedAt: OCTOBER.from };
      const act = { verb: 'create-issue', at: OCTOBER.from + HOUR, actor: 'Desk', fact: null };
      return reportOf(ledger, [
        { facts: { ...facts, isDuplicate: false }, acts: [act, { ...act, verb, at: act.at + 1 }] },
      ]);
    };
    expect(report('support', 'request-status')).not.toEqual(report('support', 'none'));
    expect(report('product', 'set-eta')).not.toEqual(report('product', 'none'));
  });

  it('gives every verb to one ledger, or to both as a hand-over', () => {
    const all = [...OWN_VERBS.support, ...OWN_VERBS.product, ...HAND_OVERS];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('a report as a page', () => {
  it('keeps a short table of parts on one page, and lets the figures run over several', () => {
    const named = nameReport(reportOf('support', fc.sample(history, { numRuns: 40, seed: 1 })), (_, one) => one, 1, 0);
    const page = writeHtml({ ...named, changes: [] });
    const [, figures = '', parts = ''] = /<h2>(.*?)<h2>In parts<\/h2>(.*)/s.exec(page) ?? [];
    expect(figures).toContain('<table>');
    expect(figures).not.toContain('class="short"');
    for (const [, rows = ''] of parts.matchAll(/<table class="short">.*?<tbody>(.*?)<\/tbody>/gs))
      expect(rows.match(/<tr>/g)!.length).toBeLessThanOrEqual(16);
    for (const [, rows = ''] of parts.matchAll(/<table><thead>.*?<tbody>(.*?)<\/tbody>/gs))
      expect(rows.match(/<tr>/g)!.length).toBeGreaterThan(16);
  });
});

describe('the life of a case', () => {
  it('is told without a gap or an overlap, and its parties add up to it', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 90 * 24 }), (one, hours) => {
        const upTo = OCTOBER.from - 40 * 24 * HOUR + hours * HOUR;
        if (one.facts.receivedAt >= upTo) return;
        const { stretches, endedAt } = lifeOf(one, upTo);
        let at = one.facts.receivedAt;
        for (const { from, to } of stretches) {
          expect(from).toBe(at);
          expect(to).toBeGreaterThan(from);
          at = to;
        }
        expect(at).toBe(endedAt ?? upTo);
        const { support, product } = splitLedgers(one, upTo)!;
        const parties = [support.had.support, ...Object.values(product.had)];
        expect(parties.reduce((sum, ms) => sum + ms, 0)).toBe((endedAt ?? upTo) - one.facts.receivedAt);
        expect(product.lifeMs).toBe((endedAt ?? upTo) - one.facts.receivedAt);
      }),
      { numRuns: 500 },
    );
  });

  it('tells who had it: queue, support, team, Tier 2, support over a question, team, closed, team', () => {
    const at = (hours: number) => OCTOBER.from + hours * HOUR;
    const act = (verb: string, hours: number, fact: unknown = null) => ({ verb, at: at(hours), actor: 'You', fact });
    const facts = { ...fc.sample(history, 1)[0]!.facts, receivedAt: at(0), importedAt: at(5) };
    const acts = [
      act('escalate', 6),
      act('create-issue', 8),
      act('pause', 10, { reason: 'tier-2' }),
      act('resume', 30),
      act('question-asked', 32),
      act('answer', 35),
      act('ticket-closed', 50),
      act('ticket-reopened', 70),
      act('ticket-closed', 72),
      act('copy', 90),
    ];
    expect(
      lifeOf({ facts, acts }, at(100)).stretches.map(({ party, from, to }) => [party, (to - from) / HOUR]),
    ).toEqual([
      ['queue', 5],
      ['support', 3],
      ['team', 2],
      ['tier-2', 20],
      ['team', 2],
      ['support', 3],
      ['team', 15],
      ['closed', 20],
      ['team', 2],
    ]);
  });
});

describe('a trend', () => {
  it('is counted in the span of its last report, from the first moment to the last, as far as it had come by its end', () => {
    const [from, to] = [10 * DAY_MS, 40 * DAY_MS];
    const counted = (...times: readonly number[]) =>
      trendsOf(
        new Map([['labs', times.map((receivedAt, at) => ({ id: String(at), receivedAt }))]]),
        { count: 3, windowDays: 5 },
        { from, to },
      ).map(({ cases, openedAt, lifeMs }) => [cases.length, openedAt, lifeMs]);
    expect(counted(from - 2, from - 1, from)).toEqual([[3, from, 2]]);
    expect(counted(from - 3, from - 2, from - 1)).toEqual([]);
    expect(counted(to - 3, to - 2, to - 1, to)).toEqual([[3, to - 1, 2]]);
    expect(counted(to - 2, to - 1, to)).toEqual([]);
    expect(counted(from, from + 1, from + 5 * DAY_MS)).toEqual([[3, from + 5 * DAY_MS, 5 * DAY_MS]]);
    expect(counted(from, from + 1, from + 5 * DAY_MS + 1)).toEqual([]);
    expect(counted(from, from + 6 * DAY_MS, from + 7 * DAY_MS, from + 8 * DAY_MS)).toEqual([
      [4, from + 8 * DAY_MS, 8 * DAY_MS],
    ]);
  });
});

describe('periods', () => {
  it('are months, ISO weeks and days of Eastern Time, each with the one before', () => {
    const iso = (at: number) => new Date(at).toISOString();
    expect([iso(OCTOBER.from), iso(OCTOBER.to)]).toEqual(['2026-10-01T04:00:00.000Z', '2026-11-01T04:00:00.000Z']);
    expect(periodBefore(readPeriod('2026-01')!).name).toBe('2025-12');
    expect(iso(readPeriod('2026-W53')!.from)).toBe('2026-12-28T05:00:00.000Z');
    expect(periodBefore(readPeriod('2027-W01')!).name).toBe('2026-W53');
    expect(periodBefore(readPeriod('2026-10-05..2026-10-09')!).name).toBe('2026-09-30..2026-10-04');
    for (const wrong of ['2026-13', '2027-W53', '2026-10-09..2026-10-05', '2026-02-30..2026-03-01', 'October'])
      expect(readPeriod(wrong), wrong).toBeNull();
  });
});

describe('small numbers', () => {
  const AT_LEAST = 5;
  const items = (n: number): Item[] => Array.from({ length: n }, () => ({ cases: [], x: 1, facts: null }));
  const row = (member: string, [now, before]: readonly [number, number]): SplitRow => ({
    member,
    now: items(now),
    before: items(before),
  });
  const sizes = (rows: readonly SplitRow[]) =>
    rows.map(({ member, now, before }) => [member, now.length, before.length]);
  const counts = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), {
    minLength: 1,
    maxLength: 7,
  });

  it('cannot be subtracted back out of the total, of the baseline or of other rows', () => {
    fc.assert(
      fc.property(counts, (pairs) => {
        const shown = mergeSmall(
          pairs.map((pair, at) => row(String(at), pair)),
          AT_LEAST,
        );
        for (const column of ['now', 'before'] as const) {
          const total = pairs.reduce((sum, pair) => sum + pair[column === 'now' ? 0 : 1], 0);
          const numbers = shown.map((one) => one[column].length);
          if (shown.length > 0) expect(numbers.reduce((sum, n) => sum + n, 0)).toBe(total);
          // Every sum of rows, taken from the total.
          for (let subset = 0; shown.length > 0 && subset < 1 << numbers.length; subset += 1) {
            const rest = numbers.reduce((left, n, at) => left - ((subset >> at) & 1) * n, total);
            expect(rest === 0 || rest >= AT_LEAST).toBe(true);
          }
        }
      }),
    );
  });

  it('look the same whichever of the rows put together a case belongs to', () => {
    fc.assert(
      fc.property(counts, (pairs) => {
        const rows = pairs.map((pair, at) => row(String(at), pair));
        const shown = mergeSmall(rows, AT_LEAST);
        const names = new Set(shown.map(({ member }) => member));
        const hidden = pairs.flatMap((_, at) => (names.has(String(at)) ? [] : [at]));
        const small = hidden.filter((at) => pairs[at]![0] > 0 && pairs[at]![0] < AT_LEAST);
        if (small.length < 2) return;
        const [from, to] = [small[0]!, small[1]!];
        if (pairs[to]![0] + 1 >= AT_LEAST || pairs[from]![0] === 1) return;
        const moved = pairs.map(([now, before], at) =>
          row(String(at), [now + (at === to ? 1 : at === from ? -1 : 0), before]),
        );
        expect(sizes(mergeSmall(moved, AT_LEAST))).toEqual(sizes(shown));
      }),
    );
  });

  it('are put together with the next small row until there are enough, or not shown at all', () => {
    const shown = mergeSmall([row('a', [20, 20]), row('b', [9, 8]), row('c', [2, 9])], AT_LEAST);
    expect(sizes(shown)).toEqual([
      ['a', 20, 20],
      [OTHER, 11, 17],
    ]);
    expect(mergeSmall([row('a', [2, 0]), row('b', [1, 0])], AT_LEAST)).toEqual([]);
  });
});
