// Cases for a colleague as one file: signed by the desk they come from (Ed25519), packed, and sealed (AES-256-GCM) with
// a key derived from a code of 160 random bits. The code is shared separately from the file: by phone, or in person.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '../contract/errors.ts';
import type { SealedFile } from '../core/domain/pii.ts';
import { keyOfCode, makeRecoveryCode, newSalt, openBox, sealBox } from './seal-key.ts';

const FORMAT = 'tier3-desk bundle 1';
/** Unpacked size; protects against decompression bombs. */
const MOST_BYTES = 256 * 1024 * 1024;

const outer = z.object({ format: z.literal(FORMAT), salt: z.string().regex(/^[0-9a-f]{32}$/), box: z.base64() });
const inner = z.object({ signer: z.base64(), signature: z.base64(), words: z.string() });

/** The desk's own key, PKCS #8 as base64. */
export function newSigningKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

const privateOf = (signingKey: string) =>
  createPrivateKey({ key: Buffer.from(signingKey, 'base64'), format: 'der', type: 'pkcs8' });

/** A fingerprint that two people can compare on the phone: `A1B2-C3D4-…`. */
function fingerprintOf(signer: Buffer): string {
  const digits = createHash('sha256').update(signer).digest('hex').slice(0, 24).toUpperCase();
  return (digits.match(/.{4}/g) ?? []).join('-');
}

export interface SealedBundle {
  readonly file: SealedFile;
  /** Shown once. */
  readonly code: string;
  readonly fingerprint: string;
}

export function sealBundle(words: string, signingKey: string): SealedBundle {
  const key = privateOf(signingKey);
  const signer = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const signature = sign(null, Buffer.from(words), key).toString('base64');
  const packed = gzipSync(JSON.stringify({ signer: signer.toString('base64'), signature, words }));
  const [code, salt] = [makeRecoveryCode(), newSalt()];
  const by = keyOfCode(code, salt, 'bundle');
  if (by === null) throw new Error('a code that was just made is no code');
  const file = JSON.stringify({ format: FORMAT, salt, box: sealBox(packed, by, 'bundle').toString('base64') });
  return { file: file as SealedFile, code, fingerprint: fingerprintOf(signer) };
}

const NOT_OPENED = 'The file was not opened: the code is wrong, or the file was changed after it was made.';

/** @throws AppError `invalid` for a different file, a wrong code, or a file that was changed after sealing */
export function openBundle(file: string, code: string): { readonly words: string; readonly fingerprint: string } {
  const sealed = outer.safeParse(jsonOf(file));
  if (!sealed.success) throw new AppError('invalid', 'This is not a file of cases handed over by a desk.');
  const by = keyOfCode(code, sealed.data.salt, 'bundle');
  if (by === null)
    throw new AppError('invalid', 'The code has eight groups of four letters and digits. Check it again.');
  const packed = openBox(Buffer.from(sealed.data.box, 'base64'), by, 'bundle');
  if (packed === null) throw new AppError('invalid', NOT_OPENED);
  const { signer, signature, words } = inner.parse(
    jsonOf(gunzipSync(packed, { maxOutputLength: MOST_BYTES }).toString()),
  );
  const der = Buffer.from(signer, 'base64');
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  if (!verify(null, Buffer.from(words), key, Buffer.from(signature, 'base64')))
    throw new AppError('invalid', NOT_OPENED);
  return { words, fingerprint: fingerprintOf(der) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
