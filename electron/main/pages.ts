// The window's pages over a protocol of their own, so that they have an origin and no access to files.
import { join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';

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
    const file = normalize(join(folder, decodeURIComponent(pathname)));
    if (host !== 'window' || !file.startsWith(folder + sep)) return new Response('Not here', { status: 404 });
    return net.fetch(pathToFileURL(file).toString());
  });
}
