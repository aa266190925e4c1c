// A portable archive of the tree: unpack it anywhere and it runs.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.ts';

/** @returns the path of the archive. @throws Error when tar or gzip is missing or fails */
export function makeArchive(tree: string, work: string, out: string, version: string): string {
  const name = `tier3-desk-${version}-${process.platform}-${process.arch}`;
  cpSync(tree, join(work, name), { recursive: true });
  const file = join(out, `${name}.tar.gz`);
  run('tar', ['--owner=0', '--group=0', '--sort=name', '-C', work, '-I', 'gzip -9', '-cf', file, name]);
  return file;
}
