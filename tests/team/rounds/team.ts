// A team that lives through rounds of work and faults: its database, its members, the services they all work with.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type PracticePostgres, startPostgres } from '../../../electron/practice/postgres.ts';
import { servePractice } from '../../../electron/practice/serve.ts';
import type { Chance } from '../../faults/chance.ts';
import { ROOT } from '../../support/desk.ts';
import { checkRound, type Damage, differences, pictureOf } from './check.ts';
import { type Member, NoAnswer, openMember } from './member.ts';
import { actOnce, PERSON, type Promises } from './work.ts';

/** Long enough that no three or four bytes of a cipher spell one by chance. */
const NAMES = ['Annabelle', 'Benedicta', 'Carlottina', 'Dankwarth', 'Elifsultan', 'Finnegan', 'Gitanjali', 'Hugolina'];
const ACTS_A_ROUND = 12;
const MOST_PASSES = 12;

export interface Tally {
  acts: number;
  readonly faults: Map<string, number>;
}

export interface FaultTeam {
  round(): Promise<Damage>;
  log(): string;
  /** Words that must not be in the database, found there. */
  leaks(): Promise<string[]>;
  close(): Promise<void>;
}

export async function openFaultTeam(
  deskProcess: string,
  size: number,
  chance: Chance,
  tally: Tally,
): Promise<FaultTeam> {
  const { between, pick, next } = chance;
  const folder = mkdtempSync(join(tmpdir(), 'tier3-team-rounds-'));
  const cluster = mkdtempSync(join(tmpdir(), 'tier3-team-cluster-'));
  const practiceNote = join(folder, 'practice.json');
  const practice = await servePractice({ root: ROOT, stateFile: null, noteFile: practiceNote, port: 0 });
  const postgres: PracticePostgres = await startPostgres(cluster);
  const promises: Promises = { references: new Set(), logged: new Set(), acts: new Set() };
  const members: Member[] = [];
  for (const name of NAMES.slice(0, size)) {
    const skewMs = between(-180, 180) * 60_000;
    members.push(await openMember(deskProcess, name, { database: postgres.port, practiceNote, skewMs }));
  }
  const [first] = members;
  if (first === undefined) throw new Error('a team has members');
  await first.call('team.create', { databaseUrl: urlThrough(postgres.url, first), name: first.name });
  for (const member of members.slice(1)) {
    const { invitation } = await first.call('team.invite', {});
    await member.call('team.join', { invitation: throughOwnLine(invitation, member), name: member.name });
  }

  function count(what: string): void {
    tally.faults.set(what, (tally.faults.get(what) ?? 0) + 1);
  }

  /** Each a fault of this round; what it begins it may end before the round does. */
  const FAULTS: Readonly<Record<string, () => Promise<void>>> = {
    async kill() {
      const member = pick(members);
      await pause(between(0, 300));
      await member.kill();
      if (next() < 0.7) await member.wake();
    },
    async partition() {
      const { line } = pick(members);
      line.cut();
      await pause(between(50, 400));
      if (next() < 0.5) line.mend();
    },
    async 'everybody offline'() {
      for (const { line } of members) line.cut();
    },
    async 'database crash'() {
      await pause(between(0, 300));
      await postgres.kill();
      if (next() < 0.6) await postgres.restart();
    },
    async 'database restart'() {
      await pause(between(0, 300));
      await postgres.restart();
    },
    async 'slow commit'() {
      const client = new pg.Client({ connectionString: postgres.url });
      client.on('error', () => {});
      try {
        await client.connect();
        await client.query('BEGIN');
        await client.query('SELECT FROM tier3_desk.teams FOR UPDATE');
        await pause(between(50, 400));
        await client.query('ROLLBACK');
      } catch {
        // the database went away meanwhile
      } finally {
        await client.end().catch(() => {});
      }
    },
  };

  async function failOver(work: () => Promise<void>): Promise<void> {
    count('failover to an older copy');
    await postgres.stop();
    const [data, copy] = [join(cluster, 'data'), join(cluster, 'copy')];
    copyWithOwner(data, copy);
    await postgres.restart();
    await work();
    await postgres.kill();
    rmSync(data, { recursive: true });
    copyWithOwner(copy, data);
    rmSync(copy, { recursive: true });
    await postgres.restart();
  }

  async function work(): Promise<void> {
    const faults = Array.from({ length: between(0, 3) }, () => pick(Object.keys(FAULTS)));
    const going = faults.map((name) => {
      count(name);
      return FAULTS[name]?.();
    });
    const works = members.map(async (member) => {
      for (let at = between(0, ACTS_A_ROUND); at > 0; at -= 1)
        if (await actOnce(member, chance, promises)) tally.acts += 1;
    });
    await Promise.all([...works, ...going]);
  }

  /** Everything is well again, and everybody hears of everything. */
  async function settle(): Promise<void> {
    if (!postgres.isRunning()) await postgres.restart();
    for (const { line } of members) line.mend();
    await Promise.all(members.map(({ wake }) => wake()));
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      let waiting = 0;
      for (const { call } of members) {
        const told = await untilDone(() => call('team.sync', {}));
        waiting += told.waiting;
        await untilDone(() => call('sync.now', {}));
      }
      // Whoever was first has not heard of what the last one told.
      if (pass > 0 && waiting === 0 && differences(pictures(), 1).length === 0) return;
    }
  }

  const pictures = () =>
    members.map((member) => [member.name, pictureOf(member)] as const).map(([a, b]) => [a, b] as [string, typeof b]);

  return {
    async round() {
      if (next() < 0.1) await failOver(work);
      else await work();
      await settle();
      return checkRound(pictures(), promises, practice);
    },
    log: () => members.map((member) => `${member.name}: ${member.log()}`).join('\n'),
    async leaks() {
      const client = new pg.Client({ connectionString: postgres.url });
      await client.connect();
      const { rows: tables } = await client.query(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'tier3_desk'`,
      );
      let dump = '';
      for (const { name } of tables) {
        const { rows } = await client.query(`SELECT row_to_json(t)::text AS line FROM tier3_desk.${name} AS t`);
        for (const { line } of rows)
          dump +=
            line + String(line).replace(/\\\\x([0-9a-f]+)/g, (_, hex) => Buffer.from(hex, 'hex').toString('latin1'));
      }
      await client.end();
      const words = [
        PERSON,
        'Michelsberg',
        'lab results',
        'refill',
        ...promises.references,
        ...promises.logged,
        ...NAMES,
      ];
      return words.filter((word) => dump.includes(word));
    },
    async close() {
      for (const member of members) await member.close();
      await postgres.stop();
      await practice.close();
      for (const one of [folder, cluster]) rmSync(one, { recursive: true });
    },
  };
}

/** PostgreSQL runs as another user where this runs as root. */
function copyWithOwner(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to]);
}

/** The same database, over a member's own wire. */
function urlThrough(url: string, { line }: Member): string {
  const through = new URL(url);
  through.port = String(line.port);
  return through.href;
}

function throughOwnLine(invitation: string, { line }: Member): string {
  const prefix = 'tier3-team-';
  const inside = JSON.parse(Buffer.from(invitation.slice(prefix.length), 'base64url').toString());
  inside.address.port = line.port;
  return prefix + Buffer.from(JSON.stringify(inside)).toString('base64url');
}

/** A connection that was just lost is found out by the first who uses it. */
async function untilDone<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 0; ; tried += 1)
    try {
      return await work();
    } catch (error) {
      if (tried > 60 || error instanceof NoAnswer) throw error;
      await pause(30);
    }
}
