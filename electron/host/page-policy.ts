// The content security policy of the window's page, shared by both hosts: as a header and in the page itself.
import { randomBytes } from 'node:crypto';

/** The placeholder for a nonce in the built page; also named in the build configuration. */
export const NONCE_PLACEHOLDER = 'TIER3_DESK_NONCE';

export interface SealedPage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Gives the page its own nonce, without which inline styles do not apply; inline scripts never run. */
export function sealPage(built: string): SealedPage {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  return {
    html: built.replaceAll(NONCE_PLACEHOLDER, nonce).replace('<head>', () => `<head>\n    ${meta}`),
    // A page cannot forbid framing itself; only the header can.
    headers: { 'content-security-policy': `${policy}; frame-ancestors 'none'`, ...PAGE_HEADERS },
  };
}

/** For the page and everything it loads. */
export const PAGE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;
