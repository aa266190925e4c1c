// A desk's home: the folder with its store, its key note and its log. A home is either for practice or for real work,
// never both.
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
  /** scrypt's N. Homes from before it was recorded used 2^16; no note may demand so much that opening never ends. */
  cost: z.literal([2 ** 16, 2 ** 17, 2 ** 18, 2 ** 19, 2 ** 20]).default(2 ** 16),
  /** The wrapped key. Older homes have none: the passphrase yields the key itself. */
  box: box.optional(),
});
/** Protected by the operating system's keychain; `sealed` is what it returned. */
const keychain = z.object({ kind: z.literal('keychain'), sealed: z.string().min(1) });
/** In plain text: only for practice, where invented cases need no secrecy. */
const file = z.object({ kind: z.literal('file'), key: z.string().regex(/^[0-9a-f]{64}$/, 'the key is no key') });

const also = {
  /** The same key, wrapped with the recovery code. */
  recovery: z.object({ salt, box }).optional(),
  /** The previous key, wrapped with the new one: some files may still be encrypted with it. */
  former: box.optional(),
};
const note = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('real'), key: z.discriminatedUnion('kind', [passphrase, keychain]), ...also }),
  z.object({ mode: z.literal('practice'), key: z.discriminatedUnion('kind', [passphrase, keychain, file]), ...also }),
]);
/** As stored in the home. Notes of earlier versions have no checksum. */
const kept = z.intersection(note, z.object({ sum: z.string().optional() }));
export type HomeNote = z.infer<typeof note>;
/** A key of a home that can only be opened with a passphrase or the keychain. */
export type SealedKey = z.infer<typeof passphrase> | z.infer<typeof keychain>;

export interface Home {
  readonly folder: string;
  readonly store: string;
  readonly syncLock: string;
  readonly log: string;
  /** Addresses of the running stand-ins. */
  readonly practice: string;
  /** The state of the stand-ins, so that it survives a restart. */
  readonly practiceState: string;
}

/** The folder of a home: the given one, or the user's default for the mode. */
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

/** Distinguishes a damaged note from a wrong passphrase: a salt with a flipped digit is still a salt. */
function sumOf(value: HomeNote): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

/**
 * What a home is and how its key is protected; null if it does not exist yet.
 * @throws AppError `invalid` when the note is damaged or not one that this desk writes
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
      `${path} contains an unprotected key for real work. The desk never creates such a home: someone else did, and could read everything you put into it. Choose another --home.`,
    );
  const parsed = kept.safeParse(given);
  if (!parsed.success) throw damagedNote(path);
  const { sum, ...rest } = parsed.data;
  return { value: note.parse(rest), sum };
}

function damagedNote(path: string): AppError {
  return new AppError(
    'invalid',
    `${path} is damaged. Restore it from a copy; without it, the store next to it cannot be opened.`,
  );
}

/** Creates the note of a new home atomically; returns false if someone else has created one in the meantime. */
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

/** Replaces the note: at any instant there is exactly one, complete. */
export function replaceHomeNote(home: Home, value: HomeNote): void {
  const path = join(home.folder, 'home.json');
  const part = writePart(path, value);
  try {
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  if (process.platform === 'win32') return; // Windows cannot open folders.
  const folder = openSync(home.folder, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/**
 * @returns the path of the flushed file.
 * @throws NodeJS error when it cannot be written; nothing is left behind then
 */
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
      throw new AppError('refused', `The disk of ${path} is full. Nothing was changed. Free some space and try again.`);
    throw error;
  } finally {
    closeSync(fd);
  }
}

/**
 * Snapshots cannot be opened without the note, so a copy lies next to them. What it contains of a key is sealed, or not
 * secret.
 */
export function copyHomeNote(home: Home, folder: string): void {
  const part = join(folder, `home.json.${process.pid}.part`);
  copyFileSync(join(home.folder, 'home.json'), part);
  renameSync(part, join(folder, 'home.json'));
}

/**
 * Which desk a host opens on its own: practice if requested, else a real one if the environment provides the
 * passphrase. Undefined if the window should ask.
 */
export function modeAtStart(
  named: string | undefined,
  { practice, passphrase = '' }: { readonly practice: boolean; readonly passphrase: string | undefined },
): Mode | undefined {
  if (practice) return 'practice';
  const note = passphrase === '' ? null : readHomeNote(locateHome(named, 'real'));
  return note?.mode === 'real' && note.key.kind === 'passphrase' ? 'real' : undefined;
}
