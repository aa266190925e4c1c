// Who is in a team, and who has left. Whoever leaves cannot read what is written afterwards: the key is changed.
import { AppError, codeOf } from '../contract/errors.ts';
import { isProofOf, keyOf, type Membership } from './membership.ts';
import { newKey, open, wrap } from './seal.ts';
import type { Asking } from './team-log.ts';

export interface Member {
  readonly device: string;
  readonly name: string;
  readonly isThisDesk: boolean;
  readonly state: 'invited' | 'active' | 'removed';
  /** UTC ms. */
  readonly changedAt: number;
}

interface Row {
  readonly device_id: string;
  readonly state: Member['state'];
  readonly public_key: Buffer | null;
  readonly public_key_proof: Buffer | null;
  readonly name: Buffer | null;
  readonly changed_at: Date;
}

async function rowsOf(client: Asking, team: string): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `SELECT device_id, state, public_key, public_key_proof, name, changed_at FROM tier3_desk.members
     WHERE team_id = $1 ORDER BY changed_at, device_id`,
    [team],
  );
  return rows;
}

export async function listMembers(client: Asking, member: Membership): Promise<Member[]> {
  return (await rowsOf(client, member.team)).map(({ device_id: device, state, name, changed_at }) => ({
    device,
    name: name === null ? 'Invited' : (nameOf(member, device, name) ?? 'Unknown'),
    isThisDesk: device === member.device,
    state,
    changedAt: changed_at.getTime(),
  }));
}

/** It was written with the key version that was current when they joined. */
function nameOf(member: Membership, device: string, sealed: Buffer): string | null {
  for (const version of Object.keys(member.keys))
    try {
      return open(keyOf(member, Number(version)), sealed, `name ${member.team} ${device}`).toString();
    } catch {
      // under another version
    }
  return null;
}

/** Removes a device at once, and changes the key unless it is the calling device. */
export async function removeMember(client: Asking, member: Membership, device: string): Promise<Membership> {
  await client.query('SELECT tier3_desk.remove_member($1)', [device]);
  return device === member.device ? member : rotateKey(client, member);
}

/**
 * A new key for everything from now on, wrapped for every member.
 * @throws AppError `conflict` when the team changed in the meantime; `refused` when a member's key was not put there by
 * a member
 */
export async function rotateKey(client: Asking, member: Membership): Promise<Membership> {
  const version = member.keyVersion + 1;
  const key = newKey();
  const active = (await rowsOf(client, member.team)).filter(({ state }) => state === 'active');
  const wrapped = active.map(({ device_id: device, public_key, public_key_proof }) => {
    if (public_key === null || public_key_proof === null || !isProven(member, device, public_key, public_key_proof))
      throw new AppError(
        'refused',
        'The key of a member was not put there by that member. Ask whoever runs the database.',
      );
    return wrap(key, public_key, `key ${member.team} ${device} ${version}`);
  });
  try {
    await client.query('SELECT tier3_desk.rotate($1, $2, $3)', [version, active.map((row) => row.device_id), wrapped]);
  } catch (error) {
    if (codeOf(error) !== 'TD002') throw error;
    throw new AppError('conflict', 'Someone joined or left at the same moment. Try again.');
  }
  return { ...member, keyVersion: version, keys: { ...member.keys, [version]: key } };
}

function isProven(member: Membership, device: string, publicKey: Buffer, proof: Buffer): boolean {
  return Object.keys(member.keys).some((version) =>
    isProofOf(keyOf(member, Number(version)), device, publicKey, proof),
  );
}
