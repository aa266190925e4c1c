// A Debian where nothing of the desk is: a folder made by debootstrap, entered with chroot. One user lives in it, as on a lead's
// machine. What debootstrap fetched is kept for the next run; the folder itself is made anew each time.
import { type ChildProcess, type ExecFileSyncOptions, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const USER = { name: 'lead', id: 4_321 } as const;
const FETCHED = join(tmpdir(), 'tier3-package-debian');
const SUITE = 'bookworm';
/** What a lead's machine has and a bare Debian has not: a browser, a screen (without glass), and what knows which app opens what. */
const ALSO = ['chromium', 'fonts-dejavu-core', 'xvfb', 'xdg-utils', 'desktop-file-utils', 'shared-mime-info'] as const;

export interface CleanRoot {
  readonly folder: string;
  /** The user's own folder, seen from outside. */
  readonly userHome: string;
  /** Runs as root in it. @returns what it printed. @throws Error with what it said when it failed */
  run(...command: readonly string[]): string;
  /** Runs as the user, with these variables. */
  runAs(env: Record<string, string>, ...command: readonly string[]): { code: number | null; said: string };
  startAs(env: Record<string, string>, ...command: readonly string[]): ChildProcess;
  /** Copies a file in. @returns where it lies in it */
  bring(file: string): string;
  remove(): void;
}

/** @throws Error where this is not Debian, not root, or the mirror cannot be reached */
export function makeCleanRoot(folder: string): CleanRoot {
  const debian = fetchDebian();
  execFileSync('cp', ['-a', '--reflink=auto', debian, folder]);
  for (const place of ['proc', 'dev']) mount('--rbind', `/${place}`, join(folder, place));
  mount('-t', 'tmpfs', 'tmpfs', join(folder, 'dev', 'shm'));
  cpSync('/etc/resolv.conf', join(folder, 'etc', 'resolv.conf'), { dereference: true });
  const run = (...command: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync('chroot', [folder, ...command], { encoding: 'utf8', env: env() });
    if (status !== 0) throw new Error(`${command.join(' ')} failed in the clean root:\n${stdout}\n${stderr}`);
    return stdout;
  };
  if (!existsSync(join(folder, 'home', USER.name)))
    run('useradd', '--create-home', '--uid', String(USER.id), '--shell', '/bin/bash', USER.name);
  const asUser = (more: Record<string, string>, command: readonly string[]) =>
    [
      [`--userspec=${USER.id}:${USER.id}`, folder, ...command],
      { env: { ...env(), HOME: `/home/${USER.name}`, USER: USER.name, LOGNAME: USER.name, ...more } },
    ] as const;
  return {
    folder,
    userHome: join(folder, 'home', USER.name),
    run,
    runAs(more, ...command) {
      const [args, options] = asUser(more, command);
      const { status, stdout, stderr } = spawnSync('chroot', args, { encoding: 'utf8', ...options });
      return { code: status, said: stdout + stderr };
    },
    startAs(more, ...command) {
      const [args, options] = asUser(more, command);
      return spawn('chroot', args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    },
    bring(file) {
      mkdirSync(join(folder, 'brought'), { recursive: true });
      cpSync(file, join(folder, 'brought', basename(file)));
      return `/brought/${basename(file)}`;
    },
    remove() {
      for (const place of ['dev/shm', 'dev', 'proc'])
        spawnSync('umount', ['--recursive', '--lazy', join(folder, place)]);
      if (existsSync(join(folder, 'proc', 'self'))) throw new Error(`${folder} is still mounted; it was left alone.`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const env = () => ({ PATH: '/usr/sbin:/usr/bin:/sbin:/bin', DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' });

/** As private mounts, so that taking them away takes nothing away here. */
function mount(...args: readonly string[]): void {
  execFileSync('mount', [...args]);
  execFileSync('mount', ['--make-rprivate', args.at(-1) ?? '']);
}

function fetchDebian(): string {
  if (existsSync(join(FETCHED, 'etc', 'debian_version'))) return FETCHED;
  rmSync(FETCHED, { recursive: true, force: true });
  const made = `${FETCHED}.part`;
  rmSync(made, { recursive: true, force: true });
  const quiet: ExecFileSyncOptions = { stdio: ['ignore', 'ignore', 'inherit'], env: env() };
  execFileSync('debootstrap', ['--variant=minbase', SUITE, made, 'http://deb.debian.org/debian'], quiet);
  cpSync('/etc/resolv.conf', join(made, 'etc', 'resolv.conf'), { dereference: true });
  execFileSync('chroot', [made, 'apt-get', 'install', '-qq', '-y', '--no-install-recommends', ...ALSO], quiet);
  execFileSync('mv', [made, FETCHED]);
  return FETCHED;
}
