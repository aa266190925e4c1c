// The window's only way out: two verbs, over Electron's preload where there is one, else over loopback HTTP.

import { type DeskEvent, deskEvent } from '../../electron/contract/calls.ts';
import { type Call, createClient } from '../../electron/contract/client.ts';
import type { Reply } from '../../electron/contract/errors.ts';

export interface Bridge {
  readonly call: (name: string, input: unknown) => Promise<Reply<unknown>>;
  readonly on: (listener: (event: unknown) => void) => () => void;
}

declare global {
  interface Window {
    readonly bridge?: Bridge;
  }
}

async function callOverHttp(name: string, input: unknown): Promise<Reply<unknown>> {
  try {
    const response = await fetch(`/api/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    if (response.status === 401)
      return failed(
        'locked',
        'This window is no longer signed in to the desk. Open it with the address the desk printed.',
      );
    return (await response.json()) as Reply<unknown>;
  } catch {
    return failed('offline', 'The desk was closed. Start it again; everything entered is saved.');
  }
}

function failed(kind: 'locked' | 'offline', message: string): Reply<never> {
  return { ok: false, error: { kind, message, details: {} } };
}

const listeners = new Set<(event: unknown) => void>();
let source: EventSource | null = null;

/** All listeners share one stream: a browser allows few connections to one host. */
function listenOverHttp(listener: (event: unknown) => void): () => void {
  listeners.add(listener);
  if (source === null) {
    source = new EventSource('/api/events');
    source.onmessage = (message) => {
      const event: unknown = JSON.parse(message.data);
      for (const each of listeners) each(event);
    };
  }
  return () => void listeners.delete(listener);
}

const bridge: Bridge = window.bridge ?? { call: callOverHttp, on: listenOverHttp };

export const call: Call = createClient(bridge.call);

export function onDeskEvent(listener: (event: DeskEvent) => void): () => void {
  return bridge.on((raw) => {
    const event = deskEvent.safeParse(raw);
    if (event.success) listener(event.data);
  });
}
