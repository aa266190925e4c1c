// What a desk stores about its team: where the database is, its own login and keys, and the team's keys. It is in the
// encrypted store; none of it is ever sent.
import { z } from 'zod';
import { address } from './address.ts';
import { derive, isKeyedHash, keyedHash } from './seal.ts';

/** Bytes, encoded as base64. */
export const bytes = z.codec(
  z.base64(),
  z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  {
    decode: (text) => Uint8Array.from(Buffer.from(text, 'base64')),
    encode: (value) => Buffer.from(value).toString('base64'),
  },
);

export const keyring = z.record(z.string().regex(/^\d+$/), bytes);

export const membership = z.object({
  team: z.uuid(),
  device: z.uuid(),
  /** The member's name, as the team sees it. */
  name: z.string(),
  address,
  user: z.string(),
  password: z.string(),
  publicKey: bytes,
  privateKey: bytes,
  keyVersion: z.number().int(),
  /** The team's key in every version, so that what was written with an older one stays readable. */
  keys: keyring,
});
export type Membership = z.output<typeof membership>;

/** @throws Error for a version that this device was never given */
export function keyOf({ keys }: Pick<Membership, 'keys'>, version: number): Uint8Array {
  const key = keys[String(version)];
  if (key === undefined) throw new Error(`no key of version ${version}`);
  return key;
}

/** Equal for equal things claimed by different desks, whatever the key version: it is derived from the first one. */
export function claimKey(member: Pick<Membership, 'keys' | 'team'>, what: string): Buffer {
  return keyedHash(derive(keyOf(member, 1), 'claims'), `${member.team} ${what}`);
}

/** Proves that a public key was put there by a member and by nobody in between. */
export function proofOf(key: Uint8Array, device: string, publicKey: Uint8Array): Buffer {
  return keyedHash(derive(key, 'devices'), provenText(device, publicKey));
}

export function isProofOf(key: Uint8Array, device: string, publicKey: Uint8Array, proof: Uint8Array): boolean {
  return isKeyedHash(derive(key, 'devices'), provenText(device, publicKey), proof);
}

function provenText(device: string, publicKey: Uint8Array): string {
  return `${device} ${Buffer.from(publicKey).toString('base64')}`;
}
