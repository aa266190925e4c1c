// Before the tests of the command line: the desk as plain JavaScript, as it is packaged. They start it some fifty times, and from
// its sources each start takes more than twice the work. Tests of the store start the same commands from the sources.
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundleNode } from '../../electron/launch/package/bundle.ts';
import { ROOT } from './desk.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What `node` starts as the desk. */
    readonly desk?: string;
  }
}

export default async function setUp(project: TestProject): Promise<void> {
  // Two folders deep, as the sources are: it finds the root from where it lies.
  const folder = join(ROOT, 'out', 'desk');
  await bundleNode(ROOT, folder);
  project.provide('desk', join(folder, 'desk.js'));
}
