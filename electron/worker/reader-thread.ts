// Reads incoming cases in a thread of its own: the longest part of an import, while the backend writes what was read.
import { parentPort } from 'node:worker_threads';
import { readIncoming } from '../actions/read-incoming.ts';
import { collectSoon } from './collect.ts';
import type { ReadOrder, ReadReply } from './readers.ts';

let rules: ReadOrder['rules'] = [];
let isFirst = true;

parentPort?.on('message', (order: ReadOrder) => {
  // The same rules until they change: what was read with them is cached.
  if (JSON.stringify(order.rules) !== JSON.stringify(rules)) rules = order.rules;
  parentPort?.postMessage(order.cases.map((one) => readIncoming(one, rules)) satisfies ReadReply);
  if (isFirst) void collectSoon();
  isFirst = false;
});
