// The desktop app: one window, one tray icon, one instance. It contains no domain rules.
import { join } from 'node:path';
import { app, type BrowserWindow, globalShortcut, powerMonitor } from 'electron';
import type { Asked } from '../contract/asked.ts';
import type { DeskEvent } from '../contract/calls.ts';
import { createClient } from '../contract/client.ts';
import { mayOpen } from '../core/domain/github-host.ts';
import { modeAtStart } from '../host/home.ts';
import { tokensFrom } from '../host/tokens.ts';
import { startPractice } from '../practice/start.ts';
import { createGateway } from '../worker/gateway.ts';
import { startWorker } from '../worker/worker-client.ts';
import { onAsked, readCommandLine } from './asked.ts';
import { registerCalls, sendEvent } from './calls.ts';
import { findKeychain } from './keychain.ts';
import { registerPages, servePages } from './pages.ts';
import { printPage } from './print-page.ts';
import { adoptSystemProxy } from './system-proxy.ts';
import { createTray } from './tray.ts';
import { openWindow } from './window.ts';

const { values: flags } = readCommandLine(process.argv);

/** A global shortcut: log a case in one line. */
const QUICK_LOG = 'CommandOrControl+Alt+L';

let window: BrowserWindow | null = null;
let mayOpenPage = async (page: string) => mayOpen(page, []);

function showWindow(): void {
  if (window === null || window.isDestroyed()) window = openWindow(mayOpenPage);
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

async function start(): Promise<void> {
  // What is asked before there is a desk waits for it.
  const early: Asked[] = [];
  let show = (asked: Asked) => void early.push(asked);
  let again = () => {};
  onAsked(
    (asked) => show(asked),
    () => again(),
  );
  await app.whenReady();
  await adoptSystemProxy();
  const root = app.getAppPath();
  servePages(join(root, 'out', 'renderer'));
  const showTray = createTray(join(root, 'resources', 'icons'), {
    showWindow,
    openCase(caseId) {
      showWindow();
      sendEvent(window, { event: 'open-case', caseId });
    },
  });
  const announce = (event: DeskEvent) => {
    if (event.event === 'tray') showTray(event);
    else sendEvent(window, event);
  };
  const passphrase = process.env.TIER3_DESK_PASSPHRASE;
  const folder = typeof flags.home === 'string' ? flags.home : undefined;
  const gateway = createGateway({
    host: { name: 'electron', can: { tray: true, globalShortcut: true, nativeNotify: true } },
    keychain: findKeychain(),
    passphrase,
    folder,
    root,
    tokens: tokensFrom(process.env),
    clockOffsetMs: 0,
    start: (order, listeners) => startWorker(join(import.meta.dirname, 'backend.js'), order, listeners),
    startPractice,
    announce,
    print: printPage,
  });
  show = (asked) => {
    gateway.ask(asked);
    showWindow();
    sendEvent(window, { event: 'asked' });
  };
  for (const asked of early) gateway.ask(asked);
  // The GitHub hosts the desk is signed in to determine which pages may be opened.
  mayOpenPage = async (page) => {
    const call = createClient(gateway.dispatch);
    const addresses = await call('services.get', {}).then(
      ({ github, otherGitHubs }) => [...(github === null ? [] : [github]), ...otherGitHubs].map((one) => one.address),
      () => [],
    );
    return mayOpen(page, addresses);
  };
  const atStart = modeAtStart(folder, { practice: flags.practice === true, passphrase });
  // If the passphrase is wrong, the window says so and asks for it.
  if (atStart !== undefined)
    await gateway.open(atStart).catch((error: Error) => process.stderr.write(`${error.message}\n`));
  registerCalls(gateway.dispatch);
  showWindow();

  globalShortcut.register(QUICK_LOG, () => {
    showWindow();
    sendEvent(window, { event: 'quick-log' });
  });
  // After waking or unlocking the machine, people first prove that the desk is theirs.
  const lock = () => void gateway.lock();
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  again = showWindow;
  app.on('activate', showWindow);
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void gateway.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

registerPages();
if (app.requestSingleInstanceLock()) void start();
else app.quit();

// With a tray icon, the desk keeps running when its window is closed; "Quit" is in the tray's menu.
app.on('window-all-closed', () => {});
