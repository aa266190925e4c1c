// The operating system's keychain through Electron's safeStorage.
import { safeStorage } from 'electron';
import type { Keychain } from '../host/key.ts';

/** Null if there is none, or only one that stores secrets in plain text (Linux without a secret service). */
export function findKeychain(): Keychain | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  return {
    seal: (secret) => safeStorage.encryptString(secret).toString('base64'),
    open: (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
  };
}
