import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { NONCE_PLACEHOLDER } from './electron/host/page-policy.ts';
import { asciiChunks } from './electron/launch/ascii-chunks.ts';

const at = (...parts: string[]) => join(import.meta.dirname, ...parts);

// Four entries in the main bundle: the window's process, the backend's thread, and the threads that make its snapshots and
// read the cases of a long import.
export default defineConfig({
  main: {
    plugins: [asciiChunks()],
    build: {
      outDir: at('out/main'),
      rollupOptions: {
        input: {
          index: at('electron/main/index.ts'),
          backend: at('electron/worker/thread.ts'),
          'snapshot-thread': at('electron/worker/snapshot-thread.ts'),
          'reader-thread': at('electron/worker/reader-thread.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      // A sandboxed preload can only be one CommonJS file.
      rollupOptions: { input: at('electron/preload/index.ts'), output: { format: 'cjs', entryFileNames: 'index.cjs' } },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    html: { cspNonce: NONCE_PLACEHOLDER },
    build: {
      outDir: at('out/renderer'),
      minify: true,
      chunkSizeWarningLimit: 1_000, // in kB; npm run test:package holds what the first screen loads
      rollupOptions: {
        input: at('renderer/index.html'),
        // The library of the schemas is told not to make code from strings before any other part of the window runs.
        output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|bridge[\\/]no-eval/ }] } },
      },
    },
  },
});
