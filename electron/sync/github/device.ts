// Device sign-in: GitHub shows a code, the person types it there, and the token arrives here. No password and no app
// secret passes through the desk.
import { createDeviceCode, exchangeDeviceCode } from '@octokit/oauth-methods';
import { RequestError } from '@octokit/request-error';
import { z } from 'zod';
import { fieldOf } from '../../core/domain/records.ts';
import { createOctokit } from './octokit.ts';

/** Scopes the desk requests: writing issues in private repositories, and updating boards. */
const SCOPES = ['repo', 'project'];

export interface DeviceCode {
  readonly clientId: string;
  readonly baseUrl: string;
  /** Proves that the answer is for us; never shown. */
  readonly secret: string;
  /** What the person types at `address`. */
  readonly code: string;
  readonly address: string;
  /** Minimum interval between polls, in ms. */
  readonly waitMs: number;
}

const deviceAnswer = z.object({
  device_code: z.string().min(1),
  user_code: z.string().min(1),
  verification_uri: z.url(),
  interval: z.number(),
});

/** @throws RequestError, ZodError for a response that is not GitHub's, or a network error */
export async function askForCode(clientId: string, baseUrl: string, fetcher: typeof fetch): Promise<DeviceCode> {
  const { request } = createOctokit({ baseUrl, token: '' }, fetcher);
  const { data: answer } = await createDeviceCode({ clientType: 'oauth-app', clientId, scopes: SCOPES, request });
  const data = deviceAnswer.parse(answer);
  return {
    clientId,
    baseUrl,
    secret: data.device_code,
    code: data.user_code,
    address: data.verification_uri,
    waitMs: data.interval * 1000,
  };
}

export type DeviceAnswer =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'pending'; readonly waitMs: number }
  | { readonly kind: 'over'; readonly reason: string };

/** What `slow_down` adds, according to RFC 8628, in ms. */
const SLOWER_MS = 5_000;
const REASONS: Readonly<Record<string, string>> = {
  expired_token: 'The code has expired. Start over.',
  access_denied: 'The sign-in was declined at GitHub. Start over, or paste a token.',
};

/** @throws a network error */
export async function askForToken(device: DeviceCode, fetcher: typeof fetch): Promise<DeviceAnswer> {
  const { clientId, baseUrl, secret: code, waitMs } = device;
  const { request } = createOctokit({ baseUrl, token: '' }, fetcher);
  try {
    const { authentication } = await exchangeDeviceCode({ clientType: 'oauth-app', clientId, code, request });
    return { kind: 'token', token: z.string().min(1).parse(authentication.token) };
  } catch (error) {
    const answer = error instanceof RequestError ? fieldOf(error.response?.data, 'error') : undefined;
    if (answer === undefined) throw error;
    if (answer === 'authorization_pending') return { kind: 'pending', waitMs };
    if (answer === 'slow_down') return { kind: 'pending', waitMs: waitMs + SLOWER_MS };
    return { kind: 'over', reason: REASONS[String(answer)] ?? 'GitHub did not sign this desk in. Start over.' };
  }
}
