// A golden quarter: every figure of both ledgers and every part of it, counted a second time from the exported activity alone.
// One small seed here; `npm run test:reports` takes three large ones.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportFigureRow } from '../../../electron/contract/report-calls.ts';
import { LEDGERS } from '../../../electron/core/domain/report.ts';
import { openStore } from '../../../electron/store/opening/open.ts';
import { countByHand } from '../../reports/count-by-hand.ts';
import type { ActivityLine } from '../../reports/hand-case.ts';
import { addQuarter } from '../../reports/quarter.ts';
import { KEY, openTestDesk, ROOT, type TestDesk } from '../../support/desk.ts';

const SEEDS = (process.env.REPORT_SEEDS ?? '1').split(',').map(Number);
const CASES = Number(process.env.REPORT_CASES ?? 350);
const FROM = Date.parse('2026-06-20T04:00:00Z');
const TO = Date.parse('2026-10-01T04:00:00Z');
const NOW = Date.parse('2026-10-28T14:00:00Z');
/** Ends of the periods of the third quarter, Eastern Time. */
const MONTHS = {
  '2026-07': [Date.parse('2026-07-01T04:00:00Z'), Date.parse('2026-08-01T04:00:00Z')],
  '2026-08': [Date.parse('2026-08-01T04:00:00Z'), Date.parse('2026-09-01T04:00:00Z')],
  '2026-09': [Date.parse('2026-09-01T04:00:00Z'), Date.parse('2026-10-01T04:00:00Z')],
} as const;

describe.each(SEEDS)('the golden quarter of seed %i', (seed) => {
  let desk: TestDesk;
  let lines: ActivityLine[];
  beforeAll(async () => {
    desk = await openTestDesk();
    desk.now = NOW;
    await desk.reopen(() => {
      const migrations = join(ROOT, 'drizzle', 'migrations');
      const store = openStore({ file: join(desk.folder, 'desk.db'), key: KEY, migrations });
      addQuarter(store, seed, CASES, [FROM, TO], NOW);
      store.close();
    });
    const exported = await desk.call('reports.activity', {});
    lines = exported.lines.map((line) => JSON.parse(line));
  }, 60_000);
  afterAll(() => desk.close());

  it.each(Object.entries(MONTHS))('%s: every figure, split and baseline is the same', async (period, [from, to]) => {
    expect(lines).toHaveLength(CASES);
    const byHand = countByHand(lines, from, to);
    const before = period === '2026-07' ? null : countByHand(lines, ...monthBefore(period));
    const told = new Set<string>();
    for (const ledger of LEDGERS) {
      const { figures } = await desk.call('reports.get', { ledger, period });
      for (const figure of figures) {
        told.add(figure.id);
        const hand = byHand[figure.id];
        expect(hand, figure.id).toBeDefined();
        same(figure, figure.unit, hand!, figure.id);
        if (before !== null)
          same(
            { value: figure.baselineValue, n: figure.baselineN },
            figure.unit,
            before[figure.id]!,
            `${figure.id} before`,
          );
        for (const { by, rows } of figure.tables) {
          const shown = rows.filter(({ n }) => n > 0);
          expect(shown.map(({ member }) => member).sort(), `${figure.id} ${by}`).toEqual(
            Object.keys(hand!.parts[by] ?? {}).sort(),
          );
          for (const row of shown)
            same(row, figure.unit, hand!.parts[by]![row.member]!, `${figure.id} ${by} ${row.member}`);
        }
      }
    }
    expect([...told].sort()).toEqual(Object.keys(byHand).sort());
  });

  it('leaves no figure at nothing all through the quarter', async () => {
    const figures: ReportFigureRow[] = [];
    for (const period of Object.keys(MONTHS))
      for (const ledger of LEDGERS) figures.push(...(await desk.call('reports.get', { ledger, period })).figures);
    const idle = Map.groupBy(figures, ({ id }) => id);
    expect([...idle].filter(([, own]) => own.every(({ n }) => n === 0)).map(([id]) => id)).toEqual([]);
  });
});

function monthBefore(period: string): readonly [number, number] {
  return period === '2026-08' ? MONTHS['2026-07'] : MONTHS['2026-08'];
}

/** Equal but for the rounding of what is shown: hundredths, and hundredths of a percent. */
function same(
  shown: { readonly value: number | null; readonly n: number },
  unit: string,
  hand: { readonly value: number | null; readonly n: number },
  what: string,
): void {
  expect(shown.n, `${what}: of how many`).toBe(hand.n);
  if (hand.value === null) expect(shown.value, what).toBeNull();
  else
    expect(Math.abs((shown.value ?? Number.NaN) - hand.value), what).toBeLessThanOrEqual(
      unit === 'share' ? 0.000051 : 0.0051,
    );
}
