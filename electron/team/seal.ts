// Makes the team's database unreadable to everyone except its members: AES-256-GCM with the team's key, which is
// wrapped for each device with X25519. The context (team, device, event, version) is authenticated as well, so that
// nothing can be put in another's place.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

const NONCE = 12;
const TAG = 16;
const KEY = 32;

const preparedKeys = new WeakMap<Uint8Array, KeyObject>();

/** Node prepares a key again for each text, which takes longer than encrypting it, so it is cached. */
function prepared(key: Uint8Array): KeyObject {
  const known = preparedKeys.get(key);
  if (known !== undefined) return known;
  const made = createSecretKey(key);
  preparedKeys.set(key, made);
  return made;
}

/** @throws Error when it was made with another key or for another context, or changed since */
export function open(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
  if (sealed.length < NONCE + TAG) throw new Error('too short to be sealed');
  const decipher = createDecipheriv('aes-256-gcm', prepared(key), sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, sealed.length - TAG)), decipher.final()]);
}

/** A random nonce, the text as AES-256-GCM, and its tag. */
export function seal(key: Uint8Array, text: Uint8Array | string, context: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', prepared(key), nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(typeof text === 'string' ? Buffer.from(text) : text), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]);
}

export function newKey(): Buffer {
  return randomBytes(KEY);
}

/** Derives one key from another, for one purpose. */
export function derive(key: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `tier3-desk ${purpose}`, KEY));
}

/** A keyed hash: equal for equal text, and reveals nothing without the key. */
export function keyedHash(key: Uint8Array, text: Uint8Array | string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

export function isKeyedHash(key: Uint8Array, text: Uint8Array | string, hash: Uint8Array): boolean {
  return hash.length === KEY && timingSafeEqual(keyedHash(key, text), hash);
}

export interface DeviceKeys {
  /** X25519, 32 bytes each. */
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
}

// In the DER encoding of RFC 8410 the key follows a constant prefix.
const PUBLIC_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex');

const publicKeyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, raw]), format: 'der', type: 'spki' });
const privateKeyOf = (raw: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, raw]), format: 'der', type: 'pkcs8' });

export function newDeviceKeys(): DeviceKeys {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PRIVATE_PREFIX.length),
  };
}

function sharedKey(own: Uint8Array, other: Uint8Array, sender: Uint8Array, receiver: Uint8Array): Buffer {
  const secret = diffieHellman({ privateKey: privateKeyOf(own), publicKey: publicKeyOf(other) });
  return Buffer.from(hkdfSync('sha256', secret, Buffer.concat([sender, receiver]), 'tier3-desk wrap', KEY));
}

/** A key for one device: the public key of an ephemeral pair, then the sealed key. */
export function wrap(key: Uint8Array, receiver: Uint8Array, context: string): Buffer {
  const once = newDeviceKeys();
  const shared = sharedKey(once.privateKey, receiver, once.publicKey, receiver);
  return Buffer.concat([once.publicKey, seal(shared, key, context)]);
}

/** @throws Error when it was wrapped for another device or context */
export function unwrap(wrapped: Uint8Array, { publicKey, privateKey }: DeviceKeys, context: string): Buffer {
  const sender = wrapped.subarray(0, KEY);
  return open(sharedKey(privateKey, sender, sender, publicKey), wrapped.subarray(KEY), context);
}
