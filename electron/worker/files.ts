// Files on this machine, read some bytes at a time.
import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { Files } from '../actions/app-context.ts';
import { AppError } from '../contract/errors.ts';

const PIECE = 256 * 1024;

export const FILES: Files = {
  *pieces(path) {
    const unreadable = () =>
      new AppError(
        'refused',
        `${basename(path)} cannot be read. Close the program that holds it, or ask for the right to read it.`,
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
