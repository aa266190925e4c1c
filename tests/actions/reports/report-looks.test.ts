// What a desk keeps of its reports while it is open is what a desk that was just opened works out: after every act, whichever.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LEDGERS } from '../../../electron/core/domain/report.ts';
import { openStore } from '../../../electron/store/opening/open.ts';
import { seeded } from '../../bench/many-cases.ts';
import { addQuarter } from '../../reports/quarter.ts';
import { KEY, openTestDesk, ROOT, type TestDesk } from '../../support/desk.ts';

const STEPS = Number(process.env.LOOK_STEPS ?? 4);
const MINUTE = 60_000;
let desk: TestDesk;

beforeAll(async () => {
  desk = await openTestDesk();
  await desk.reopen(() => {
    const migrations = join(ROOT, 'drizzle', 'migrations');
    const store = openStore({ file: join(desk.folder, 'desk.db'), key: KEY, migrations });
    addQuarter(store, 11, 80, [Date.parse('2026-09-01T04:00:00Z'), desk.now - MINUTE], desk.now - MINUTE);
    store.close();
  });
});
afterAll(() => desk.close());

const told = async (period: string) => {
  const reports = await Promise.all(LEDGERS.map((ledger) => desk.call('reports.get', { ledger, period })));
  const behind = await desk.call('reports.cases', { ledger: 'product', period, figure: 'waiting' });
  return { figures: reports.flatMap(({ figures }) => figures), behind };
};

it('is worked out anew only where something changed, and comes to the same', async () => {
  const chance = seeded(5);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T;
  const { cases } = await desk.call('cases.list', { count: 200 });
  await told('2026-10');
  for (let step = 0; step < STEPS; step += 1) {
    const period = pick(['2026-10', '2026-09', '2026-W44']);
    for (let act = 0; act < 3; act += 1) {
      // Within the minute for which a running period is added to, and beyond it.
      desk.now += pick([1, 1, 2 * MINUTE, 26 * 60 * MINUTE]);
      const caseIds = [pick(cases).id, pick(cases).id];
      await pick([
        () => desk.call('cases.tag', { caseIds, tag: pick(['fixed-by-release', 'documentation-stale']) }),
        () => desk.call('triage.act', { caseIds, action: 'out-of-scope' }),
        () => desk.call('triage.act', { caseIds, action: 'escalate', team: 'mhv-medications' }),
        () => desk.call('cases.log', { line: `#sign-in 5m Caller ${step} cannot get past the page` }),
        () => desk.call('activity.undo', {}),
      ])().catch(() => null);
      await told(period);
    }
    const kept = await told(period);
    await desk.reopen();
    expect(kept, `step ${step}, ${period}`).toEqual(await told(period));
  }
}, 60_000);
