// Where a team's database is and how to reach it: over TLS with a verified certificate, unless it is on this machine.
import { readFileSync } from 'node:fs';
import type { ClientConfig } from 'pg';
import { z } from 'zod';
import { AppError } from '../contract/errors.ts';

export const address = z.object({
  host: z.string().min(1),
  port: z.number().int(),
  database: z.string().min(1),
  /** The organization's own certificate authority, if any, as PEM. */
  ca: z.string().nullable(),
});
export type Address = z.output<typeof address>;

export interface Login {
  readonly user: string;
  readonly password: string;
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * `postgresql://user:password@host:port/database`, with `?sslrootcert=FILE` if the organization has its own authority.
 * @throws AppError `invalid`; the message contains nothing of the URL except its host
 */
export function readDatabaseUrl(text: string): { readonly address: Address; readonly login: Login } {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol) || url.hostname === '' || url.pathname.length < 2)
    throw new AppError('invalid', 'A database URL looks like postgresql://user:password@host:5432/database.');
  const mode = url.searchParams.get('sslmode');
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (!LOOPBACK.has(host) && mode !== null && mode !== 'require' && !mode.startsWith('verify-'))
    throw new AppError(
      'invalid',
      `Away from this machine the database is reached over TLS only: sslmode=${mode} is not.`,
    );
  const file = url.searchParams.get('sslrootcert');
  const database = decodeURIComponent(url.pathname.slice(1));
  return {
    address: {
      host,
      port: Number(url.port === '' ? 5432 : url.port),
      database,
      ca: file === null ? null : readCa(file),
    },
    login: { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) },
  };
}

function readCa(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new AppError('invalid', 'The file named by sslrootcert in the database URL cannot be read.');
  }
}

const CONNECT_MS = 10_000;
const STATEMENT_MS = 60_000;

export function clientConfig({ host, port, database, ca }: Address, login: Login): ClientConfig {
  return {
    host,
    port,
    database,
    ...login,
    ssl: LOOPBACK.has(host) && ca === null ? false : { rejectUnauthorized: true, ...(ca !== null && { ca }) },
    application_name: 'tier3-desk',
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    keepAlive: true,
  };
}
