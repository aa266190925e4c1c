// The desk of the damage run as one file: it is started some hundred times.
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../support/desk.ts';

/** Two folders deep, as the sources are: what finds the project's root from there finds it from here. */
const OUT = 'out/damage-desk';

/** The path of the process. */
export async function bundleDamage(): Promise<string> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: join(ROOT, 'tests/damage/desk-process.ts'),
      outDir: OUT,
      rollupOptions: { output: { entryFileNames: 'index.js' } },
    },
  });
  return join(ROOT, OUT, 'index.js');
}
