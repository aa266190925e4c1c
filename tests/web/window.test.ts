// The fallback window belongs to its user alone: its profile, and the address with the one-time token.
import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ROOT } from '../support/bundle.ts';

const folders: string[] = [];
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGTERM');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Starts the desk with a stand-in for Chromium that notes its arguments; resolves when it has, or the desk has ended. */
async function start(prepare: (home: string) => void = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-window-'));
  folders.push(folder);
  const home = join(folder, 'home');
  const noted = join(folder, 'arguments');
  const browser = join(folder, 'browser.sh');
  writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" > ${noted}.new && mv ${noted}.new ${noted}\n`);
  chmodSync(browser, 0o755);
  prepare(home);
  const child = spawn(
    process.execPath,
    [join(ROOT, 'electron', 'launch', 'start.ts'), '--browser', '--practice', '--home', home],
    { env: { ...process.env, DISPLAY: ':99', TIER3_DESK_CHROMIUM: browser }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  while (!existsSync(noted) && !ended) await new Promise((resume) => setTimeout(resume, 50));
  const args = existsSync(noted) ? readFileSync(noted, 'utf8').trim().split('\n') : null;
  return { home, args, said: () => said };
}

describe('the window in Chromium', () => {
  it('is handed its address in a page only the user can read, never on the command line', async () => {
    const { home, args } = await start();
    const page = new URL(args!.find((arg) => arg.startsWith('--app='))!.slice('--app='.length));
    expect(page.protocol).toBe('file:');
    expect(page.pathname.startsWith(home)).toBe(true);
    const address = /location\.replace\("([^"]+)"\)/.exec(readFileSync(page, 'utf8'))![1]!;
    const token = new URL(address).hash.slice('#token='.length);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(args!.join(' ')).not.toContain(token);
    expect(statSync(page).mode & 0o777).toBe(0o600);
  });

  it('keeps its profile in the home, closed to others', async () => {
    const { home, args } = await start((home) => mkdirSync(join(home, 'window'), { recursive: true, mode: 0o755 }));
    expect(args).toContain(`--user-data-dir=${join(home, 'window', 'profile')}`);
    expect(statSync(join(home, 'window')).mode & 0o777).toBe(0o700);
  });

  it('takes no folder that is a link', async () => {
    const { args, said } = await start((home) => {
      mkdirSync(home, { recursive: true });
      mkdirSync(join(home, '..', 'elsewhere'));
      symlinkSync(join(home, '..', 'elsewhere'), join(home, 'window'));
    });
    expect(args).toBeNull();
    expect(said()).toContain('is not a folder. Choose a folder of your own');
  });

  it.runIf(process.getuid?.() === 0)('takes no folder that another user planted', async () => {
    const { args, said } = await start((home) => {
      mkdirSync(join(home, 'window'), { recursive: true });
      chownSync(join(home, 'window'), 12_345, 12_345);
    });
    expect(args).toBeNull();
    expect(said()).toContain('belongs to another user of this machine');
  });
});
