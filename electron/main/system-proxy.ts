// The proxy the system is set up with, for the backend's thread, which reads proxies from the environment. What the
// environment says already is left alone.
import { session } from 'electron';

/** What the system's rules are asked about; the other services are reached the same way. The desk is closed yet: which GitHub it uses, nobody knows. */
const SERVICES = ['https://api.github.com', 'https://api.va.ghe.com'];
const NAMES = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'];

/** Before the backend starts: a thread takes the environment as it is then. */
export async function adoptSystemProxy(): Promise<void> {
  if (NAMES.some((name) => process.env[name])) return;
  for (const service of SERVICES) {
    const [first = ''] = (await session.defaultSession.resolveProxy(service)).split(';');
    const [, kind = '', host] = /^(PROXY|HTTPS) (\S+)$/.exec(first.trim()) ?? [];
    if (host === undefined) continue;
    process.env.HTTPS_PROXY = `${kind === 'HTTPS' ? 'https' : 'http'}://${host}`;
    return;
  }
}
