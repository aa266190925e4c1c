// Files that are whole or not there, also after a power cut.
import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes what was written to a file last. */
export function flush(file: string): void {
  const fd = openSync(file, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Gives a finished file its name, in place of any that has it. */
export function putInPlace(finished: string, file: string): void {
  flush(finished);
  renameSync(finished, file);
  if (process.platform === 'win32') return; // opens no folders
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
