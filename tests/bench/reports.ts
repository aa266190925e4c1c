// npm run bench:reports: the dashboard and the monthly report over 10,000 and 100,000 cases with ten acts each, spread over
// three years. Prints times, the processor's own time beside each, which a busy machine changes less, their ratios, and how long the
// backend could answer nothing else meanwhile.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { SCRUBBER_VERSION } from '../../electron/core/scrub/find-pii.ts';
import type { Store } from '../../electron/store/opening/open.ts';
import { DIRECTORY } from '../support/desk.ts';
import { openPlainOffice } from '../support/plain-context.ts';
import { seeded } from './many-cases.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-10-28T14:00:00Z');
const YEARS_MS = 3 * 365 * 24 * HOUR;
const SIZES = (process.env.REPORT_SIZES ?? '10000,100000').split(',').map(Number);
const LOOKS = Number(process.env.LOOKS ?? 30);

/** A life of ten acts: came in, ranked, escalated, sent, asked, answered, given an ETA, closed. */
const LIFE = [
  ['import', 0, null],
  ['set-priority', 1, '{"priority":"medium"}'],
  ['assign', 2, null],
  ['escalate', 5, null],
  ['queue-ticket', 6, null],
  ['create-issue', 7, null],
  ['question-asked', 30, null],
  ['answer', 40, null],
  ['set-eta', 50, '{"etaAt":1}'],
  ['ticket-closed', 200, null],
] as const;

function fill(store: Store, count: number): void {
  const chance = seeded(count);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T;
  const teams = DIRECTORY.filter((team) => team.inScope).map((team) => team.label);
  const { $client: sqlite } = store.db;
  const words = 'Lab results are missing in Chrome since Monday; cleared the cookies and tried again. '.repeat(4);
  store.transaction(() => {
    const addTicket = sqlite.prepare(
      `INSERT INTO tickets(id, team, repository, title, created_at, state) VALUES (?, ?, 'a/b', 'Labs', 0, ?)`,
    );
    const addCase = sqlite.prepare(
      `INSERT INTO cases(id, source, reference, reported_at, received_at, imported_at, raw_text, hints, fields, scrubbed_title,
         scrubbed_text, scrubbed_area, scrubber_version, status, team, ticket_id, tags, problem)
       VALUES (?, ?, ?, ?, ?, ?, ?, '{}', '[]', 'Labs', ?, ?, ?, 'ticketed', ?, ?, '', ?)`,
    );
    const addAct = sqlite.prepare(
      `INSERT INTO activity(id, at, actor, case_id, verb, summary, fact, act_id) VALUES (?, ?, 'You', ?, ?, 'x', ?, ?)`,
    );
    for (let at = 0; at < count; at += 1) {
      const id = `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`;
      const receivedAt = NOW - Math.floor(chance() * YEARS_MS);
      const team = pick(teams);
      const speed = 0.5 + chance() * 3;
      const isOpen = receivedAt + 200 * speed * HOUR > NOW;
      addTicket.run(`ticket-${id}`, team, isOpen ? 'open' : 'closed');
      addCase.run(
        ...[
          id,
          pick(['dynamics', 'servicenow', 'iris', 'slack']),
          `bench-${at}`,
          receivedAt,
          receivedAt,
          receivedAt + HOUR,
        ],
        ...[words, words, pick(['Medical Records', 'Medications', 'Secure Messaging']), SCRUBBER_VERSION],
        ...[team, `ticket-${id}`, `problem-${Math.floor(chance() * 400)}`],
      );
      for (const [index, [verb, hours, fact]] of LIFE.entries()) {
        const when = receivedAt + HOUR + Math.floor(hours * speed * HOUR);
        if (when < NOW) addAct.run(`${id}-${index}`, when, id, verb, fact, `${id}-${index}`);
      }
    }
  });
}

/** Both in ms. */
interface Time {
  readonly wall: number;
  readonly cpu: number;
}

interface Measured {
  readonly first: Time;
  readonly unchanged: Time;
  readonly changed: Time;
  readonly monthly: Time;
  readonly longest: Time;
}

async function measure(count: number): Promise<Measured> {
  const ctx = openPlainOffice(() => NOW);
  fill(ctx.store, count);
  const { call } = ctx;
  const { cases } = await call('cases.list', { count: 1 });
  const look = () =>
    Promise.all([call('reports.get', { ledger: 'support' }), call('reports.get', { ledger: 'product' })]);
  const timed = async (work: () => Promise<unknown>) => {
    const [from, used] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(used);
    return { wall: performance.now() - from, cpu: (user + system) / 1000 };
  };
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const first = await timed(look);
  const unchanged: Time[] = [];
  const changed: Time[] = [];
  for (let at = 0; at < LOOKS; at += 1) {
    unchanged.push(await timed(look));
    await call('cases.tag', { caseIds: [cases[0]!.id], tag: 'batch' });
    await call('cases.list', { count: 1 });
    changed.push(await timed(look));
  }
  const longest = { wall: delay.max / 1e6, cpu: Number.NaN };
  const monthly = await timed(() =>
    Promise.all(
      (['support', 'product'] as const).map((ledger) =>
        call('reports.file', { ledger, period: '2026-09', format: 'html' }),
      ),
    ),
  );
  await ctx.close();
  return { first, unchanged: p95(unchanged), changed: p95(changed), monthly, longest };
}

function p95(times: readonly Time[]): Time {
  const of = (kind: keyof Time) =>
    times.map((one) => one[kind]).toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
  return { wall: of('wall'), cpu: of('cpu') };
}

const measured: Measured[] = [];
for (const size of SIZES) measured.push(await measure(size));
const [small, large] = measured as [Measured, Measured];
console.log(
  `| both ledgers, ms (processor) | ${SIZES.map((size) => `${size.toLocaleString('en-US')} cases`).join(' | ')} | growth |`,
);
console.log('| --- | --- | --- | --- |');
const shown = ({ wall, cpu }: Time) => `${wall.toFixed(0)}${Number.isNaN(cpu) ? '' : ` (${cpu.toFixed(0)})`}`;
for (const [name, key] of [
  ['first look at the dashboard', 'first'],
  ['again, nothing changed, p95', 'unchanged'],
  ['again, a case changed, p95', 'changed'],
  ['two monthly reports as HTML', 'monthly'],
  ['longest time nothing else was answered', 'longest'],
] as const) {
  const growth = large[key].wall / small[key].wall;
  console.log(`| ${name} | ${shown(small[key])} | ${shown(large[key])} | ${growth.toFixed(2)} |`);
}
