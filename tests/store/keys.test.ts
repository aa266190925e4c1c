// How the key of a home is kept: wrapped by a passphrase and by a recovery code, changed without touching the store, and never lost.
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginRekey, changeKeeper, renewCode } from '../../electron/host/change-key.ts';
import { type Home, locateHome } from '../../electron/host/home.ts';
import { openKeys } from '../../electron/host/key.ts';
import { waitAfter } from '../../electron/host/unlock-attempts.ts';
import { openStore } from '../../electron/store/opening/open.ts';
import { isGood, listSnapshots, snapshotFolder, takeSnapshot } from '../../electron/store/snapshots/snapshots.ts';
import { rekeyHome } from '../../electron/worker/change-keys.ts';
import { unlockHome } from '../../electron/worker/unlock.ts';
import { ROOT } from '../support/desk.ts';
import { runDesk } from '../support/process.ts';

const OLD = 'correct horse battery staple';
const NEW = 'another long passphrase';
const MIGRATIONS = join(ROOT, 'drizzle', 'migrations');
let folder: string;
let home: Home;
const codes: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tier3-keys-'));
  home = locateHome(folder, 'real');
});
afterEach(() => rmSync(folder, { recursive: true }));

const make = () =>
  openKeys(home, 'real', { passphrase: OLD, keychain: null, showCode: (code) => codes.push(code) }).key;
/** Keeps a key without deriving another from a passphrase, which takes its time. */
const keychain = { seal: (key: string) => key, open: (key: string) => key };
const kept = () =>
  openKeys(home, 'real', { passphrase: undefined, keychain, showCode: (code) => codes.push(code) }).key;
const byKeychain = () => unlockHome(home, 'real', { passphrase: undefined, keychain });
const by = (passphrase: string) => unlockHome(home, 'real', { passphrase, keychain: null });
const byCode = (recoveryCode: string) =>
  unlockHome(home, 'real', { passphrase: undefined, keychain: null, recoveryCode });
const snapshots = () => snapshotFolder(home.store);
/** A store of one word, in the store and in a snapshot. */
function fill(key: string): void {
  const store = openStore({ file: home.store, key, migrations: MIGRATIONS });
  store.transaction((db) => db.run(`INSERT INTO settings (key, value) VALUES ('word', '"kept"')`));
  store.close();
  takeSnapshot({ file: home.store, key, reason: 'daily', now: Date.now() });
}
function wordOf(file: string, key: string): unknown {
  const store = openStore({ file, key, migrations: MIGRATIONS });
  try {
    return store.db.$client.prepare(`SELECT value FROM settings WHERE key = 'word'`).pluck().get();
  } finally {
    store.close();
  }
}

describe('a passphrase', () => {
  it('wraps a random key; another one wraps the same key, and the store is not written', () => {
    const key = make();
    fill(key);
    const before = readFileSync(home.store);
    changeKeeper(home, snapshots(), key, { passphrase: NEW });
    expect(by(NEW).key).toBe(key);
    expect(() => by(OLD)).toThrow(/does not open/);
    expect(readFileSync(home.store).equals(before)).toBe(true);
    expect(readFileSync(join(snapshots(), 'home.json'))).toEqual(readFileSync(join(folder, 'home.json')));
  });

  it('that gave the key itself keeps opening its home, is known when it is wrong, and is moved on by a change alone', () => {
    const note = { mode: 'real', key: { kind: 'passphrase', salt: '00'.repeat(16), cost: 2 ** 16 } };
    writeFileSync(join(folder, 'home.json'), JSON.stringify(note));
    const { key } = by(OLD);
    fill(key);
    expect(() => by('not the passphrase')).toThrow(/does not open/);
    expect(JSON.parse(readFileSync(join(folder, 'home.json'), 'utf8'))).toEqual(note);
    changeKeeper(home, snapshots(), key, { passphrase: NEW });
    expect(by(NEW).key).toBe(key);
  });
});

describe('a recovery code', () => {
  it('opens the home however it is typed, until there is another one', () => {
    const key = kept();
    const code = codes.at(-1)!;
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(byCode(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')).key).toBe(key);
    expect(() => byCode('0000-0000')).toThrow(/eight groups/);
    const next = renewCode(home, snapshots(), key);
    expect(() => byCode(code)).toThrow(/does not open/);
    expect(byCode(next)).toMatchObject({ key, failed: 1 });
  });
});

describe('failed unlocks', () => {
  it('make the next try wait longer and longer, are counted, and are told when it opens', () => {
    expect([1, 2, 3, 4, 5, 10, 40].map(waitAfter)).toEqual([0, 0, 1_000, 2_000, 4_000, 128_000, 900_000]);
    kept();
    const code = codes.at(-1)!;
    writeFileSync(join(folder, 'unlocks.json'), JSON.stringify({ failed: 6, lastAt: Date.now() + 3_600_000 }));
    expect(() => byCode(code)).toThrow(/not unlocked 6 times in a row. Wait 8 seconds/);
    writeFileSync(join(folder, 'unlocks.json'), JSON.stringify({ failed: 6, lastAt: Date.now() - 8_001 }));
    expect(byCode(code).failed).toBe(6);
    expect(byCode(code).failed).toBe(0);
  });

  it('are a line of activity', async () => {
    make();
    const run = (passphrase: string, ...args: string[]) =>
      runDesk([...args, '--home', folder], { env: { TIER3_DESK_PASSPHRASE: passphrase } });
    expect((await run('wrong, and long enough', 'cases')).stderr).toContain('does not open this desk');
    expect((await run(OLD, 'cases')).code).toBe(0);
    const store = openStore({ file: home.store, key: by(OLD).key, migrations: MIGRATIONS });
    const lines = store.db.$client.prepare(`SELECT summary FROM activity WHERE verb = 'unlock'`).pluck().all();
    store.close();
    expect(lines).toEqual(['Unlocked the desk with the passphrase after 1 failed try']);
  });
});

describe('a new key', () => {
  it('is put under store and snapshots, and the one of before opens neither', () => {
    const former = kept();
    fill(former);
    const { key, code, isDone } = rekeyHome(home, former, { keychain });
    expect(isDone).toBe(true);
    const [snapshot] = listSnapshots(home.store).map(({ name }) => join(snapshots(), name));
    for (const file of [home.store, snapshot!])
      expect([isGood(file, key), isGood(file, former)]).toEqual([true, false]);
    expect(byCode(code).key).toBe(key);
    expect(readFileSync(join(folder, 'home.json'), 'utf8')).not.toContain('former');
    expect(wordOf(home.store, key)).toBe('"kept"');
    expect(statSync(home.store).mode & 0o777).toBe(0o600);
  });

  it('that was noted and got no further is brought to its end by the next opening', () => {
    const former = kept();
    fill(former);
    const half = mkdtempSync(join(tmpdir(), 'tier3-keys-half-'));
    const { key } = beginRekey(home, snapshots(), former, { keychain });
    cpSync(folder, half, { recursive: true });
    expect(byKeychain().key).toBe(key);
    expect(wordOf(home.store, key)).toBe('"kept"');
    // The store was moved, the snapshots were not.
    home = locateHome(half, 'real');
    cpSync(join(folder, 'desk.db'), join(half, 'desk.db'));
    expect(byKeychain().key).toBe(key);
    expect(listSnapshots(home.store).map(({ name }) => isGood(join(snapshots(), name), key))).toEqual([true]);
    rmSync(half, { recursive: true });
  });
});
