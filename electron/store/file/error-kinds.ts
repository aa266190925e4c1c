// Classifies errors of SQLite and the file system.

import { codeOf } from '../../contract/errors.ts';

const MAY_NOT_WRITE = /^(SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM|SQLITE_IOERR_ACCESS|EACCES|EPERM|EROFS)/;
const NO_ROOM = /^(SQLITE_FULL|ENOSPC|EDQUOT)/;

export function mayNotWrite(error: unknown): boolean {
  return MAY_NOT_WRITE.test(codeOf(error));
}

export function isNoRoom(error: unknown): boolean {
  return NO_ROOM.test(codeOf(error)) || (error instanceof Error && isNoRoom(error.cause));
}
