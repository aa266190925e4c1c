// The size of a file, or of a folder with everything in it.
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** In bytes; links are not followed. */
export function sizeOf(path: string): number {
  const stats = lstatSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
