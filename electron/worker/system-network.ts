// The network as configured on the machine: networks that inspect TLS (VA's do) have certificates of their own in the
// system's store, and proxies in the environment.
import { setGlobalProxyFromEnv } from 'node:http';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

export function adoptSystemNetwork(): void {
  setDefaultCACertificates([...getCACertificates('default'), ...getCACertificates('system')]);
  setGlobalProxyFromEnv();
}
