// The team's log on a real PostgreSQL: its order, who may read and write, and that nothing in it can be read.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TeamEvent } from '../../electron/core/team/changes.ts';
import { nextStamp } from '../../electron/core/team/stamp.ts';
import { type PracticePostgres, startPostgres } from '../../electron/practice/postgres.ts';
import { clientConfig, readDatabaseUrl } from '../../electron/team/address.ts';
import { createTeam, inviteMember, joinTeam } from '../../electron/team/invitations.ts';
import { listMembers, removeMember } from '../../electron/team/members.ts';
import type { Membership } from '../../electron/team/membership.ts';
import { type Asking, KeyChanged, openTeamLog, type TeamLog } from '../../electron/team/team-log.ts';
import { ROOT } from '../support/desk.ts';

const SQL = join(ROOT, 'electron', 'team', 'sql');
const folder = mkdtempSync(join(tmpdir(), 'tier3-team-'));
let postgres: PracticePostgres;
let admin: pg.Client;
let anna: Membership;
let ben: Membership;
let stranger: Membership;
const open: TeamLog[] = [];

async function logOf(member: Membership): Promise<TeamLog> {
  const log = await openTeamLog(member, (position) => expect.fail(`could not read ${position}`));
  open.push(log);
  return log;
}

function event({ device, name }: Membership, word = 'Weatherby'): TeamEvent {
  const stamp = nextStamp(null, Date.now(), device);
  return {
    id: randomUUID(),
    desk: device,
    actor: name,
    stamp,
    changes: [{ kind: 'tags', case: `record iris ${word}`, add: [word], remove: [] }],
  };
}

beforeAll(async () => {
  postgres = await startPostgres(folder);
  anna = await createTeam(postgres.url, 'Anna Quillfeather', SQL);
  ben = await joinTeam(await inviteMember(anna), 'Ben Thistlewood');
  stranger = await createTeam(postgres.url, 'Sam', SQL);
  const { address, login } = readDatabaseUrl(postgres.url);
  admin = new pg.Client(clientConfig(address, login));
  await admin.connect();
});

afterAll(async () => {
  for (const log of open) await log.close();
  await admin.end();
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

describe('the order', () => {
  it('is never seen with a gap that is filled later: a slow commit holds the next one back', async () => {
    const [reading, writing] = [await logOf(anna), await logOf(ben)];
    const slow = await logOf(anna);
    await slow.client.query('BEGIN');
    await slow.append([event(anna)]);
    let hasAppended = false;
    const fast = writing.append([event(ben)]).then(() => {
      hasAppended = true;
    });
    for (let look = 0; look < 5; look += 1) expect((await reading.read(0, 100)).last).toBe(0);
    expect(hasAppended).toBe(false);
    await slow.client.query('COMMIT');
    await fast;
    const { events } = await reading.read(0, 100);
    expect(events.map(({ position, event: { desk } }) => [position, desk])).toEqual([
      [1, anna.device],
      [2, ben.device],
    ]);
  });

  it('takes an event in once, though the answer was lost and it is sent again', async () => {
    const log = await logOf(anna);
    const one = event(anna);
    const { last } = await log.read(0, 100);
    const other = event(anna);
    await log.append([one]);
    await log.append([one, other]);
    expect((await log.read(last, 100)).events.map(({ event: { id } }) => id)).toEqual([one.id, other.id]);
  });

  it('is the same for all while many write at once', async () => {
    const logs = [await logOf(anna), await logOf(ben), await logOf(ben)];
    const { last } = await logs[0]!.read(0, 1_000);
    const seen = new Set<number>();
    let after = last;
    let isDone = false;
    const reading = (async () => {
      const log = await logOf(anna);
      while (true) {
        const stop = isDone;
        const { events } = await log.read(after, 7);
        for (const { position } of events) {
          expect(position).toBe(after + 1);
          after = position;
          seen.add(position);
        }
        if (stop && events.length === 0) return;
      }
    })();
    const writers = logs.map(async (log, n) => {
      const member = n === 0 ? anna : ben;
      for (let round = 0; round < 20; round += 1) await log.append([event(member), event(member)]);
    });
    await Promise.all(writers);
    isDone = true;
    await reading;
    expect(seen.size).toBe(120);
  });
});

describe('the referee', () => {
  it('gives one ticket to one of two that ask at once, and all of its cases or none', async () => {
    const [one, two] = [await logOf(anna), await logOf(ben)];
    const [a, b] = [randomUUID(), randomUUID()];
    const answers = await Promise.all([one.claim(['ticket 1', 'ticket 2'], a), two.claim(['ticket 2', 'ticket 3'], b)]);
    expect(answers.filter((holder) => holder === null)).toHaveLength(1);
    const [loser, lost] = answers[0] === null ? [two, b] : [one, a];
    expect(await loser.claim([answers[0] === null ? 'ticket 3' : 'ticket 1'], lost)).toBeNull();
    expect(await one.claim(['ticket 2'], a)).toBe(answers[0] === null ? null : ben.device);
  });

  it('lets go what was given up', async () => {
    const [one, two] = [await logOf(anna), await logOf(ben)];
    const [a, b] = [randomUUID(), randomUUID()];
    await one.claim(['ticket 9'], a);
    await two.release(a);
    expect(await two.claim(['ticket 9'], b)).toBe(anna.device);
    await one.release(a);
    expect(await two.claim(['ticket 9'], b)).toBeNull();
  });
});

describe('who may', () => {
  const TABLES = ['teams', 'members', 'events', 'claims', 'wrapped_keys', 'presence'];
  const asMember = async (member: Membership, work: (client: pg.Client) => Promise<void>) => {
    const client = new pg.Client(clientConfig(member.address, member));
    await client.connect();
    await work(client).finally(() => client.end());
  };
  const count = async (client: Pick<Asking, 'query'>, table: string) =>
    Number(
      (
        await client.query(
          `SELECT count(team_id) AS n FROM (SELECT ${table === 'teams' ? 'id AS team_id' : 'team_id'} FROM tier3_desk.${table} WHERE ${table === 'teams' ? 'id' : 'team_id'} = '${anna.team}') AS found`,
        )
      ).rows[0]?.n,
    );

  it('read: a member their own team, and nothing of another', async () => {
    await (await logOf(anna)).append([event(anna)]);
    await asMember(ben, async (client) => expect(await count(client, 'events')).toBeGreaterThan(0));
    await asMember(stranger, async (client) => {
      for (const table of TABLES) expect([table, await count(client, table)]).toEqual([table, 0]);
    });
  });

  it('write: only by appending, and only as themselves', async () => {
    const forbidden = [
      'DELETE FROM tier3_desk.events',
      `UPDATE tier3_desk.events SET payload = ''`,
      'TRUNCATE tier3_desk.events',
      `INSERT INTO tier3_desk.events VALUES ('${anna.team}', 999, gen_random_uuid(), '${anna.device}', 1, '')`,
      'DELETE FROM tier3_desk.claims',
      `UPDATE tier3_desk.members SET state = 'active'`,
      'UPDATE tier3_desk.teams SET last_position = 0',
      'SELECT invitation FROM tier3_desk.members',
      'SET ROLE tier3_desk_owner',
      `SET SESSION AUTHORIZATION '${anna.user}'`,
      'CREATE TABLE tier3_desk.mine (x int)',
      'ALTER TABLE tier3_desk.events DISABLE ROW LEVEL SECURITY',
      `SELECT tier3_desk.add_invited('${anna.team}', gen_random_uuid(), 'x', 'SCRAM-SHA-256$x', '')`,
      'CREATE ROLE someone',
    ];
    for (const member of [ben, stranger])
      await asMember(member, async (client) => {
        for (const sql of forbidden) await expect(client.query(sql), sql).rejects.toThrow(/permission denied|must be/);
      });
  });

  it('keep out: whoever was removed reads and writes nothing, with a session that was open already too', async () => {
    const carla = await joinTeam(await inviteMember(anna), 'Carla');
    const log = await logOf(carla);
    await log.append([event(carla)]);
    const before = anna;
    anna = await removeMember((await logOf(anna)).client, anna, carla.device);
    expect(anna.keyVersion).toBe(before.keyVersion + 1);
    await expect(log.append([event(carla)])).rejects.toThrow('not a member');
    await expect(log.claim(['ticket 77'], randomUUID())).rejects.toThrow('not a member');
    for (const table of TABLES) expect([table, await count(log.client, table)]).toEqual([table, 0]);
    await expect(openTeamLog(carla, () => {})).rejects.toThrow(/not permitted to log in/);
    const names = (await listMembers((await logOf(anna)).client, anna)).map(({ name, state }) => `${name} ${state}`);
    expect(names.sort()).toEqual(['Anna Quillfeather active', 'Ben Thistlewood active', 'Carla removed']);
  });

  it('read on: those who stay get the new key, and what is written with the old one is refused', async () => {
    const log = await logOf(ben);
    await expect(log.append([event(ben)])).rejects.toThrow(KeyChanged);
    ben = { ...ben, ...(await log.newKeys()) };
    expect(ben.keyVersion).toBe(anna.keyVersion);
    expect(Buffer.from(ben.keys[ben.keyVersion]!).equals(Buffer.from(anna.keys[anna.keyVersion]!))).toBe(true);
    const fresh = await logOf(ben);
    await fresh.append([event(ben)]);
    expect((await fresh.read(0, 1_000)).events.length).toBeGreaterThan(100);
  });

  it('join: once for each invitation', async () => {
    const invitation = await inviteMember(anna);
    await joinTeam(invitation, 'Dora');
    await expect(joinTeam(invitation, 'Dora again')).rejects.toThrow(/does not accept this login/);
    await expect(joinTeam('tier3-team-nonsense', 'X')).rejects.toThrow(/begins with tier3-team-/);
  });
});

describe('the database', () => {
  it('holds nothing that can be read: no name, no word, no reference, no password', async () => {
    const { rows: tables } = await admin.query(
      `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('information_schema')`,
    );
    const secrets = [
      'Quillfeather',
      'Thistlewood',
      'Weatherby',
      'record iris',
      'ticket 2',
      anna.password,
      ben.password,
    ];
    const keys = Object.values(anna.keys).map((key) => Buffer.from(key).toString('hex'));
    let searched = 0;
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await admin.query(`SELECT row_to_json(t)::text AS line FROM ${name} AS t`);
      for (const { line } of rows) {
        searched += 1;
        const bytes = [...line.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, hex]) =>
          Buffer.from(hex, 'hex').toString('latin1'),
        );
        const all = `${line}${bytes.join('')}`;
        for (const secret of [...secrets, ...keys]) if (all.includes(secret)) found.push(`${name}: ${secret}`);
      }
    }
    expect(found).toEqual([]);
    expect(searched).toBeGreaterThan(1_000);
  });

  it('is reached over TLS only away from this machine', () => {
    const login = { user: 'u', password: 'p' };
    const { address } = readDatabaseUrl('postgresql://u:p@db.example.test/desk');
    expect(clientConfig(address, login).ssl).toMatchObject({ rejectUnauthorized: true });
    expect(() => readDatabaseUrl('postgresql://u:p@db.example.test/desk?sslmode=disable')).toThrow('TLS only');
    expect(() => readDatabaseUrl('postgresql://u:p@db.example.test/desk?sslmode=prefer')).toThrow('TLS only');
    expect(clientConfig(readDatabaseUrl('postgresql://u:p@127.0.0.1/desk').address, login).ssl).toBe(false);
  });

  it('refuses what another member would pass off as someone else', async () => {
    const log = await openTeamLog(anna, () => {});
    open.push(log);
    const { last } = await log.read(0, 10_000);
    await log.append([{ ...event(ben), actor: 'Ben Thistlewood' }]);
    const unread: number[] = [];
    const reader = await openTeamLog(anna, (position) => unread.push(position));
    open.push(reader);
    expect((await reader.read(last, 10)).events).toEqual([]);
    expect(unread).toEqual([last + 1]);
  });
});
