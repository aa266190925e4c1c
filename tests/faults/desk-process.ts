// A desk at work in a process of its own, to be killed at any instant; or with its backend in a thread of its own, which
// is killed and started again while the process lives on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { createClient } from '../../electron/contract/client.ts';
import type { Reply } from '../../electron/contract/errors.ts';
import { locateHome } from '../../electron/host/home.ts';
import { openKey } from '../../electron/host/key.ts';
import { type DeskOrder, openDesk } from '../../electron/worker/open-desk.ts';
import type { FromThread, ToThread } from '../../electron/worker/worker-client.ts';
import { ROOT } from '../support/desk.ts';
import { finish, regret, repeat, work } from './lead.ts';

const [folder = '', task = 'work', name = '0', text = '', killAfter = '0'] = process.argv.slice(2);
/** Bundled like this process. */
const THREAD = join(ROOT, 'out', 'fault-thread', 'index.js');
const home = locateHome(folder, 'practice');
const key = openKey(home, 'practice', { passphrase: undefined, keychain: null });
const order: DeskOrder = { folder, mode: 'practice', key, root: ROOT, tokens: { github: null, zenhub: null } };

async function inThisThread(act: (call: ReturnType<typeof createClient>) => Promise<void>): Promise<void> {
  const ctx = openDesk(order, () => {});
  console.log('open');
  await act(createClient(ctx.dispatch));
  await ctx.close();
}

/** Calls of a thread that was killed are never answered. */
async function inAThread(part: string, killAfterMs: number | null): Promise<void> {
  const thread = new Worker(THREAD, { workerData: order });
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    thread.once('error', reject);
    thread.on('message', (message: FromThread) => {
      if (message.kind === 'ready') resolve();
      if (message.kind === 'reply') waiting.get(message.id)?.(message.reply);
    });
  });
  console.log('open');
  let nextId = 0;
  const send = (message: ToThread) => thread.postMessage(message);
  const call = createClient((name, input) => {
    nextId += 1;
    const id = nextId;
    send({ kind: 'call', id, name, input });
    return new Promise((resolve) => waiting.set(id, resolve));
  });
  const done = work(call, `${name}${part}`, text);
  if (killAfterMs === null) {
    await done;
    send({ kind: 'close' });
  } else {
    await Promise.race([done, pause(killAfterMs)]);
    await thread.terminate();
    console.log('thread killed');
  }
  await ended;
}

async function clearFaults(): Promise<void> {
  const { github } = JSON.parse(readFileSync(home.practice, 'utf8')) as { github: string };
  await fetch(`${github.replace('/github', '')}/practice/faults/clear`, { method: 'POST' });
}

/** Sends what waits, and nothing else. */
async function send(call: ReturnType<typeof createClient>): Promise<void> {
  for (let round = 0; round < 2; round += 1) await call('sync.now', {});
}

if (task === 'send') await inThisThread(send);
else if (task === 'regret') await inThisThread((call) => regret(call, name, text));
else if (task === 'repeat') await inThisThread((call) => repeat(call, name, text));
else if (task === 'finish') await inThisThread((call) => finish(call, clearFaults));
else if (task === 'thread') {
  await inAThread('a', Number(killAfter));
  await inAThread('b', null);
} else await inThisThread((call) => work(call, name, text));
