// Networks that look into what passes: requests of the backend go through the proxy of the environment.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../support/desk.ts';

const tunnels: string[] = [];
const proxy = createServer();
proxy.on('connect', (asked, socket) => {
  tunnels.push(asked.url ?? '');
  socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
});

beforeAll(async () => {
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
});
afterAll(() => void proxy.close());

it('a request asks the proxy for a tunnel, and for nothing else', async () => {
  const file = JSON.stringify(join(ROOT, 'electron', 'worker', 'system-network.ts'));
  const script = `
    const { adoptSystemNetwork } = await import(${file});
    adoptSystemNetwork();
    await fetch('https://api.github.invalid/user').catch(() => {});
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, HTTPS_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, NO_PROXY: '' },
  });
  await once(child, 'exit');
  expect(tunnels).toEqual(['api.github.invalid:443']);
});
