// A member's connection to the team's log: read new events, append, claim. Encrypts what is sent and decrypts what is
// received.

import pg from 'pg';
import { codeOf } from '../contract/errors.ts';
import { type TeamEvent, teamEvent } from '../core/team/changes.ts';
import { clientConfig } from './address.ts';
import { claimKey, keyOf, type Membership } from './membership.ts';
import { open, seal, unwrap } from './seal.ts';

export interface LoggedEvent {
  readonly position: number;
  readonly event: TeamEvent;
}

export interface Page {
  /** The last position looked at, and the id that stands there. */
  readonly last: number;
  readonly id: string | null;
  readonly events: readonly LoggedEvent[];
  /** Nothing stood behind it. */
  readonly isEnd: boolean;
}

export interface Asking {
  query<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<R>>;
}

/** A connection handles one query at a time, and a listener it wakes may query while others do. */
function oneByOne(client: pg.Client): Asking {
  let last: Promise<unknown> = Promise.resolve();
  return {
    query<R extends pg.QueryResultRow>(text: string, values?: unknown[]) {
      const answer = last.then(() => client.query<R>(text, values));
      last = answer.catch(() => {});
      return answer;
    },
  };
}

export interface Look {
  readonly device: string;
  readonly what: string;
}

export interface TeamLog {
  /**
   * Events after a position, in the order of the log, at most so many. What is known is left out unopened; what cannot
   * be read is left out and reported. @throws KeyChanged where a newer key is needed
   */
  read(after: number, most: number, isKnown?: (id: string) => boolean): Promise<Page>;
  /** Appends in the order given; what is there already stays. @throws KeyChanged when the team has a newer key */
  append(events: readonly TeamEvent[]): Promise<void>;
  /** Null when the entry now owns all of these things; else the device whose entry owns one of them. */
  claim(things: readonly string[], entry: string): Promise<string | null>;
  release(entry: string): Promise<void>;
  /** Tells the others what this desk is viewing. */
  show(what: string): Promise<void>;
  /** What the other desks of the team viewed in the last minutes. */
  looks(): Promise<Look[]>;
  /** The server's clock, UTC ms. */
  time(): Promise<number>;
  /** Id of the event at a position; null for none. */
  eventAt(position: number): Promise<string | null>;
  /** The keys of this device that the membership does not contain yet. */
  newKeys(): Promise<Pick<Membership, 'keys' | 'keyVersion'>>;
  /** Calls `wake` for everything that others do in the team, and `lost` once when the connection ends. */
  listen(wake: (what: string) => void, lost: () => void): Promise<void>;
  readonly client: Asking;
  readonly member: Membership;
  close(): Promise<void>;
}

/** The team's key was changed: fetch the new one, then continue. */
export class KeyChanged extends Error {}

/** Connects as the member. */
export async function openTeamLog(member: Membership, unreadable: (position: number) => void): Promise<TeamLog> {
  const client = new pg.Client(clientConfig(member.address, member));
  let ended: (() => void) | null = null;
  client.on('error', () => ended?.());
  client.on('end', () => ended?.());
  await client.connect();
  const asking = oneByOne(client);

  function readOne(row: Row): TeamEvent | null {
    if (member.keys[String(row.key_version)] === undefined) throw new KeyChanged();
    try {
      const key = keyOf(member, row.key_version);
      const text = open(key, row.payload, contextOf(member.team, row.device_id, row.id, row.key_version)).toString();
      const event = teamEvent.parse(JSON.parse(text));
      // Nobody can speak for another device, or pass off one event's content as another's.
      if (event.id !== row.id || event.desk !== row.device_id) return null;
      return event;
    } catch {
      return null;
    }
  }

  return {
    client: asking,
    member,
    async read(after, most, isKnown = () => false) {
      const { rows } = await asking.query<Row>(
        `SELECT position, id, device_id, key_version, payload FROM tier3_desk.events
         WHERE team_id = $1 AND position > $2 ORDER BY position LIMIT $3`,
        [member.team, after, most],
      );
      const events: LoggedEvent[] = [];
      for (const row of rows) {
        if (isKnown(row.id)) continue;
        const [position, event] = [Number(row.position), readOne(row)];
        if (event === null) unreadable(position);
        else events.push({ position, event });
      }
      const end = rows.at(-1);
      return {
        last: Number(end?.position ?? after),
        id: end?.id ?? null,
        events,
        isEnd: rows.length < most,
      };
    },
    async append(events) {
      const version = member.keyVersion;
      const key = keyOf(member, version);
      const sealed = events.map((one) =>
        seal(key, JSON.stringify(one), contextOf(member.team, member.device, one.id, version)),
      );
      try {
        await asking.query('SELECT tier3_desk.append($1, $2, $3)', [events.map(({ id }) => id), sealed, version]);
      } catch (error) {
        throw codeOf(error) === 'TD001' ? new KeyChanged() : error;
      }
    },
    async claim(things, entry) {
      const keys = things.map((thing) => claimKey(member, thing));
      const { rows } = await asking.query('SELECT tier3_desk.claim($1, $2) AS holder', [keys, entry]);
      return rows[0]?.holder ?? null;
    },
    async release(entry) {
      await asking.query('SELECT tier3_desk.release($1)', [entry]);
    },
    async show(what) {
      const sealed = seal(keyOf(member, member.keyVersion), what, lookOf(member.team, member.device));
      await asking.query('SELECT tier3_desk.show_presence($1, $2)', [member.keyVersion, sealed]);
    },
    async looks() {
      const { rows } = await asking.query(
        `SELECT device_id AS device, key_version, payload FROM tier3_desk.presence
         WHERE team_id = $1 AND device_id <> $2 AND seen_at > clock_timestamp() - interval '3 minutes'`,
        [member.team, member.device],
      );
      return rows.flatMap(({ device, key_version, payload }) => {
        try {
          return [{ device, what: open(keyOf(member, key_version), payload, lookOf(member.team, device)).toString() }];
        } catch {
          return []; // with a key this desk does not have yet
        }
      });
    },
    async time() {
      const { rows } = await asking.query('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS ms');
      return Number(rows[0]?.ms);
    },
    async eventAt(position) {
      const text = 'SELECT id FROM tier3_desk.events WHERE team_id = $1 AND position = $2';
      const { rows } = await asking.query(text, [member.team, position]);
      return rows[0]?.id ?? null;
    },
    async newKeys() {
      const { rows } = await asking.query('SELECT version, wrapped FROM tier3_desk.wrapped_keys WHERE device_id = $1', [
        member.device,
      ]);
      const keys = { ...member.keys };
      for (const { version, wrapped } of rows)
        keys[String(version)] ??= unwrap(wrapped, ownKeys(member), `key ${member.team} ${member.device} ${version}`);
      return { keys, keyVersion: Math.max(...Object.keys(keys).map(Number)) };
    },
    async listen(wake, lost) {
      ended = () => {
        ended = null;
        lost();
      };
      const { rows } = await asking.query('SELECT pg_backend_pid() AS own');
      client.on('notification', ({ processId, payload = '' }) => {
        if (processId !== rows[0]?.own) wake(payload);
      });
      await asking.query(`LISTEN "tier3_desk_${member.team}"`);
    },
    async close() {
      ended = null;
      await client.end().catch(() => {});
    },
  };
}

interface Row {
  readonly position: string;
  readonly id: string;
  readonly device_id: string;
  readonly key_version: number;
  readonly payload: Buffer;
}

function contextOf(team: string, device: string, event: string, version: number): string {
  return `event ${team} ${device} ${event} ${version}`;
}

function lookOf(team: string, device: string): string {
  return `presence ${team} ${device}`;
}

function ownKeys({ publicKey, privateKey }: Membership) {
  return { publicKey: Buffer.from(publicKey), privateKey: Buffer.from(privateKey) };
}
