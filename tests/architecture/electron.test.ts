// Points of Electron's security checklist that can be read off the source of the shell: what is never switched on, and what stands in
// one place only. docs/electron-security.md says which point is which.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/desk.ts';

const textsOf = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|html)$/.test(name))
    .map((name) => [`${folder}/${name}`, readFileSync(join(ROOT, folder, name), 'utf8')] as const);
const shell = [...textsOf('electron/main'), ...textsOf('electron/preload')];
const all = [...shell, ...textsOf('renderer')];
const holding = (rule: RegExp, texts = all) => texts.filter(([, text]) => rule.test(text)).map(([file]) => file);
const timesIn = (rule: RegExp) => shell.reduce((sum, [, text]) => sum + (text.match(rule)?.length ?? 0), 0);

describe('the Electron shell', () => {
  it('opens every window sandboxed, isolated, without Node and with web security', () => {
    const windows = timesIn(/new BrowserWindow\(/g);
    const said = [/\bsandbox: true/g, /\bcontextIsolation: true/g, /\bnodeIntegration: false/g, /\bwebSecurity: true/g];
    expect(windows).toBeGreaterThan(0);
    expect(said.map(timesIn)).toEqual(said.map(() => windows));
  });

  it('switches on nothing that Electron leaves off, and makes no guest pages', () => {
    expect(
      holding(
        /allowRunningInsecureContent|experimentalFeatures|BlinkFeatures|nodeIntegrationIn|appendSwitch|ignore-certificate|certificate-error/,
      ),
    ).toEqual([]);
    expect(holding(/webviewTag|allowpopups|<webview|WebContentsView|BrowserView\b/i)).toEqual([]);
  });

  it('loads its own pages and what it composed itself: no file, no address', () => {
    const loaded = shell.flatMap(([, text]) => text.match(/\bload(?:URL|File)\([^)]{0,40}/g) ?? []);
    const own = [/^loadURL\(`\$\{PAGES_URL\}\//, /^loadURL\(`data:text\/html/];
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.filter((one) => !own.some((rule) => rule.test(one)))).toEqual([]);
    expect(holding(/(?:src|href)="http:/, textsOf('renderer'))).toEqual([]);
  });

  it('hands addresses to the system in one place, and asks first', () => {
    expect(holding(/openExternal|openPath/)).toEqual(['electron/main/window.ts']);
    const [, text] = shell.find(([file]) => file === 'electron/main/window.ts')!;
    expect(text).toContain('mayOpen(url).then((yes) => (yes ? shell.openExternal(url) : undefined))');
  });

  it('is built for one exact version of Electron, which the layout is tried with too', () => {
    const { electron } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).devDependencies;
    expect(electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(readFileSync(join(ROOT, 'tests', 'electron-smoke', 'layout.ts'), 'utf8')).toContain(`'${electron}'`);
  });
});
