// The window's calls over IPC. Only the desk's own page in its own frame gets an answer.
import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { DeskEvent } from '../contract/calls.ts';
import type { Dispatch } from '../contract/dispatch.ts';
import type { Reply } from '../contract/errors.ts';
import { PAGES_URL } from './pages.ts';

const STRANGER: Reply<never> = {
  ok: false,
  error: { kind: 'refused', message: 'Only the desk itself may call.', details: {} },
};

function isOwnPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${PAGES_URL}/`);
}

export function registerCalls(dispatch: Dispatch): void {
  ipcMain.handle('desk:call', (event, name: unknown, input: unknown) =>
    isOwnPage(event) && typeof name === 'string' ? dispatch(name, input) : STRANGER,
  );
}

export function sendEvent(window: BrowserWindow | null, event: DeskEvent): void {
  if (window !== null && !window.isDestroyed()) window.webContents.send('desk:event', event);
}
