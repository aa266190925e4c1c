// Builds the window and the Electron bundles if a source is newer than the build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** True when out/ is up to date. */
function isBuilt(root: string): boolean {
  const page = join(root, 'out', 'renderer', 'index.html');
  if (!existsSync(page)) return false;
  const sources = ['electron', 'renderer', 'electron.vite.config.ts', 'package-lock.json'].map((name) =>
    newest(join(root, name)),
  );
  return statSync(page).mtimeMs > Math.max(...sources);
}

/** Builds if needed; false when the build failed (its output says why). */
export function buildIfNeeded(root: string): boolean {
  if (isBuilt(root)) return true;
  process.stderr.write('Building the desk…\n');
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const outcome = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  return outcome.status === 0;
}
