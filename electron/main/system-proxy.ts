// Makes the system's proxy settings available to the backend's thread, which reads proxies from the environment.
// Variables that are already set are left alone.
import { session } from 'electron';

/**
 * The address the system's rules are queried for; the other services are reached the same way. The desk is still
 * closed, so which GitHub it uses is unknown.
 */
const SERVICES = ['https://api.github.com', 'https://api.va.ghe.com'];
const NAMES = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'];

/** Call before the backend starts: a thread copies the environment at that moment. */
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
