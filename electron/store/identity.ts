// The account on this machine and the GitHub login to record for acts.
import type { Db } from './db.ts';

interface Identity {
  readonly account: string;
  /** At GitHub; null while signed out. */
  readonly login: string | null;
}

const identities = new WeakMap<Db, Identity>();

/** Omitted fields stay as they are. */
export function identify(db: Db, change: Partial<Identity>): void {
  identities.set(db, { account: 'unknown account', login: null, ...identities.get(db), ...change });
}

/** `pat`, or `pat (GitHub: pat-va)`; null if unknown. */
export function whoIs(db: Db): string | null {
  const known = identities.get(db);
  if (known === undefined) return null;
  return known.login === null ? known.account : `${known.account} (GitHub: ${known.login})`;
}
