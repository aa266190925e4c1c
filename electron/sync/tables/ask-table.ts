// One GET to the web API of a help desk: with its token, to the host that was typed and to no other. What is wrong is
// said in words that repeat nothing of the answer, which holds people's records.
import type { z } from 'zod';
import { isSafeAddress } from '../../core/domain/address.ts';
import { fieldOf } from '../../core/domain/records.ts';
import { LARGEST_ANSWER, readBounded } from '../bounded-answer.ts';
import { retryInstant } from '../outcome.ts';

/** Where records are read, and what of them. */
export interface Question {
  /** The service's everyday name. */
  readonly service: string;
  /** Protocol, host and port. */
  readonly address: string;
  readonly token: string;
  /** What is read, in the words of the service. */
  readonly table: string;
  /** Further condition in the service's own language; empty for none. */
  readonly filter: string;
  /** Columns in the service's own names. */
  readonly columns: readonly string[];
}

/** A record as the service has it. Raw. */
export interface TableRecord {
  readonly id: string;
  /** When it changed last there, UTC ms, as exactly as the service tells it. */
  readonly changedAt: number;
  /** By column: as people see it there, and as it is kept (times in ISO 8601, UTC). Empty where it says nothing. */
  readonly values: ReadonlyMap<string, { readonly shown: string; readonly kept: string }>;
}

/** A record that does not say which it is, or when it changed. */
export type OddRecord = Pick<TableRecord, 'values'>;

/** What a question brought at once. */
export interface TablePage {
  readonly records: readonly TableRecord[];
  readonly odd: readonly OddRecord[];
}

export function pageOf<R>(rows: readonly R[], toRecord: (row: R) => TableRecord | OddRecord): TablePage {
  const read = rows.map(toRecord);
  const isWhole = (one: TableRecord | OddRecord): one is TableRecord => 'id' in one;
  return { records: read.filter(isWhole), odd: read.filter((one) => !isWhole(one)) };
}

/** Why nothing could be read, in words for a lead. */
export class NotRead extends Error {
  /** The service asks to wait so long, in ms; null where it does not ask. */
  readonly waitMs: number | null;
  constructor(message: string, waitMs: number | null = null) {
    super(message);
    this.waitMs = waitMs;
  }
}

const LARGEST_REFUSAL = 64 * 1024;
/** Where a service asks to wait and does not say how long. */
const USUAL_WAIT_MS = 15 * 60_000;
/** Whatever it says: by then the next look asks again. */
const LONGEST_WAIT_MS = 60 * 60_000;

/** A time of a question, UTC ms, cut to the second it is in: the services keep and compare no less. */
export function secondOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/**
 * The address of a call; `path` may be a link of an answer, which must stay at the host that was typed.
 * @throws NotRead
 */
export function urlAt({ service, address }: Question, path: string): URL {
  const url = URL.canParse(path, address) ? new URL(path, address) : null;
  if (url === null || url.origin !== new URL(address).origin || url.username !== '')
    throw new NotRead(
      `${service} points to another host for its next page. The desk does not take the token there; nothing was read from it.`,
    );
  return url;
}

/** @throws NotRead */
export async function askTable<T>(
  question: Question,
  {
    url,
    headers,
    shape,
  }: { readonly url: URL; readonly headers: Record<string, string>; readonly shape: z.ZodType<T> },
  fetcher: typeof fetch,
): Promise<{ readonly answer: T; readonly headers: Headers }> {
  const { service, token } = question;
  const { host } = url;
  if (!isSafeAddress(url.href)) throw new NotRead(`Write the address of ${service} with https://.`);
  const authorization = `Bearer ${token}`;
  const init = { headers: { accept: 'application/json', ...headers, authorization }, redirect: 'manual' } as const;
  async function ask() {
    const response = await fetcher(url, init);
    return { response, text: await readBounded(response, response.ok ? LARGEST_ANSWER : LARGEST_REFUSAL) };
  }
  // A connection that was kept open may be closed there just as it is used again; reading twice does no harm.
  const again = (error: unknown) =>
    error instanceof Error && error.name === 'TimeoutError' ? Promise.reject(error) : ask();
  const { response, text } = await ask()
    .catch(again)
    .catch(() => {
      throw new NotRead(
        `${host} cannot be reached, or the connection broke. Check the address and the network; the next look tries again.`,
      );
    });
  if (!response.ok) throw refusal(question, host, response, text ?? '');
  if (text === null)
    throw new NotRead(
      `An answer of ${host} is larger than ${LARGEST_ANSWER / 1024 / 1024} MB, so it was not read. Narrow the filter.`,
    );
  const parsed = shape.safeParse(parse(text));
  if (!parsed.success)
    throw new NotRead(
      `What came from ${host} is no answer of ${service}. A network that asks to sign in may stand between; else check the address.`,
    );
  return { answer: parsed.data, headers: response.headers };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusal(question: Question, host: string, { status, headers }: Response, text: string): NotRead {
  const { service, table, columns } = question;
  const after = retryInstant({ 'retry-after': headers.get('retry-after') ?? undefined }, 0);
  if (status === 429 || (status === 503 && after !== undefined) || isDailyLimit(text))
    return new NotRead(
      `${service} asks to wait: it was asked too often.`,
      Math.min(after ?? USUAL_WAIT_MS, LONGEST_WAIT_MS),
    );
  if (status >= 300 && status < 400)
    return new NotRead(
      `${host} sends the desk on to another address, which it does not follow. Write the address of ${service} itself.`,
    );
  if (status === 401)
    return new NotRead(`${service} does not accept the token: it has expired or was revoked. Enter a new one.`);
  if (status === 403)
    return new NotRead(
      `The token may not read ${table}. Ask the administrator of ${service} for the right to read it.`,
    );
  const named = columns.find((column) => text.includes(`'${column}'`));
  if (named !== undefined)
    return new NotRead(`${service} has no column ${named} in ${table}. Correct it under "Columns".`);
  if (status === 404) return new NotRead(`${host} has no ${table} to read. Check the address and the name.`);
  if (status === 400)
    return new NotRead(`${service} does not understand the question. Check the filter and the columns.`);
  return new NotRead(`${service} responded with an error (${status}). The next look tries again.`);
}

/** Salesforce says with 403 that the calls of a day are used up. */
function isDailyLimit(text: string): boolean {
  const said = parse(text);
  return Array.isArray(said) && said.some((one) => fieldOf(one, 'errorCode') === 'REQUEST_LIMIT_EXCEEDED');
}
