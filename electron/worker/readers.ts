// The threads that read the cases of a long import.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CaseReaders, ReadIncoming } from '../actions/read-incoming.ts';

type Cases = Parameters<CaseReaders['read']>[0];
type Rules = Parameters<CaseReaders['read']>[1];

export interface ReadOrder {
  readonly id: number;
  readonly cases: readonly Omit<Cases[number], 'fields'>[];
  readonly rules: Rules;
}

export interface ReadReply {
  readonly id: number;
  readonly read: readonly ReadIncoming[];
}

/** Each holds what the scrubber knows, some tens of MB. */
const MOST = 2;

/** In MB: what is read is forgotten at once, so little room is enough. */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 };

/** @param threadFile the path of reader-thread as it lies in this build */
export function startReaders(threadFile: string): CaseReaders {
  const count = Math.max(1, Math.min(MOST, availableParallelism() - 1));
  const threads = Array.from({ length: count }, () => startThread(threadFile));
  return {
    // One list at work and one waiting for each, so that none is ever idle.
    atOnce: count * 2,
    read(cases, rules) {
      const least = threads.reduce((a, b) => (b.waiting() < a.waiting() ? b : a));
      return least.read(cases, rules);
    },
    close: () => Promise.all(threads.map((thread) => thread.end())),
  };
}

function startThread(file: string) {
  const worker = new Worker(file, { resourceLimits: LIMITS });
  const waiting = new Map<number, PromiseWithResolvers<readonly ReadIncoming[]>>();
  let next = 1;
  let failure: Error | null = null;
  const fail = (error: Error) => {
    failure = error;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  worker.on('message', ({ id, read }: ReadReply) => {
    waiting.get(id)?.resolve(read);
    waiting.delete(id);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread that reads cases ended early')));
  return {
    waiting: () => waiting.size,
    read(cases: Cases, rules: Rules): Promise<readonly ReadIncoming[]> {
      if (failure !== null) return Promise.reject(failure);
      const id = next++;
      const answer = Promise.withResolvers<readonly ReadIncoming[]>();
      waiting.set(id, answer);
      // What it does not read stays here.
      worker.postMessage({ id, cases: cases.map(({ fields: _, ...one }) => one), rules } satisfies ReadOrder);
      return answer.promise;
    },
    end: () => worker.terminate(),
  };
}
