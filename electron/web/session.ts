// Who may talk to the loopback host: the page that brought the one-time token, on this machine, from the desk's own
// origin. The session is a bearer token in the page rather than a cookie, which a browser would send on its own, and to
// every port.
import { randomBytes, timingSafeEqual } from 'node:crypto';

export interface Session {
  /** A token that comes after the `#` of an address, which a browser never sends; good for one sign-in. */
  invite(): string;
  /** Exchanges a one-time token for the bearer token; null when it is wrong or was used. */
  redeem(token: string): string | null;
  /** Whether an Authorization header contains the bearer token. */
  isSignedIn(authorization: string | undefined): boolean;
}

const BEARER = 'Bearer ';

export function createSession(): Session {
  const tokens = new Set<string>();
  const bearer = randomBytes(32).toString('base64url');
  return {
    invite() {
      const token = randomBytes(32).toString('base64url');
      tokens.add(token);
      return token;
    },
    redeem(given) {
      const token = [...tokens].find((one) => equal(given, one));
      return token !== undefined && tokens.delete(token) ? bearer : null;
    },
    isSignedIn: (authorization) =>
      authorization?.startsWith(BEARER) === true && equal(authorization.slice(BEARER.length), bearer),
  };
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
