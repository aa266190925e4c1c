// npm run bench:team [-- --cases 100000]: what the team's log costs beside bare INSERTs of the same bytes, how fast a new desk
// fills and whether it can be worked on meanwhile, how soon an act is seen on another desk, and what an idle team asks for.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import type { TeamEvent } from '../../electron/core/team/changes.ts';
import { nextStamp } from '../../electron/core/team/stamp.ts';
import { startPostgres } from '../../electron/practice/postgres.ts';
import { createTeam } from '../../electron/team/invitations.ts';
import { openTeamLog } from '../../electron/team/team-log.ts';
import { addManyCases } from '../bench/many-cases.ts';
import { ROOT } from '../support/desk.ts';
import { openPlainOffice, type PlainOffice } from '../support/plain-context.ts';

const EVENTS = 10_000;
const BATCH = 100;
const ROUNDS = 3;
const ACTS = 200;
/** A case is tagged once with each. */
const WORDS = ['tag-0', 'tag-1', 'tag-2', 'tag-3'];

const { values } = parseArgs({ options: { cases: { type: 'string', default: '20000' } } });
const CASES = Number(values.cases);
const SQL = join(ROOT, 'electron', 'team', 'sql');
const folder = mkdtempSync(join(tmpdir(), 'tier3-team-bench-'));
const postgres = await startPostgres(folder);
const admin = new pg.Client({ connectionString: postgres.url });
await admin.connect();
const count = (n: number) => Math.round(n).toLocaleString('en-US');
const at = (of: readonly number[], share: number) => of.toSorted((a, b) => a - b)[Math.floor(of.length * share)] ?? 0;

const ms = (of: readonly number[], share: number) => at(of, share).toFixed(1);

/** On a machine that is busy with other work the wall clock says little. */
function perSecondOfCpu(n: number, since: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(since);
  return count(n / ((user + system) / 1e6));
}

async function appends(): Promise<void> {
  const member = await createTeam(postgres.url, 'Bench', SQL);
  const log = await openTeamLog(member, () => {});
  await admin.query(
    'CREATE TABLE bare (position bigserial PRIMARY KEY, id uuid UNIQUE, device uuid, version int, payload bytea)',
  );
  const times: { bare: number[]; log: number[] } = { bare: [], log: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const events: TeamEvent[] = Array.from({ length: EVENTS }, (_, n) => ({
      id: randomUUID(),
      desk: member.device,
      actor: 'Bench',
      stamp: nextStamp(null, 1_000_000 + n, member.device),
      changes: [{ kind: 'tags', case: `record iris ${n}`, add: ['labs'], remove: [] }],
    }));
    const size = JSON.stringify(events[0]).length + 28;
    let from = performance.now();
    for (let batch = 0; batch < EVENTS; batch += BATCH) {
      const some = events.slice(batch, batch + BATCH);
      await admin.query(
        'INSERT INTO bare (id, device, version, payload) SELECT id, $2, 1, payload FROM unnest($1::uuid[], $3::bytea[]) AS t (id, payload)',
        [some.map(({ id }) => id), member.device, some.map(() => randomBytes(size))],
      );
    }
    times.bare.push(performance.now() - from);
    from = performance.now();
    for (let batch = 0; batch < EVENTS; batch += BATCH) await log.append(events.slice(batch, batch + BATCH));
    times.log.push(performance.now() - from);
  }
  await log.close();
  const [bare, ours] = [at(times.bare, 0.5), at(times.log, 0.5)];
  console.log(
    `append ${count(EVENTS)} events in batches of ${BATCH}: ${count(ours)} ms; bare INSERTs ${count(bare)} ms; ${(ours / bare).toFixed(2)} times`,
  );
}

/** From the act to the window of the other desk, in its parts. */
async function seen(anna: PlainOffice, ben: PlainOffice, heard: () => Promise<void>): Promise<void> {
  const { cases } = await anna.call('cases.list', { count: 60 });
  const arrived: (() => void)[] = [];
  const listening = new pg.Client({ connectionString: postgres.url });
  await listening.connect();
  const { rows } = await listening.query('SELECT id FROM tier3_desk.teams');
  for (const { id } of rows) await listening.query(`LISTEN "tier3_desk_${id}"`);
  listening.on('notification', ({ payload }) => {
    if (payload === '') for (const tell of arrived.splice(0)) tell();
  });
  const after = new Map<string, number[]>();
  for (let act = 0; act < ACTS; act += 1) {
    const one = cases[act % cases.length];
    const [there] = one === undefined ? [] : (await ben.call('cases.find', { reference: one.reference })).cases;
    if (one === undefined || there === undefined) break;
    const tag = WORDS[Math.floor(act / cases.length)] ?? '';
    const begun = performance.now();
    const passed = (name: string) => {
      after.set(name, [...(after.get(name) ?? []), performance.now() - begun]);
    };
    const inLog = new Promise<void>((resolve) => arrived.push(resolve)).then(() => passed('in the log'));
    const onDesk = heard().then(() => passed('heard on the other desk'));
    await anna.call('cases.tag', { caseIds: [one.id], tag });
    passed('done');
    await Promise.all([inLog, onDesk]);
    if (!(await ben.call('cases.get', { id: there.id })).tags.includes(tag)) throw new Error('heard, and not there');
    passed('shown there');
    await pause(20);
  }
  await listening.end();
  for (const [name, times] of after)
    console.log(`an act is ${name} after ${ms(times, 0.5)} ms (median), ${ms(times, 0.95)} ms (p95)`);
}

async function desks(): Promise<void> {
  let told: (() => void)[] = [];
  const heard = () => new Promise<void>((resolve) => told.push(resolve));
  const anna = openPlainOffice(Date.now);
  const ben = openPlainOffice(Date.now, (event) => {
    if (event.event !== 'changed' || !event.touches.includes('cases')) return;
    for (const tell of told) tell();
    told = [];
  });
  addManyCases(anna.store, CASES, Date.now());
  const { invitation } = await anna.call('team.create', { databaseUrl: postgres.url, name: 'Anna' });
  let [from, cpu] = [performance.now(), process.cpuUsage()];
  await anna.call('team.sync', {});
  console.log(
    `bring a desk of ${count(CASES)} cases in: ${count(CASES / ((performance.now() - from) / 1_000))} cases a second; ${perSecondOfCpu(CASES, cpu)} a second of this process's own time`,
  );
  [from, cpu] = [performance.now(), process.cpuUsage()];
  const looks: number[] = [];
  let isFull = false;
  const filling = ben
    .call('team.join', { invitation, name: 'Ben' })
    .then(() => ben.call('team.sync', {}))
    .finally(() => {
      isFull = true;
    });
  while (!isFull) {
    const asked = performance.now();
    await ben.call('cases.list', { count: 60 });
    looks.push(performance.now() - asked);
    await pause(50);
  }
  await filling;
  const seconds = (performance.now() - from) / 1_000;
  const { total } = await ben.call('cases.list', { count: 1 });
  console.log(
    `a new desk: ${count(total)} cases in ${seconds.toFixed(1)} s, ${count(total / seconds)} cases a second, ${perSecondOfCpu(total, cpu)} a second of this process's own time; meanwhile a list took ${count(at(looks, 0.5))} ms (median), ${count(at(looks, 0.95))} ms (p95)`,
  );
  anna.start();
  ben.start();
  await pause(3_000);
  await seen(anna, ben, heard);
  const asked = async () =>
    Number((await admin.query(`SELECT xact_commit AS n FROM pg_stat_database WHERE datname = 'postgres'`)).rows[0].n);
  await pause(12_000); // PostgreSQL counts late what an idle connection did
  const before = await asked();
  await pause(60_000);
  console.log(`idle, two desks: ${(await asked()) - before} transactions a minute, the look at them included`);
  await anna.close();
  await ben.close();
}

try {
  await appends();
  await desks();
} finally {
  await admin.end();
  await postgres.stop();
  rmSync(folder, { recursive: true });
}
