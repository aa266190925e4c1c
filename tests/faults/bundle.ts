// The desk of the fault run as one file each, as the app ships it: it is started some thousand times, and reading its modules
// one by one would take most of the time.
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../support/desk.ts';

/** Two folders deep, as the sources are: what finds the project's root from there finds it from here. */
const ENTRIES = { 'out/fault-desk': 'tests/faults/desk-process.ts', 'out/fault-thread': 'electron/worker/thread.ts' };

/** Builds both; the path of the desk's process. */
export async function bundleDesk(): Promise<string> {
  for (const [outDir, entry] of Object.entries(ENTRIES))
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'error',
      ssr: { noExternal: true, external: ['better-sqlite3'] },
      build: {
        ssr: join(ROOT, entry),
        outDir,
        rollupOptions: { output: { entryFileNames: 'index.js' } },
      },
    });
  return join(ROOT, 'out', 'fault-desk', 'index.js');
}
