// npm run dev: the practice desk in a window that follows every edit. The window's modules are hot-reloaded by Vite; an
// edit behind the window restarts the host, and the page signs in again on its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { join, sep } from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer, type Plugin } from 'vite';

const root = join(import.meta.dirname, '..', '..');
const backend = join(root, 'electron');
const home = join(root, 'node_modules', '.cache', 'dev-home');
const ADDRESS = /http:\/\/127\.0\.0\.1:(\d+)\/#token=(\S+)/;
/** An editor that saves many files restarts the host once. */
const SETTLE_MS = 200;

interface Host {
  readonly child: ChildProcess;
  readonly port: string;
  readonly token: string;
}

/** Resolves to the host's address once it prints one, or to null if it exited before that, having printed why. */
function startHost(port: string): Promise<Host | null> {
  const script = join(import.meta.dirname, 'dev-host.ts');
  const child = spawn(process.execPath, [script, home, port], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve) => {
    let said = '';
    child.stdout.on('data', (words: Buffer) => {
      said += words;
      const [, at, token] = ADDRESS.exec(said) ?? [];
      if (at !== undefined && token !== undefined) resolve({ child, port: at, token });
    });
    child.once('exit', () => resolve(null));
  });
}

function stopHost({ child }: Host): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/** A used token is refused, and the page stays signed in with the one it has. */
const signIn: Plugin = {
  name: 'sign-in',
  transformIndexHtml: () => [
    { tag: 'script', children: `location.hash ||= 'token=${host?.token ?? ''}'`, injectTo: 'head-prepend' },
  ],
};

let host = await startHost('0');
if (host === null) process.exit(1);
const { port } = host;
const server = await createServer({
  root: join(root, 'renderer'),
  configFile: false,
  cacheDir: join(root, 'node_modules', '.cache', 'vite-dev'),
  plugins: [react(), signIn],
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': {
        target: `http://127.0.0.1:${port}`,
        changeOrigin: true,
        // The host only answers its own page, and here the page is Vite's.
        configure: (proxy) => proxy.on('proxyReq', (request) => request.removeHeader('origin')),
      },
    },
  },
});

let restarting: Promise<void> = Promise.resolve();
let settle: NodeJS.Timeout | undefined;

async function restart(): Promise<void> {
  if (host !== null) await stopHost(host);
  host = await startHost(port);
  if (host !== null) server.ws.send({ type: 'full-reload' });
}

server.watcher.add(backend);
server.watcher.on('change', (file) => {
  if (!file.startsWith(backend + sep)) return;
  clearTimeout(settle);
  settle = setTimeout(() => {
    restarting = restarting.then(restart);
  }, SETTLE_MS);
});

await server.listen();
console.log(`The practice desk follows your edits at ${server.resolvedUrls?.local[0]} (Ctrl+C ends it)`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    await restarting;
    if (host !== null) await stopHost(host);
    await server.close();
    process.exit(0);
  });
