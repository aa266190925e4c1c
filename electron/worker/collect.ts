// V8 looks through the old part of a heap for the first time when it holds several times what is in use: until then every row of an
// import leaves something behind. One look at the start sets the limit by what is in use.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: { readonly type: 'major'; readonly execution: 'async' }) => Promise<void>;

/** Collects what this thread no longer uses, soon and beside its work. */
export async function collectSoon(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: Collect | undefined = runInNewContext('globalThis.gc');
  setFlagsFromString('--no-expose-gc');
  await collect?.({ type: 'major', execution: 'async' });
}
