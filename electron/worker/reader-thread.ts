// Reads incoming cases in a thread of its own: the longest part of an import, while the backend writes what was read.
import { parentPort } from 'node:worker_threads';
import { collectSoon } from './collect.ts';
import { type ReadOrder, readLot } from './read-lot.ts';

let rules: ReadOrder['rules'] = [];
let isFirst = true;

parentPort?.on('message', (order: ReadOrder) => {
  // The same rules until they change: what was read with them is cached.
  if (JSON.stringify(order.rules) !== JSON.stringify(rules)) rules = order.rules;
  parentPort?.postMessage(readLot({ ...order, rules }));
  if (isFirst) void collectSoon();
  isFirst = false;
});
