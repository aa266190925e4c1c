// A desk's home: the folder with its store, its key note and its log. A home is for practice or for real, never both.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../contract/errors.ts';
import { makePrivateFolder } from './private-folder.ts';

export type Mode = 'practice' | 'real';

const note = z.object({
  mode: z.enum(['practice', 'real']),
  key: z.discriminatedUnion('kind', [
    /** Derived from a passphrase by scrypt; the salt is not secret. */
    z.object({ kind: z.literal('passphrase'), salt: z.string() }),
    /** Kept by the operating system's keychain; `sealed` is what it gave back. */
    z.object({ kind: z.literal('keychain'), sealed: z.string() }),
    /** Practice only: invented cases need no secret. */
    z.object({ kind: z.literal('file'), key: z.string() }),
  ]),
});
export type HomeNote = z.infer<typeof note>;

export interface Home {
  readonly folder: string;
  readonly store: string;
  readonly syncLock: string;
  readonly log: string;
  /** Addresses of the running stand-ins. */
  readonly practice: string;
  /** What the stand-ins hold, so that it survives them. */
  readonly practiceState: string;
}

/** The folder of a home: the one named, or the user's own for the mode. */
export function locateHome(named: string | undefined, mode: Mode): Home {
  const folder = named ?? join(homedir(), mode === 'practice' ? '.tier3-desk-practice' : '.tier3-desk');
  const at = (name: string) => join(folder, name);
  return {
    folder,
    store: at('desk.db'),
    syncLock: at('sync.lock'),
    log: at('desk.log'),
    practice: at('practice.json'),
    practiceState: at('practice-state.json'),
  };
}

/** What a home is and how its key is kept; null for one that does not exist yet. */
export function readHomeNote(home: Home): HomeNote | null {
  const file = join(home.folder, 'home.json');
  if (!existsSync(file)) return null;
  try {
    return note.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new AppError(
      'invalid',
      `${file} is damaged. Restore it from a copy; without it the store beside it cannot be opened.`,
    );
  }
}

export function writeHomeNote(home: Home, value: HomeNote): void {
  makePrivateFolder(home.folder);
  writeFileSync(join(home.folder, 'home.json'), `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
}
