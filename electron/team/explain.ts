// What went wrong at the team's database, as a message for the person at the desk. It contains nothing of a login or an
// address except the host.
import { AppError, codeOf } from '../contract/errors.ts';

const OFFLINE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'EAI_AGAIN',
  // PostgreSQL: shutting down, crashed, starting up, too many connections.
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);
const OFFLINE_WORDS = /timeout|terminated|not queryable|Connection ended/i;
const NOT_ALLOWED: ReadonlySet<string> = new Set(['28P01', '28000', '42501']);

/** Whether the database could not be reached: the work stays pending. */
export function isOffline(error: unknown): boolean {
  const code = codeOf(error);
  return OFFLINE.has(code) || (code === '' && error instanceof Error && OFFLINE_WORDS.test(error.message));
}

/** Whether the database rejects this login, or no longer accepts it. */
export function isShutOut(error: unknown): boolean {
  return NOT_ALLOWED.has(codeOf(error));
}

export function explain(error: unknown, host: string): unknown {
  if (error instanceof AppError) return error;
  if (isOffline(error)) return new AppError('offline', `The team's database at ${host} cannot be reached. Try again.`);
  if (isShutOut(error))
    return new AppError('refused', `The team's database at ${host} does not accept this login. Ask for an invitation.`);
  if (codeOf(error) === '3D000') return new AppError('invalid', `There is no such database at ${host}.`);
  if (error instanceof Error && /SSL|certificate|self.signed/i.test(error.message))
    return new AppError('refused', `The connection to ${host} is not trusted: it needs TLS with a valid certificate.`);
  return error;
}
