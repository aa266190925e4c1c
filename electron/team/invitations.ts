// Creating a team, inviting, and accepting: the invitation carries a login and a secret; the secret opens the team's
// keys that are sealed in the database, so that neither is enough on its own.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { z } from 'zod';
import { AppError } from '../contract/errors.ts';
import { type Address, address, clientConfig, type Login, readDatabaseUrl } from './address.ts';
import { explain } from './explain.ts';
import { bytes, keyOf, keyring, type Membership, proofOf } from './membership.ts';
import { bringUpToDate } from './schema.ts';
import { newPassword, scramVerifier } from './scram.ts';
import { newDeviceKeys, newKey, open, seal, wrap } from './seal.ts';

const invitation = z.object({ address, user: z.string(), password: z.string(), device: z.uuid(), secret: bytes });
const PREFIX = 'tier3-team-';

/** Runs `work` over a connection of its own. @throws AppError with a message for whoever typed the address */
export async function connected<T>(at: Address, login: Login, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(clientConfig(at, login));
  client.on('error', () => {}); // reported by the statement that was running
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw explain(error, at.host);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Creates schema, roles and a team, with this desk as its first member. The login of the URL is not stored. */
export async function createTeam(databaseUrl: string, name: string, sqlFolder: string): Promise<Membership> {
  const { address: at, login } = readDatabaseUrl(databaseUrl);
  const team = randomUUID();
  const keys = { 1: newKey() };
  const own = newInvitation(at);
  await connected(at, login, async (admin) => {
    await bringUpToDate(admin, sqlFolder);
    await admin.query('BEGIN');
    await admin.query('SET LOCAL ROLE tier3_desk_owner');
    await admin.query('INSERT INTO tier3_desk.teams (id) VALUES ($1)', [team]);
    const sealed = sealKeys(own, team, keys);
    const { device, user, password } = own;
    await admin.query('SELECT tier3_desk.add_invited($1, $2, $3, $4, $5)', [
      team,
      device,
      user,
      scramVerifier(password),
      sealed,
    ]);
    await admin.query('COMMIT');
  });
  return joinTeam(write(own), name);
}

type Invitation = z.output<typeof invitation>;

function newInvitation(at: Address): Invitation {
  const device = randomUUID();
  const user = `tier3_desk_${device.replaceAll('-', '')}`;
  return { address: at, user, password: newPassword(), device, secret: newKey() };
}

function sealKeys({ secret, device }: Invitation, team: string, keys: Membership['keys']): Buffer {
  return seal(secret, JSON.stringify(keyring.encode(keys)), `invitation ${team} ${device}`);
}

function write(one: Invitation): string {
  return PREFIX + Buffer.from(JSON.stringify(invitation.encode(one))).toString('base64url');
}

/** @throws AppError `invalid` */
function read(text: string): Invitation {
  const refused = new AppError('invalid', `An invitation is one word that begins with ${PREFIX}. Copy all of it.`);
  const plain = text.trim();
  if (!plain.startsWith(PREFIX)) throw refused;
  try {
    return invitation.decode(JSON.parse(Buffer.from(plain.slice(PREFIX.length), 'base64url').toString()));
  } catch {
    throw refused;
  }
}

/** An invitation for one desk, valid for seven days and one use. Share it the way you would share a password. */
export async function inviteMember(member: Membership): Promise<string> {
  const one = newInvitation(member.address);
  await connected(member.address, member, (client) =>
    client.query('SELECT tier3_desk.invite($1, $2, $3, $4)', [
      one.device,
      one.user,
      scramVerifier(one.password),
      sealKeys(one, member.team, member.keys),
    ]),
  );
  return write(one);
}

/** Makes this desk a member; save the returned membership at once. @throws AppError `invalid`, `refused`, `offline` */
export async function joinTeam(text: string, name: string): Promise<Membership> {
  const { address: at, user, password, device, secret } = read(text);
  return connected(at, { user, password }, async (client) => {
    const { rows } = await client.query('SELECT team, sealed_keys FROM tier3_desk.my_invitation()');
    const { team, sealed_keys: sealed } = rows[0] ?? {};
    if (team == null)
      throw new AppError('refused', 'This invitation was already used or revoked, or is more than seven days old.');
    const keys = keyring.decode(JSON.parse(open(secret, sealed, `invitation ${team} ${device}`).toString()));
    const versions = Object.keys(keys).map(Number);
    const keyVersion = Math.max(...versions);
    const { publicKey, privateKey } = newDeviceKeys();
    const fresh = newPassword();
    const newest = keyOf({ keys }, keyVersion);
    await client.query('SELECT tier3_desk.accept($1, $2, $3, $4, $5, $6)', [
      publicKey,
      proofOf(newest, device, publicKey),
      seal(newest, name, `name ${team} ${device}`),
      versions,
      versions.map((version) => wrap(keyOf({ keys }, version), publicKey, `key ${team} ${device} ${version}`)),
      scramVerifier(fresh),
    ]);
    const own = { user, password: fresh, publicKey, privateKey };
    return { team, device, name, address: at, ...own, keyVersion, keys };
  });
}
