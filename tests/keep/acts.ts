// What is done to a home in the run, and what it is filled with.
import type { Keychain } from '../../electron/host/key.ts';

export const ACTS = ['backup', 'restore', 'purge', 'rekey', 'new passphrase', 'upgrade', 'open'] as const;
export type Act = (typeof ACTS)[number];

export const DAY_MS = 86_400_000;
export const CASES = 120;
/** In what was received, and nowhere else. */
export const PERSON = 'Quillfeather';
/** Keeps a key as it is: deriving one from a passphrase would take most of a round. */
export const keychain: Keychain = { seal: (key) => key, open: (key) => key };
