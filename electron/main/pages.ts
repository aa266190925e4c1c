// Serves the window's pages over a custom protocol, so that they have an origin and no file access.
import { readFileSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';
import { sealPage } from '../host/page-policy.ts';

const SCHEME = 'tier3-desk';
export const PAGES_URL = `${SCHEME}://window`;

/** Must run before the app is ready. */
export function registerPages(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

export function servePages(folder: string): void {
  protocol.handle(SCHEME, (request) => {
    const { host, pathname } = new URL(request.url);
    const file = fileAt(folder, pathname);
    if (host !== 'window' || file === null) return new Response('Not here', { status: 404 });
    if (file === join(folder, 'index.html')) {
      const { html, headers } = sealPage(readFileSync(file, 'utf8'));
      return new Response(html, { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } });
    }
    return net.fetch(pathToFileURL(file).toString());
  });
}

/** The file in the folder for a path; null if it is outside the folder or cannot be decoded. */
function fileAt(folder: string, pathname: string): string | null {
  try {
    const file = normalize(join(folder, decodeURIComponent(pathname)));
    return file.startsWith(folder + sep) ? file : null;
  } catch {
    return null;
  }
}
