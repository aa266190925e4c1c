// The Electron shell as it was built, run under Node against a recording double of Electron.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/desk.ts';

// biome-ignore lint/suspicious/noExplicitAny: a recording of anything
const ran: { result: Record<string, any>; home: string } = { result: {}, home: '' };

beforeAll(() => {
  ran.home = mkdtempSync(join(tmpdir(), 'tier3-main-'));
  const script = join(ROOT, 'tests', 'support', 'run-main-bundle.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [script, '--home', ran.home], {
    encoding: 'utf8',
    timeout: 110_000, // the hook's own is longer
    env: { ...process.env, APP_ROOT: ROOT, TIER3_DESK_PASSPHRASE: '', HTTPS_PROXY: '', https_proxy: '' },
  });
  const line = /^RESULT (.*)$/m.exec(stdout);
  if (line === null) throw new Error(`the main bundle did not get far:\n${stdout}\n${stderr}`);
  ran.result = JSON.parse(line[1]!);
});
afterAll(() => rmSync(ran.home, { recursive: true }));

describe('the Electron shell', () => {
  it('opens one window, sandboxed, isolated and without Node', () => {
    expect(ran.result.windows).toHaveLength(1);
    const { webPreferences } = ran.result.windows[0];
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    });
    expect(existsSync(webPreferences.preload)).toBe(true);
    expect(ran.result.loaded).toEqual(['tier3-desk://window/index.html']);
    expect(ran.result.lock).toBe(1);
  });

  it('has its tray icon and menu', () => {
    expect(ran.result.trays).toBe(1);
    expect(existsSync(ran.result.trayImage)).toBe(true);
    expect(ran.result.trayMenu).toEqual(['Open Tier3 Desk', 'Quit']);
  });

  it('answers calls of its own page only', () => {
    const { strangerPage, strangerFrame, noFrame, before } = ran.result.answers;
    expect(ran.result.channels).toEqual(['desk:call']);
    for (const answer of [strangerPage, strangerFrame, noFrame])
      expect(answer).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(before).toMatchObject({
      ok: true,
      value: { state: 'new', unlock: 'keychain', host: { name: 'electron', tray: true } },
    });
  });

  it('opens the real desk with a key from the keychain, in the thread that was built', () => {
    const { locked, opened, list } = ran.result.answers;
    expect(locked).toMatchObject({ ok: false, error: { kind: 'locked' } });
    expect(opened).toMatchObject({ ok: true, value: { state: 'open', practice: false } });
    expect(list).toMatchObject({ ok: true, value: { cases: [] } });
    expect(JSON.parse(readFileSync(join(ran.home, 'home.json'), 'utf8')).key.kind).toBe('keychain');
    expect(readFileSync(join(ran.home, 'desk.db'), 'latin1').startsWith('SQLite format 3')).toBe(false);
  });

  it('shows what a second start was asked for, once: a link of its own or a file', () => {
    const { link, once, file, stranger } = ran.result.answers;
    expect(link.value.asked).toEqual({ kind: 'case', id: '018f0000-0000-4000-8000-000000000001' });
    const path = join(ROOT, 'resources', 'samples', 'dynamics.csv');
    expect(file.value.asked).toEqual({ kind: 'file', name: 'dynamics.csv', path });
    expect([once.value.asked, stranger.value.asked]).toEqual([null, null]);
    expect(ran.result.windows).toHaveLength(1);
  });

  it('locks before the machine sleeps', () => {
    expect(ran.result.answers.asleep).toMatchObject({ ok: false, error: { kind: 'locked' } });
    expect(ran.result.answers.awake).toMatchObject({ ok: true, value: { state: 'open', code: null } });
  });

  it('goes nowhere else', () => {
    expect(ran.result.prevented).toBe(1);
    expect(ran.result.opened).toEqual([{ action: 'deny' }, { action: 'deny' }]);
    expect(ran.result.navigations).toEqual(['https://github.com/x/y/issues/1']);
    expect(ran.result.pages).toEqual({ own: 200, outside: 404, other: 404, undecodable: 404 });
  });

  it('lets its page copy text and ask for nothing else', () => {
    const no = { check: false, asked: false };
    expect(ran.result.permissions).toEqual({
      geolocation: no,
      media: no,
      'clipboard-read': no,
      'clipboard-sanitized-write': { check: true, asked: true },
    });
    expect(ran.result.policy).toMatch(/style-src 'self' 'nonce-[^']+'.*frame-ancestors 'none'/);
  });

  it('reaches the services through the proxy the system is set up with', () => {
    expect(ran.result.proxy).toBe('http://proxy.hospital.example:8080');
  });

  it('has a preload with two verbs and nothing else', () => {
    const preload = readFileSync(join(ROOT, 'out', 'preload', 'index.cjs'), 'utf8');
    expect(preload.match(/require\("([^"]+)"\)/g)).toEqual(['require("electron")']);
    expect(preload.match(/exposeInMainWorld/g)).toHaveLength(1);
  });

  it('hands the page what is told, and nothing of Electron with it', () => {
    const preload = readFileSync(join(ROOT, 'out', 'preload', 'index.cjs'), 'utf8');
    const given: Record<string, { on: (listener: (...heard: unknown[]) => void) => void }> = {};
    const listeners: ((...words: unknown[]) => void)[] = [];
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, api: (typeof given)[string]) => (given[name] = api) },
      ipcRenderer: { on: (_channel: string, listener: (typeof listeners)[number]) => listeners.push(listener) },
    };
    runInNewContext(preload, { require: () => electron, exports: {}, module: {} });
    expect(Object.entries(given).map(([name, api]) => [name, Object.keys(api)])).toEqual([['bridge', ['call', 'on']]]);
    const heard: unknown[][] = [];
    given.bridge?.on((...words) => heard.push(words));
    listeners[0]?.({ sender: 'of Electron' }, { event: 'changed' });
    expect(heard).toEqual([[{ event: 'changed' }]]);
  });
});
