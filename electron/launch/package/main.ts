// npm run package [-- --tree]: a Debian package and a portable archive of the desk for this machine's platform, in
// dist/, with their sizes and checksums. --tree stops after laying out their content.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildIfNeeded } from '../build.ts';
import { makeArchive } from './archive.ts';
import { makeDeb } from './deb.ts';
import { sizeOf } from './size.ts';
import { layOut } from './tree.ts';

/** Anything larger would be a burden on a slow connection. */
const LARGEST_BYTES = 90_000_000;
const root = join(import.meta.dirname, '..', '..', '..');
const out = join(root, 'dist');
const work = join(out, 'work');
const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

async function main(): Promise<number> {
  if (process.platform !== 'linux') {
    console.error('This packages for Linux only; the other packages are made by electron-builder.');
    return 1;
  }
  if (!buildIfNeeded(root)) return 1;
  rmSync(out, { recursive: true, force: true });
  const tree = join(work, 'tree');
  mkdirSync(tree, { recursive: true });
  await layOut(root, tree);
  console.log(`unpacked: ${megabytes(sizeOf(tree))}, of it the runtime ${megabytes(sizeOf(join(tree, 'bin')))}`);
  if (process.argv.includes('--tree')) return 0;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const files = [
    makeDeb({ root, tree, work: join(work, 'deb'), out, version }),
    makeArchive(tree, join(work, 'archive'), out, version),
  ];
  const sums = files.map(
    (file) => `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${basename(file)}`,
  );
  writeFileSync(join(out, 'SHA256SUMS'), `${sums.join('\n')}\n`);
  for (const file of files) console.log(`${basename(file)}: ${megabytes(sizeOf(file))}`);
  rmSync(work, { recursive: true });
  const large = files.filter((file) => sizeOf(file) > LARGEST_BYTES);
  for (const file of large) console.error(`${basename(file)} is larger than ${megabytes(LARGEST_BYTES)}.`);
  return large.length === 0 ? 0 : 1;
}

process.exitCode = await main();
