// What went wrong at the team's database, in words for the person at the desk. Nothing of a login or an address but the host.
import { AppError } from '../contract/errors.ts';

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

/** Whether the database could not be reached: what was to be done waits. */
export function isOffline(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return OFFLINE.has(code ?? '') || (code === undefined && OFFLINE_WORDS.test(message ?? ''));
}

/** Whether the database does not let this login in, or not any more. */
export function isShutOut(error: unknown): boolean {
  return NOT_ALLOWED.has((error as { code?: string }).code ?? '');
}

export function explain(error: unknown, host: string): unknown {
  if (error instanceof AppError) return error;
  const code = (error as { code?: string }).code ?? '';
  if (isOffline(error)) return new AppError('offline', `The team's database at ${host} cannot be reached. Try again.`);
  if (isShutOut(error))
    return new AppError('refused', `The team's database at ${host} does not let this login in. Ask for an invitation.`);
  if (code === '3D000') return new AppError('invalid', `There is no such database at ${host}.`);
  if (/SSL|certificate|self.signed/i.test(String((error as Error).message)))
    return new AppError(
      'refused',
      `The connection to ${host} is not trusted: it needs TLS with a certificate that checks.`,
    );
  return error;
}
