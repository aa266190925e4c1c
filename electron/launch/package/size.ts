// How large a file, or a folder with all in it, is.
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** In bytes; links are not followed. */
export function sizeOf(path: string): number {
  const stats = lstatSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
