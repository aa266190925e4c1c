// The thread that reads the cases of a long import, while the backend's own writes what was read: two cores are busy. The backend's
// reads none of them, or the scrubber's code and all it remembers would be in memory once more, for a tenth of the pace.
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { CaseReaders } from '../actions/read-incoming.ts';
import { collectSoon } from './collect.ts';
import type { ReadOrder, ReadReply } from './reader-thread.ts';

/** In MB: what is read is forgotten at once, so little room is enough. */
const LIMITS = { maxYoungGenerationSizeMb: 5, maxOldGenerationSizeMb: 256 };
/**
 * How much a heap may grow before what is old is collected, in percent; 0 leaves it to V8, which waits for several times what
 * is in use, so that each row would leave something behind for minutes.
 */
const GROWING = { meanwhile: 10, usual: 0 } as const;

/** @param threadFile the path of reader-thread in this build */
export function startReaders(threadFile: string): CaseReaders {
  setFlagsFromString(`--heap-growing-percent=${GROWING.meanwhile}`);
  void collectSoon();
  const worker = new Worker(threadFile, { resourceLimits: LIMITS });
  const inHand: PromiseWithResolvers<ReadReply>[] = [];
  let failure: Error | null = null;

  function fail(error: Error): void {
    failure = error;
    for (const { reject } of inHand.splice(0)) reject(error);
  }
  worker.on('message', (read: ReadReply) => inHand.shift()?.resolve(read));
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread that reads cases ended early')));

  return {
    // One list at work and two waiting, so that the thread always has some.
    atOnce: 3,
    async read(cases, rules) {
      if (failure !== null) throw failure;
      const reply = Promise.withResolvers<ReadReply>();
      inHand.push(reply);
      // What it does not read stays here.
      worker.postMessage({ cases: cases.map(({ fields: _, ...one }) => one), rules } satisfies ReadOrder);
      return reply.promise;
    },
    close() {
      setFlagsFromString(`--heap-growing-percent=${GROWING.usual}`);
      return worker.terminate();
    },
  };
}
