// The thread of the backend: the only writer of the database, so that no query ever blocks a window.
import { extname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { makeInThread } from './backups.ts';
import type { DeskOrder } from './open-desk.ts';
import { openDesk } from './open-desk.ts';
import { startReaders } from './readers.ts';
import { adoptSystemNetwork } from './system-network.ts';
import type { FromThread, ToThread } from './worker-client.ts';

if (parentPort === null) throw new Error('thread.ts runs only as a worker thread');
const port = parentPort;
const send = (message: FromThread) => port.postMessage(message);

adoptSystemNetwork();
/** Next to this file, both as source and as built. */
const beside = (name: string) => join(import.meta.dirname, `${name}${extname(import.meta.filename)}`);
const order: DeskOrder = workerData;
const backend = openDesk(order, (event) => send({ kind: 'event', event }), {
  snapshotMaker: makeInThread(beside('snapshot-thread')),
  startReaders: () => startReaders(beside('reader-thread')),
});
backend.start();
send({ kind: 'ready' });

port.on('message', (message: ToThread) => {
  if (message.kind === 'close') {
    void backend.close().finally(() => port.close());
    return;
  }
  void backend.dispatch(message.name, message.input).then((reply) => send({ kind: 'reply', id: message.id, reply }));
});
