// Signing in to Google as a service account: its key signs a claim, which is changed for a token that lasts an hour. An agency gives
// out such keys without an app that Google has reviewed. https://developers.google.com/identity/protocols/oauth2/service-account
import { z } from 'zod';
import { isSafeAddress } from '../../core/domain/address.ts';
import { boundedFetch, tooLarge } from '../bounded-answer.ts';
import { wrongAddress } from '../sending-fetch.ts';

/** Why nothing was read or written, as a sentence with what to do. */
export class GoogleProblem extends Error {
  /** UTC ms from which it may be tried again, where Google asked to wait. */
  readonly retryAt: number | null;
  /** The key or what it may see is at fault, and trying again is pointless. */
  readonly needsKey: boolean;

  constructor(
    message: string,
    { retryAt = null, needsKey = false }: { retryAt?: number | null; needsKey?: boolean } = {},
  ) {
    super(message);
    this.retryAt = retryAt;
    this.needsKey = needsKey;
  }
}

/** What is kept of the key's file. */
const serviceAccount = z.object({
  client_email: z.email(),
  private_key: z.string().regex(/^-----BEGIN PRIVATE KEY-----\n[\w+/=\n]+-----END PRIVATE KEY-----\n?$/),
  token_uri: z.string().refine(isTokenAddress),
});
export type ServiceAccount = z.output<typeof serviceAccount>;

/** Where Google changes a claim for a token; a stand-in on this machine too. */
function isTokenAddress(address: string): boolean {
  return address === 'https://oauth2.googleapis.com/token' || (isSafeAddress(address) && address.startsWith('http:'));
}

/** Null where a text is no key of a service account. */
export function readServiceAccount(text: string): ServiceAccount | null {
  try {
    return serviceAccount.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const LASTS_S = 3_600;
const SCOPE = 'https://www.googleapis.com/auth/spreadsheets';
const granted = z.object({ access_token: z.string().min(1), token_type: z.literal('Bearer') });

/**
 * A token to read with, and to write with if so wanted. `now` is UTC ms.
 * @throws GoogleProblem
 */
export async function takeToken(
  account: ServiceAccount,
  { writes, fetcher, now }: { readonly writes: boolean; readonly fetcher: typeof fetch; readonly now: number },
): Promise<string> {
  const iat = Math.floor(now / 1_000);
  const scope = writes ? SCOPE : `${SCOPE}.readonly`;
  const claim = { iss: account.client_email, scope, aud: account.token_uri, iat, exp: iat + LASTS_S };
  const said = `${encoded(JSON.stringify({ alg: 'RS256', typ: 'JWT' }))}.${encoded(JSON.stringify(claim))}`;
  const assertion = `${said}.${await signed(account.private_key, said)}`;
  const body = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
  const response = await reach(fetcher, account.token_uri, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  });
  const answer = granted.safeParse(await response.json().catch(() => null));
  if (answer.success) return answer.data.access_token;
  if (response.status === 400 || response.status === 401)
    throw new GoogleProblem(
      'Google does not accept this key: it was deleted, or the clock of this machine is wrong. Make a new key for the service account and give it here.',
      { needsKey: true },
    );
  throw new GoogleProblem('Google gives no token at the moment. The next look tries again.');
}

/** The answer is read whole. @throws GoogleProblem where nothing answers, or too much */
export function reach(fetcher: typeof fetch, url: string, init: RequestInit): Promise<Response> {
  return boundedFetch(fetcher)(url, init).catch((cause: unknown) => {
    throw new GoogleProblem(
      wrongAddress(cause)?.reason ?? tooLarge(cause) ?? 'Google cannot be reached. The next look tries again.',
    );
  });
}

const encoded = (text: string) => Buffer.from(text).toString('base64url');

/** RSASSA-PKCS1-v1_5 with SHA-256, which a claim calls RS256. @throws GoogleProblem for a damaged key */
async function signed(pem: string, text: string): Promise<string> {
  const der = Buffer.from(pem.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
  const kind = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  try {
    const key = await crypto.subtle.importKey('pkcs8', der, kind, false, ['sign']);
    return Buffer.from(await crypto.subtle.sign(kind, key, Buffer.from(text))).toString('base64url');
  } catch {
    throw new GoogleProblem('The key is damaged. Give the whole file of the key again.', { needsKey: true });
  }
}
