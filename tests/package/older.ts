// An older version of the package, built from the project's own history by the code of that time. What was built
// once is kept for the next run.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/desk.ts';

const OLDER = '0.0.9';
const git = (...args: readonly string[]) => execFileSync('git', ['-C', ROOT, ...args], { encoding: 'utf8' }).trim();

export interface Older {
  readonly deb: string;
  readonly commit: string;
  readonly day: string;
}

/**
 * The first commit whose package was tested: the oldest desk anybody can have installed. One commit before it made packages too,
 * whose links of the activity were hashed otherwise; it was replaced within the hour, and `desk verify` rejects what it wrote.
 */
const firstPackaged = () =>
  git('log', '--reverse', '--format=%H', '--', 'tests/electron-smoke/package.test.ts').split('\n')[0];

/**
 * @param into a folder that is not there yet
 * @param given another commit than the first whose package was tested
 * @throws Error where the history is not here
 */
export function buildOlder(into: string, given: string | undefined): Older {
  const commit = given ?? firstPackaged();
  if (!commit) throw new Error('The history of the project is not here: clone it whole.');
  const about = { commit: commit.slice(0, 7), day: git('log', '-1', '--format=%cs', commit) };
  const kept = join(tmpdir(), `tier3-package-older-${about.commit}.deb`);
  if (existsSync(kept)) return { deb: kept, ...about };
  mkdirSync(into, { recursive: true });
  const archive = execFileSync('git', ['-C', ROOT, 'archive', commit], { maxBuffer: 1 << 30 });
  execFileSync('tar', ['-x', '-C', into], { input: archive });
  symlinkSync(join(ROOT, 'node_modules'), join(into, 'node_modules'));
  const manifest = join(into, 'package.json');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), version: OLDER }, null, 2));
  const packager = join(into, 'electron', 'launch', 'package', 'main.ts');
  execFileSync(process.execPath, [packager], { cwd: into, stdio: ['ignore', 'ignore', 'inherit'] });
  const dist = join(into, 'dist');
  const deb = readdirSync(dist).find((name) => name.endsWith('.deb'));
  if (deb === undefined) throw new Error(`${commit} made no package.`);
  cpSync(join(dist, deb), kept);
  return { deb: kept, ...about };
}
