// Reads incoming cases in a thread of its own: the longest part of an import, while the backend writes what was read.
import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { readIncoming } from '../actions/read-incoming.ts';
import type { ReadOrder, ReadReply } from './readers.ts';

// Everything else on the machine goes first, the window above all. Only Linux has a priority for a single thread; elsewhere it
// would be the whole desk that steps back.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

let rules: ReadOrder['rules'] = [];

parentPort?.on('message', (order: ReadOrder) => {
  // The same rules until they change: what was read with them is cached.
  if (JSON.stringify(order.rules) !== JSON.stringify(rules)) rules = order.rules;
  parentPort?.postMessage(order.cases.map((one) => readIncoming(one, rules)) satisfies ReadReply);
});
