// npm run test:package [-- --from COMMIT]: the Debian package on a clean Debian. A newcomer installs it and comes to a first ticket;
// the main job is done in its window; an older package with filled homes is upgraded over; it is removed, and the homes stay. Needs
// root, debootstrap and the Debian mirror. `--from` names another commit than the first whose package was tested; `--made` takes the package
// that lies in dist/.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { sizeOf } from '../../electron/launch/package/size.ts';
import { ROOT } from '../support/desk.ts';
import { type CleanRoot, makeCleanRoot } from './clean-root.ts';
import { fillHomes, PASSPHRASE, REAL } from './fill.ts';
import { startInstalled } from './installed-desk.ts';
import { openInstalled } from './installed-window.ts';
import { doMainJob, issuesOf } from './main-job.ts';
import { walkNewcomersPath } from './newcomer.ts';
import { buildOlder } from './older.ts';
import { countOf, lostRows, readTables, type Tables } from './rows.ts';

const LARGEST_LOAD = 350_000;
const { values } = parseArgs({ options: { from: { type: 'string' }, made: { type: 'boolean' } } });
const folder = mkdtempSync(join(tmpdir(), 'tier3-package-'));
const roots: CleanRoot[] = [];
const wrong: string[] = [];
const say = (is: boolean, words: string) => {
  console.log(`${is ? 'ok' : 'WRONG'}: ${words}`);
  if (!is) wrong.push(words);
};

function cleanRoot(name: string): CleanRoot {
  const root = makeCleanRoot(join(folder, name));
  roots.push(root);
  return root;
}

/** Of the home in the clean root, read from a copy: nothing of it is touched. */
function tablesOf(root: CleanRoot, mode: 'real' | 'practice'): Tables {
  const copy = mkdtempSync(join(folder, 'home-'));
  cpSync(join(root.userHome, mode === 'real' ? '.tier3-desk' : '.tier3-desk-practice'), copy, {
    recursive: true,
    filter: (path) => !path.endsWith('/window'),
  });
  execFileSync('chown', ['-R', 'root:root', copy]);
  return readTables(copy, mode, mode === 'real' ? PASSPHRASE : undefined);
}

/** What the window loads before it shows anything, packed as a server would send it. */
function firstLoad(): number {
  const pages = join(ROOT, 'out', 'renderer');
  const page = readFileSync(join(pages, 'index.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="\.?\/?([^"]+\.(?:js|css))"/g)].map(([, name = '']) => name);
  return [page, ...files.map((name) => readFileSync(join(pages, name)))].reduce(
    (sum, one) => sum + gzipSync(one).length,
    0,
  );
}

async function newcomer(deb: string): Promise<void> {
  const root = cleanRoot('newcomer');
  const path = await walkNewcomersPath(root, root.bring(deb));
  say(true, `a newcomer: installed in ${path.installSeconds} s, open after ${path.openSeconds} s`);
  say(path.keys < 40, `first ticket open after ${path.keys} keys and ${path.ticketSeconds} s more`);
  await doMainJob(root, path.window);
  say(
    path.window.problems.length === 0,
    `the main job in the window; ${path.window.problems.length} errors of the page`,
  );
  say(await path.window.close(), 'closing the window ends the desk');
  root.run('apt-get', 'remove', '-qq', '-y', 'tier3-desk');
  say(!existsSync(join(root.folder, 'opt', 'tier3-desk')), 'removed: nothing is left below /opt');
  say(existsSync(join(root.userHome, '.tier3-desk-practice', 'desk.db')), 'removed: the home is kept');
}

async function upgrade(deb: string): Promise<void> {
  const older = buildOlder(join(folder, 'older'), values.from);
  const root = cleanRoot('upgraded');
  root.run('apt-get', 'install', '-qq', '-y', '--no-install-recommends', root.bring(older.deb));
  await fillHomes(root);
  const before = { real: tablesOf(root, 'real'), practice: tablesOf(root, 'practice') };
  const sentBefore = issuesOf(root).length;
  root.run('apt-get', 'install', '-qq', '-y', '--no-install-recommends', root.bring(deb));
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  say(
    root.runAs({}, 'tier3-desk', '--version').said.trim() === version,
    `upgraded from ${older.commit} of ${older.day}`,
  );
  await lookAround(root);
  const after = { real: tablesOf(root, 'real'), practice: tablesOf(root, 'practice') };
  for (const mode of ['real', 'practice'] as const) {
    const lost = lostRows(before[mode], after[mode]);
    const counts = ['cases', 'drafts', 'tickets', 'outbox', 'activity'].map(
      (name) => `${name} ${countOf(before[mode], name)}`,
    );
    say(
      lost.length === 0,
      `the ${mode} home has all it had: ${counts.join(', ')}${lost.map((one) => `\n  ${one}`).join('')}`,
    );
  }
  say(issuesOf(root).length === sentBefore, `nothing was sent twice: ${sentBefore} issues before and after`);
  const verified = root.runAs(REAL, 'desk', 'verify');
  say(verified.code === 0, `desk verify: ${verified.said.trim().split('\n')[0]}`);
  const window = await openInstalled(root, '--practice');
  await doMainJob(root, window);
  say(window.problems.length === 0 && (await window.close()), 'the main job in the window of the upgraded desk');
  root.run('apt-get', 'remove', '-qq', '-y', 'tier3-desk');
  say(existsSync(join(root.userHome, '.tier3-desk', 'desk.db')), 'removed: the upgraded home is kept');
}

/** Opens both homes in the version that is installed now, and sends what may be sent. */
async function lookAround(root: CleanRoot): Promise<void> {
  const real = await startInstalled(root, REAL);
  const { cases } = await real.call('cases.list', { count: 1 });
  say(cases.length === 1, 'the passphrase of the older desk opens it');
  await real.close();
  const practice = await startInstalled(root, {}, '--practice');
  await practice.call('sync.now', {});
  await practice.close();
}

try {
  const packager = join(ROOT, 'electron', 'launch', 'package', 'main.ts');
  if (!values.made) execFileSync(process.execPath, [packager], { stdio: 'inherit' });
  const dist = join(ROOT, 'dist');
  const deb = readdirSync(dist).find((name) => name.endsWith('.deb'));
  if (deb === undefined) throw new Error('no package was made');
  const load = firstLoad();
  say(load <= LARGEST_LOAD, `the window's first load is ${Math.round(load / 1_000)} kB packed`);
  console.log(`the package is ${(sizeOf(join(dist, deb)) / 1e6).toFixed(1)} MB`);
  await newcomer(join(dist, deb));
  await upgrade(join(dist, deb));
} finally {
  for (const root of roots) root.remove();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${wrong.length} of it wrong`);
process.exitCode = wrong.length === 0 ? 0 : 1;
