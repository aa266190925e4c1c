// The window's only way out: two functions, over Electron's preload if available, else over loopback HTTP.

import { type DeskEvent, deskEvent } from '../../electron/contract/calls.ts';
import { type Call, createClient } from '../../electron/contract/client.ts';
import { createHttpTransport } from './http-transport.ts';
import type { Transport } from './transport.ts';

declare global {
  interface Window {
    readonly bridge?: Transport;
  }
}

const bridge: Transport = window.bridge ?? createHttpTransport();

export const call: Call = createClient(bridge.call);

export function onDeskEvent(listener: (event: DeskEvent) => void): () => void {
  return bridge.on((raw) => {
    const event = deskEvent.safeParse(raw);
    if (event.success) listener(event.data);
  });
}
