// Who may talk to the loopback host: a browser that brought the one-time token, on this machine, from the desk's own page.
import { randomBytes, timingSafeEqual } from 'node:crypto';

export interface Session {
  /** Goes into the printed address; good for one visit. */
  readonly token: string;
  /** Trades the token for the cookie's value; null when it is wrong or was used. */
  redeem(token: string): string | null;
  isKnown(cookie: string | undefined): boolean;
}

export const COOKIE = 'tier3-desk';

export function createSession(): Session {
  const token = randomBytes(32).toString('base64url');
  const cookie = randomBytes(32).toString('base64url');
  let redeemed = false;
  return {
    token,
    redeem(given) {
      if (redeemed || !equal(given, token)) return null;
      redeemed = true;
      return cookie;
    },
    isKnown: (given) => given !== undefined && equal(given, cookie),
  };
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Only this page on this machine: a foreign Host is DNS rebinding, a foreign Origin another site's script. */
export function isOwn(headers: { host?: string | undefined; origin?: string | undefined }, port: number): boolean {
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (headers.host === undefined || !names.includes(headers.host)) return false;
  return headers.origin === undefined || names.some((name) => headers.origin === `http://${name}`);
}
