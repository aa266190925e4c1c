// Makes a fresh clone runnable: installs the locked packages and the runtime they need. Plain JavaScript, because it
// must itself run on whatever Node a newcomer has (20 or later), before anything is installed. `--browser` also makes
// sure there is a Chromium for the tests. Prints to stderr only: stdout belongs to the command.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const modules = join(root, 'node_modules');
const runtime = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const stampFile = join(modules, '.tier3-desk-installed');
const lockHash = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

function say(line) {
  process.stderr.write(`${line}\n`);
}

function run(command, args, what) {
  const outcome = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (outcome.status === 0) return true;
  say(`set-up: ${what} failed (${command} ${args.join(' ')}).`);
  return false;
}

/**
 * No package here needs a compiler, so all install scripts are disabled except one: the `node` package downloads its
 * binary.
 */
function installPackages() {
  const stamped = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash;
  if (stamped && existsSync(runtime)) return;
  say('set-up: installing the locked packages, once; this takes a minute.');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const installed =
    run('npm', ['ci', '--ignore-scripts', ...quiet], 'installing packages') &&
    run('npm', ['rebuild', 'node', ...quiet], 'fetching the Node 24 runtime');
  if (!installed || !existsSync(runtime)) {
    say('set-up: could not install. Check that the npm registry is reachable, then run the same command again.');
    process.exit(1);
  }
  checkRuntime();
  mkdirSync(modules, { recursive: true });
  writeFileSync(stampFile, lockHash);
}

/** The runtime is fetched outside of the lock of npm, so its sum is kept here; one that differs is taken away again. */
function checkRuntime() {
  const { sha256 } = JSON.parse(readFileSync(join(import.meta.dirname, 'runtime-sums.json'), 'utf8'));
  const platform = `${process.platform}-${process.arch}`;
  const wanted = sha256[platform];
  if (wanted === undefined) {
    say(`set-up: no sum of the Node runtime is known for ${platform}; it was not checked.`);
    return;
  }
  if (createHash('sha256').update(readFileSync(runtime)).digest('hex') === wanted) return;
  rmSync(runtime);
  say('set-up: the Node runtime that was fetched is not the one this project was tested with, and was removed.');
  say('set-up: somebody may have changed it on its way. Try again from another network before anything else.');
  process.exit(1);
}

const BROWSERS = [
  process.env.TIER3_DESK_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser tests need a Chromium; on Debian as root it is installed, elsewhere the user is told what to install. */
function installBrowser() {
  const found = () => BROWSERS.some((path) => path && existsSync(path));
  if (found()) return;
  const canUseApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (canUseApt) {
    say('set-up: installing Chromium for the browser tests.');
    if (run('apt-get', ['update', '-qq'], 'apt-get update')) {
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], 'installing chromium');
    }
  }
  if (found()) return;
  say('set-up: the browser tests need Chromium, Chrome or Edge. Install one ("sudo apt-get install chromium" on');
  say('Debian and Ubuntu) or set TIER3_DESK_CHROMIUM to its path, then run "npm test" again.');
  process.exit(1);
}

installPackages();
if (process.argv.includes('--browser')) installBrowser();
