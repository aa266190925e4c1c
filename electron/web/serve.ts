// The loopback web host: the same desk in an ordinary browser window, for machines without Electron and for the tests.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Asked } from '../contract/asked.ts';
import type { DeskEvent } from '../contract/calls.ts';
import type { Mode } from '../host/home.ts';
import { createGateway } from '../worker/gateway.ts';
import type { DeskOrder } from '../worker/open-desk.ts';
import type { PrintPage } from '../worker/print-report.ts';
import { startWorker } from '../worker/worker-client.ts';
import { createWebApp } from './app.ts';
import { type Door, openDoor } from './second-start.ts';
import { createSession } from './session.ts';

export interface WebHostOptions {
  readonly root: string;
  /** The backend's thread in this build; its source when omitted. */
  readonly thread?: URL;
  readonly folder: string | undefined;
  /** Opens the desk at once, without the first screen. */
  readonly open: Mode | undefined;
  readonly port: number;
  readonly passphrase: string | undefined;
  readonly tokens: DeskOrder['tokens'];
  readonly clockOffsetMs?: number;
  /** What the window shall show first. */
  readonly asked?: Asked | null;
  /** The window's folder, by which later starts find this desk; without it they do not. */
  readonly windowFolder?: string;
  readonly startPractice: (order: DeskOrder) => Promise<() => Promise<void>>;
  /** Turns a page into a PDF; without it there is no browser that prints. */
  readonly print?: PrintPage;
  /** Called when the last window has been gone long enough to have been closed rather than reloaded. */
  readonly onDeserted?: () => void;
}

export interface WebHost {
  /** With the one-time token after the `#`. */
  readonly address: string;
  close(): Promise<void>;
}

/** A reloaded window is back sooner. */
const DESERTED_MS = 10_000;

/** Starts the host. @throws AppError when the desk cannot be opened, NodeJS error when the port is taken. */
export async function serveDesk(options: WebHostOptions): Promise<WebHost> {
  const listeners = new Set<(event: DeskEvent) => void>();
  const announce = (event: DeskEvent) => {
    for (const listener of listeners) listener(event);
  };
  const { folder, root, passphrase, tokens, startPractice, print } = options;
  const thread = options.thread ?? new URL('../worker/thread.ts', import.meta.url);
  const gateway = createGateway({
    host: { name: 'browser', can: { tray: false, globalShortcut: false, nativeNotify: false } },
    keychain: null,
    passphrase,
    folder,
    root,
    tokens,
    clockOffsetMs: options.clockOffsetMs ?? 0,
    start: (order, listeners) => startWorker(thread, order, listeners),
    startPractice,
    announce,
    print,
  });
  if (options.open !== undefined) await gateway.open(options.open);

  if (options.asked) gateway.ask(options.asked);

  const session = createSession();
  let door: Door | null = null;
  let port = options.port;
  let deserted: NodeJS.Timeout | undefined;
  const app = createWebApp({
    session,
    port: () => port,
    dispatch: gateway.dispatch,
    secondStart: (body) => door?.answer(body) ?? null,
    onEvent: (listener) => {
      listeners.add(listener);
      clearTimeout(deserted);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(deserted);
        deserted = setTimeout(() => options.onDeserted?.(), DESERTED_MS).unref();
      };
    },
    pages: join(root, 'out', 'renderer'),
  });
  // The window closes its connections: one that ended here at the moment of a call would break it.
  const server = createServer({ keepAliveTimeout: 0 }, getRequestListener(app.fetch));
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    await gateway.close();
    throw error;
  }
  const bound = server.address();
  if (bound !== null && typeof bound === 'object') port = bound.port;
  const invite = () => `http://127.0.0.1:${port}/#token=${session.invite()}`;
  if (options.windowFolder !== undefined)
    door = openDoor(options.windowFolder, port, (asked) => {
      if (asked !== null) gateway.ask(asked);
      return invite();
    });
  return {
    address: invite(),
    close: async () => {
      door?.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await gateway.close();
    },
  };
}
