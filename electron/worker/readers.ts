// The threads that read the cases of a long import: one of its own, and this one while it would otherwise wait. That keeps
// two cores busy, and the scrubber's data is not in memory a third time.
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { CaseReaders } from '../actions/read-incoming.ts';
import { collectSoon } from './collect.ts';
import { type ReadOrder, type ReadReply, readLot } from './read-lot.ts';

/** Some cases of a list, as many as anybody may read at a stretch: what else is asked of the desk waits no longer than that. */
const LOT = 4;
/** Lots the thread has in hand, so that it never waits for the next. */
const IN_HAND = 20;
/** In MB: what is read is forgotten at once, so little room is enough. */
const LIMITS = { maxYoungGenerationSizeMb: 5, maxOldGenerationSizeMb: 256 };
/**
 * How much a heap may grow before what is old is collected, in percent; 0 leaves it to V8, which waits for several times what
 * is in use, so that each row would leave something behind for minutes.
 */
const GROWING = { meanwhile: 10, usual: 0 } as const;

interface Lot extends ReadOrder {
  readonly cases: Parameters<CaseReaders['read']>[0];
  readonly done: (read: ReadReply) => void;
  readonly fail: (error: unknown) => void;
}

/** @param threadFile the path of reader-thread in this build */
export function startReaders(threadFile: string): CaseReaders {
  setFlagsFromString(`--heap-growing-percent=${GROWING.meanwhile}`);
  void collectSoon();
  const worker = new Worker(threadFile, { resourceLimits: LIMITS });
  const waiting: Lot[] = [];
  const inHand: Lot[] = [];
  let failure: Error | null = null;
  let helping: NodeJS.Immediate | null = null;

  function give(): void {
    while (inHand.length < IN_HAND) {
      const lot = waiting.shift();
      if (lot === undefined) return;
      inHand.push(lot);
      // What it does not read stays here.
      const cases = lot.cases.map(({ fields: _, ...one }) => one);
      worker.postMessage({ cases, rules: lot.rules } satisfies ReadOrder);
    }
    helping ??= setImmediate(help);
  }
  function help(): void {
    helping = null;
    const lot = waiting.shift();
    if (lot === undefined) return;
    try {
      lot.done(readLot(lot));
    } catch (error) {
      lot.fail(error);
    }
    if (waiting.length > 0) helping = setImmediate(help);
  }
  function fail(error: Error): void {
    failure = error;
    for (const lot of [...inHand.splice(0), ...waiting.splice(0)]) lot.fail(error);
  }
  worker.on('message', (read: ReadReply) => {
    inHand.shift()?.done(read);
    give();
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread that reads cases ended early')));

  return {
    // One list at work and two waiting, so that both always have some.
    atOnce: 3,
    async read(cases, rules) {
      if (failure !== null) throw failure;
      const lots: Promise<ReadReply>[] = [];
      for (let at = 0; at < cases.length; at += LOT) {
        const { promise, resolve, reject } = Promise.withResolvers<ReadReply>();
        waiting.push({ cases: cases.slice(at, at + LOT), rules, done: resolve, fail: reject });
        lots.push(promise);
      }
      give();
      return (await Promise.all(lots)).flat();
    },
    close() {
      if (helping !== null) clearImmediate(helping);
      setFlagsFromString(`--heap-growing-percent=${GROWING.usual}`);
      return worker.terminate();
    },
  };
}
