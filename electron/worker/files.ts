// Files on this machine, read in chunks.
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Files } from '../actions/app-context.ts';
import { AppError } from '../contract/errors.ts';

const PIECE = 64 * 1024;

export const FILES: Files = {
  list(folder) {
    try {
      return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        if (!entry.isFile()) return [];
        const path = join(folder, entry.name);
        const found = statSync(path, { throwIfNoEntry: false });
        return found === undefined
          ? []
          : { path, name: entry.name, size: found.size, changedAt: Math.round(found.mtimeMs) };
      });
    } catch {
      throw new AppError('refused', 'The watched folder cannot be read. Choose another in Settings, under Imports.');
    }
  },
  *pieces(path) {
    const unreadable = () =>
      new AppError(
        'refused',
        `${basename(path)} cannot be read. Close the program that is using it, or get permission to read it.`,
      );
    let fd: number;
    try {
      fd = openSync(path, 'r');
    } catch {
      throw unreadable();
    }
    try {
      for (;;) {
        const piece = Buffer.allocUnsafe(PIECE);
        let length: number;
        try {
          length = readSync(fd, piece, 0, PIECE, null);
        } catch {
          throw unreadable();
        }
        if (length === 0) return;
        yield piece.subarray(0, length);
      }
    } finally {
      closeSync(fd);
    }
  },
};
