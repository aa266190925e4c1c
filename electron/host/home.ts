// A desk's home: the folder with its store, its key note and its log. A home is for practice or for real, never both.
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError, codeOf } from '../contract/errors.ts';

export type Mode = 'practice' | 'real';

const box = z.string().regex(/^[0-9a-f]{120}$/, 'the sealed key is damaged');
const salt = z.string().regex(/^[0-9a-f]{32,128}$/, 'the salt is too short or no salt');
const passphrase = z.object({
  kind: z.literal('passphrase'),
  salt,
  /** scrypt's N. Homes of before it was noted were made with 2^16; no note may ask for so much that opening never ends. */
  cost: z.literal([2 ** 16, 2 ** 17, 2 ** 18, 2 ** 19, 2 ** 20]).default(2 ** 16),
  /** The key, wrapped. Older homes have none: what the passphrase gives is the key itself. */
  box: box.optional(),
});
/** Kept by the operating system's keychain; `sealed` is what it gave back. */
const keychain = z.object({ kind: z.literal('keychain'), sealed: z.string().min(1) });
/** In clear: for practice only, where invented cases need no secret. */
const file = z.object({ kind: z.literal('file'), key: z.string().regex(/^[0-9a-f]{64}$/, 'the key is no key') });

const also = {
  /** The same key, wrapped by the recovery code. */
  recovery: z.object({ salt, box }).optional(),
  /** The key of before, wrapped by the new one: files may be left that are still under it. */
  former: box.optional(),
};
const note = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('real'), key: z.discriminatedUnion('kind', [passphrase, keychain]), ...also }),
  z.object({ mode: z.literal('practice'), key: z.discriminatedUnion('kind', [passphrase, keychain, file]), ...also }),
]);
/** As it lies in the home. Notes of earlier versions have no sum. */
const kept = z.intersection(note, z.object({ sum: z.string().optional() }));
export type HomeNote = z.infer<typeof note>;
/** A key of a home that only a passphrase or the keychain opens. */
export type SealedKey = z.infer<typeof passphrase> | z.infer<typeof keychain>;

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

/** Tells a damaged note from a passphrase that is wrong: a flipped digit of the salt is a salt still. */
function sumOf(value: HomeNote): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

/**
 * What a home is and how its key is kept; null for one that does not exist yet.
 * @throws AppError `invalid` when the note is damaged, or says what no note of this desk says.
 */
export function readHomeNote(home: Home): HomeNote | null {
  const path = join(home.folder, 'home.json');
  if (!existsSync(path)) return null;
  const { value, sum } = parseNote(path);
  if (sum !== undefined && sum !== sumOf(value)) throw damagedNote(path);
  return value;
}

function parseNote(path: string): { value: HomeNote; sum: string | undefined } {
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (codeOf(error) !== '')
      throw new AppError(
        'refused',
        `${path} cannot be read (${codeOf(error)}). Make it readable for you, and try again.`,
      );
    throw damagedNote(path);
  }
  if (z.object({ mode: z.literal('real'), key: z.object({ kind: z.literal('file') }) }).safeParse(given).success)
    throw new AppError(
      'refused',
      `${path} names a key in clear for real work. This desk never makes such a home: somebody else did, and could read all you put into it. Name another --home.`,
    );
  const parsed = kept.safeParse(given);
  if (!parsed.success) throw damagedNote(path);
  const { sum, ...rest } = parsed.data;
  return { value: note.parse(rest), sum };
}

function damagedNote(path: string): AppError {
  return new AppError(
    'invalid',
    `${path} is damaged. Restore it from a copy; without it the store beside it cannot be opened.`,
  );
}

/** Makes the note of a new home, whole or not at all; false when somebody else has made one meanwhile. */
export function writeHomeNote(home: Home, value: HomeNote): boolean {
  mkdirSync(home.folder, { recursive: true, mode: 0o700 });
  const path = join(home.folder, 'home.json');
  const part = writePart(path, value);
  try {
    linkSync(part, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(part);
  }
}

/** Puts another note in the place of the one that is there: at any instant one of the two is there, whole. */
export function replaceHomeNote(home: Home, value: HomeNote): void {
  const path = join(home.folder, 'home.json');
  const part = writePart(path, value);
  try {
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  if (process.platform === 'win32') return; // opens no folders
  const folder = openSync(home.folder, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** @returns the path of the flushed file. @throws NodeJS error when it cannot be written; nothing is left then */
function writePart(path: string, value: HomeNote): string {
  const part = `${path}.${randomBytes(6).toString('hex')}`;
  const fd = openSync(part, 'wx', 0o600);
  try {
    writeSync(fd, `${JSON.stringify({ ...value, sum: sumOf(value) }, null, 2)}\n`);
    fsyncSync(fd);
    return part;
  } catch (error) {
    rmSync(part, { force: true });
    if (codeOf(error) === 'ENOSPC')
      throw new AppError('refused', `The disk of ${path} is full. Nothing was changed. Free some room and try again.`);
    throw error;
  } finally {
    closeSync(fd);
  }
}

/** Without its note no snapshot can be opened, so a copy of it lies with them. What it says of a key is sealed, or no secret. */
export function copyHomeNote(home: Home, folder: string): void {
  const part = join(folder, `home.json.${process.pid}.part`);
  copyFileSync(join(home.folder, 'home.json'), part);
  renameSync(part, join(folder, 'home.json'));
}

/**
 * Which desk a host opens before anybody asks: practice where it was asked for, else a real one whose passphrase the environment
 * has. Undefined where the window shall ask.
 */
export function modeAtStart(
  named: string | undefined,
  { practice, passphrase = '' }: { readonly practice: boolean; readonly passphrase: string | undefined },
): Mode | undefined {
  if (practice) return 'practice';
  const note = passphrase === '' ? null : readHomeNote(locateHome(named, 'real'));
  return note?.mode === 'real' && note.key.kind === 'passphrase' ? 'real' : undefined;
}
