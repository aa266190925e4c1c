// A home and its key: only its owner's, never a stranger's key, never a short passphrase.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Home, locateHome, modeAtStart } from '../../electron/host/home.ts';
import { openKey } from '../../electron/host/key.ts';
import { openStore } from '../../electron/store/opening/open.ts';
import { KEY, ROOT } from '../support/desk.ts';
import { runDesk } from '../support/process.ts';

const PASSPHRASE = 'correct horse battery staple';
let folder: string;
let home: Home;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tier3-home-'));
  home = locateHome(folder, 'real');
});
afterEach(() => rmSync(folder, { recursive: true }));

const note = () => join(folder, 'home.json');
const plant = (value: unknown) => writeFileSync(note(), JSON.stringify(value));
const real = (passphrase: string | undefined = PASSPHRASE) => openKey(home, 'real', { passphrase, keychain: null });
/** A new home whose key a keychain keeps: no passphrase to derive a key from, which takes its time. */
const kept = () =>
  openKey(home, 'real', { passphrase: undefined, keychain: { seal: (key) => key, open: (key) => key } });
const modeOf = (path: string) => statSync(path).mode & 0o777;

describe('a key note', () => {
  it('of a real home is never a key in a file', () => {
    plant({ mode: 'real', key: { kind: 'file', key: KEY } });
    expect(() => real()).toThrow(/contains an unprotected key for real work/);
  });

  it('has a salt, and a cost that ends', () => {
    plant({ mode: 'real', key: { kind: 'passphrase', salt: '' } });
    expect(() => real()).toThrow(/damaged/);
    plant({ mode: 'real', key: { kind: 'passphrase', salt: '00'.repeat(16), cost: 2 ** 30 } });
    expect(() => real()).toThrow(/damaged/);
  });

  it('of before costs were noted still opens its home; a new one costs twice as much', () => {
    plant({ mode: 'real', key: { kind: 'passphrase', salt: '00'.repeat(16) } });
    const before = real('short');
    plant({ mode: 'real', key: { kind: 'passphrase', salt: '00'.repeat(16), cost: 2 ** 17 } });
    expect(real('short')).not.toBe(before);
    rmSync(note());
    const made = real();
    expect(JSON.parse(readFileSync(note(), 'utf8')).key.cost).toBe(2 ** 17);
    expect(real()).toBe(made);
  });

  it('with a flipped digit is damaged, not a wrong passphrase', () => {
    real();
    const text = readFileSync(note(), 'utf8');
    const [, salt = ''] = /"salt": "(\w+)"/.exec(text) ?? [];
    writeFileSync(note(), text.replace(salt, (salt.startsWith('0') ? '1' : '0') + salt.slice(1)));
    expect(() => real()).toThrow(/home\.json is damaged/);
  });

  it('that is gone is not made anew beside a store', () => {
    const file = home.store;
    openStore({ file, key: kept(), migrations: join(ROOT, 'drizzle', 'migrations') }).close();
    rmSync(note());
    expect(() => kept()).toThrow(/home\.json is missing/);
    expect(readdirSync(folder)).not.toContain('home.json');
  });

  it('is made once, however many come first at the same moment', async () => {
    const code = `import { parentPort, workerData } from 'node:worker_threads';
      const { locateHome } = await import(workerData.url + '/electron/host/home.ts');
      const { openKey } = await import(workerData.url + '/electron/host/key.ts');
      const { openStore } = await import(workerData.url + '/electron/store/opening/open.ts');
      const home = locateHome(workerData.folder, 'practice');
      const key = openKey(home, 'practice', { passphrase: undefined, keychain: null });
      openStore({ file: home.store, key, migrations: workerData.root + '/drizzle/migrations' }).close();
      parentPort.postMessage(key);`;
    const url = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
    const keys = await Promise.all(
      Array.from(
        { length: 4 },
        () =>
          new Promise<string>((resolve, reject) => {
            const worker = new Worker(url, { workerData: { root: ROOT, url: pathToFileURL(ROOT).href, folder } });
            worker.once('message', resolve);
            worker.once('error', reject);
          }),
      ),
    );
    expect(new Set(keys).size).toBe(1);
  });
});

describe('a start', () => {
  it('opens a real desk by itself where the environment has its passphrase, and never makes one', () => {
    const start = (passphrase?: string, practice = false) => modeAtStart(folder, { practice, passphrase });
    expect(start(PASSPHRASE)).toBeUndefined();
    real();
    expect([start(PASSPHRASE), start(), start('')]).toEqual(['real', undefined, undefined]);
    expect(start(undefined, true)).toBe('practice');
  });
});

describe('a passphrase', () => {
  it('of a new desk has twelve characters at every door', async () => {
    expect(() => real('eleven char')).toThrow(/at least 12 characters/);
    expect(readdirSync(folder)).toEqual([]);
    const cli = await runDesk(['import', '-', '--home', folder], { env: { TIER3_DESK_PASSPHRASE: 'eleven char' } });
    expect(cli).toMatchObject({ code: 1, stderr: expect.stringContaining('at least 12 characters') });
    expect(real('twelve chars')).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a home', () => {
  it('that others may read is closed, with every file in it', () => {
    kept();
    writeFileSync(home.log, 'x', { mode: 0o644 });
    chmodSync(note(), 0o644);
    chmodSync(folder, 0o755);
    kept();
    expect([modeOf(folder), modeOf(note()), modeOf(home.log)]).toEqual([0o700, 0o600, 0o600]);
  });

  it('or a file in it that others may write is refused', () => {
    kept();
    chmodSync(folder, 0o777);
    expect(() => kept()).toThrow(/Others may write to .*chmod -R go=/);
    chmodSync(folder, 0o755);
    chmodSync(note(), 0o666);
    expect(() => kept()).toThrow(/Others may write to .*home\.json/);
  });

  it('closed to others keeps what a wide file mask left in it', () => {
    kept();
    writeFileSync(home.log, 'x');
    chmodSync(home.log, 0o664);
    kept();
    expect(modeOf(home.log)).toBe(0o600);
  });

  it('is not made in an open folder of other things', () => {
    mkdirSync(join(folder, 'photos'));
    chmodSync(folder, 0o755);
    expect(() => kept()).toThrow(/has other content/);
    expect(modeOf(folder)).toBe(0o755);
  });

  it('that is a file is said to be one', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, 'x');
    const { code, stderr } = await runDesk(['cases', '--practice', '--home', file]);
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('is not a folder') });
  });

  it('keeps its store to its owner', () => {
    const store = openStore({ file: home.store, key: kept(), migrations: join(ROOT, 'drizzle', 'migrations') });
    store.transaction((db) => db.run('CREATE TABLE x (y)'));
    for (const name of readdirSync(folder)) expect([name, modeOf(join(folder, name))]).toEqual([name, 0o600]);
    store.close();
  });
});
