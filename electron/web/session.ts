// Who may talk to the loopback host: the page that brought the one-time token, on this machine, from the desk's own
// origin. The session is a bearer token in the page rather than a cookie, which a browser would send on its own, and to
// every port.
import { randomBytes, timingSafeEqual } from 'node:crypto';

export interface Session {
  /** Comes after the `#` of the address, which a browser never sends; good for one sign-in. */
  readonly token: string;
  /** Exchanges the one-time token for the bearer token; null when it is wrong or was used. */
  redeem(token: string): string | null;
  /** Whether an Authorization header contains the bearer token. */
  isSignedIn(authorization: string | undefined): boolean;
}

const BEARER = 'Bearer ';

export function createSession(): Session {
  const token = randomBytes(32).toString('base64url');
  const bearer = randomBytes(32).toString('base64url');
  let redeemed = false;
  return {
    token,
    redeem(given) {
      if (redeemed || !equal(given, token)) return null;
      redeemed = true;
      return bearer;
    },
    isSignedIn: (authorization) =>
      authorization?.startsWith(BEARER) === true && equal(authorization.slice(BEARER.length), bearer),
  };
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
