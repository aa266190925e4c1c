// Whether Electron's binary is installed, or can be downloaded within a limited time.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type ElectronBinary = { readonly path: string } | { readonly missing: string };

const DOWNLOAD_MS = 90_000;

function installed(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const path = join(folder, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(path) ? path : null;
}

/** Looks for the binary and, if it is missing, tries once to download it. */
export function findElectron(root: string, download: boolean): ElectronBinary {
  const here = installed(root);
  if (here !== null) return { path: here };
  if (!download) return { missing: 'it has not been downloaded' };
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(installer)) return { missing: 'its package is not installed' };
  const outcome = spawnSync(process.execPath, [installer], { cwd: root, timeout: DOWNLOAD_MS, stdio: 'ignore' });
  const now = installed(root);
  if (now !== null) return { path: now };
  return {
    missing:
      outcome.error === undefined
        ? 'its download is not reachable from here'
        : `its download took longer than ${DOWNLOAD_MS / 1000} s`,
  };
}
