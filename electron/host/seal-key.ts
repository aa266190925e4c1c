// How the key of a store is wrapped: AES-256-GCM with a key derived from a passphrase (scrypt) or from a recovery code
// (HKDF). The key itself is random, so changing the passphrase only rewraps the same key; the store is not touched.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scryptSync } from 'node:crypto';

/** What a box is for; a box made for one purpose does not open for another. */
export type Purpose = 'passphrase' | 'recovery' | 'former key' | 'bundle' | 'asked';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Current N for scrypt: about a fifth of a second and 128 MiB per guess. */
export const COST = 2 ** 17;
const BLOCK = 8;

const labelOf = (purpose: Purpose) => Buffer.from(`tier3-desk ${purpose}`);

/** @param by 64 hexadecimal digits. @returns nonce, ciphertext and tag */
export function sealBox(content: Buffer, by: string, purpose: Purpose): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(by, 'hex'), nonce).setAAD(labelOf(purpose));
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** @returns its content; null when `by` does not open the box */
export function openBox(box: Buffer, by: string, purpose: Purpose): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(by, 'hex'), box.subarray(0, NONCE_BYTES));
    decipher.setAAD(labelOf(purpose)).setAuthTag(box.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(box.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

/** @param by 64 hexadecimal digits, as is the key. @returns the box as hexadecimal digits */
export function sealKey(key: string, by: string, purpose: Purpose): string {
  return sealBox(Buffer.from(key, 'hex'), by, purpose).toString('hex');
}

/** @returns the key; null when `by` does not open the box */
export function unsealKey(box: string, by: string, purpose: Purpose): string | null {
  return openBox(Buffer.from(box, 'hex'), by, purpose)?.toString('hex') ?? null;
}

/** @param salt hexadecimal digits. @returns 64 hexadecimal digits */
export function keyOfPassphrase(passphrase: string, salt: string, cost: number): string {
  const maxmem = 2 * 128 * cost * BLOCK; // scrypt needs 128 * N * r, and a little more.
  const options = { N: cost, r: BLOCK, p: 1, maxmem };
  return scryptSync(passphrase.normalize('NFKC'), Buffer.from(salt, 'hex'), 32, options).toString('hex');
}

/** Crockford's base32: no letter looks like a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_BYTES = 20;
const GROUP = 4;

/** 160 random bits in eight groups of four, to be written down. */
export function makeRecoveryCode(): string {
  const bits = [...randomBytes(CODE_BYTES)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five, 2)]).join('');
  return (letters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/** Normalized from whatever was typed: lower case, no dashes, O for 0, I or L for 1; null if it is not a code. */
function plainCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return code.length === (CODE_BYTES * 8) / 5 && [...code].every((one) => LETTERS.includes(one)) ? code : null;
}

/** A code is too long to guess, so its key needs no slow function. @returns null if it is not a code */
export function keyOfCode(typed: string, salt: string, purpose: Purpose = 'recovery'): string | null {
  const code = plainCode(typed);
  if (code === null) return null;
  const key = hkdfSync('sha256', code, Buffer.from(salt, 'hex'), labelOf(purpose), 32);
  return Buffer.from(key).toString('hex');
}

export function newSalt(): string {
  return randomBytes(16).toString('hex');
}

export function newKey(): string {
  return randomBytes(32).toString('hex');
}
