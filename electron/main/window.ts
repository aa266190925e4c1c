// The one window: sandboxed, isolated, without Node, and limited to the desk's own pages.
import { join } from 'node:path';
import { BrowserWindow, shell } from 'electron';
import { PAGES_URL } from './pages.ts';

/** `mayOpen` decides which pages may be opened in the system's browser. */
export function openWindow(mayOpen: (page: string) => Promise<boolean>): BrowserWindow {
  const window = new BrowserWindow({
    width: 1360,
    height: 820,
    minWidth: 900,
    minHeight: 560,
    show: false,
    title: 'Tier3 Desk',
    webPreferences: {
      preload: join(import.meta.dirname, '..', 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false, // A spellchecker may send text to a service.
    },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.setWindowOpenHandler(({ url }) => {
    void mayOpen(url).then((yes) => (yes ? shell.openExternal(url) : undefined));
    return { action: 'deny' };
  });
  const { session } = window.webContents;
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(isAllowed(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  void window.loadURL(`${PAGES_URL}/index.html`);
  return window;
}

/** The window copies text by itself and needs no other permission. Electron grants requests by default. */
function isAllowed(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}
