// The thread of the backend, with one call more: it ends the thread as running out of memory would.
import { parentPort } from 'node:worker_threads';
import { THREAD } from './bundle.ts';

await import(THREAD.href);
parentPort?.on('message', (message: { name?: string }) => {
  if (message.name === 'test.die') process.exit(1);
});
