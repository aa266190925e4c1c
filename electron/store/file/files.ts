// Files that are either complete or absent, even after a power failure.
import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

/** Flushes what was written to a file. */
export function flush(file: string): void {
  const fd = openSync(file, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Gives a finished file its name, replacing any existing one. */
export function putInPlace(finished: string, file: string): void {
  flush(finished);
  renameSync(finished, file);
  if (process.platform === 'win32') return; // Windows cannot open folders.
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
