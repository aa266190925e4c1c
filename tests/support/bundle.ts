// Where bundle-desk.ts puts the desk for the tests that start it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const ROOT = join(import.meta.dirname, '..', '..');
/** Two folders deep, as the sources are: the desk finds the root from where it lies. */
export const BUNDLE = join(ROOT, 'out', 'desk');
/** The command line. */
export const DESK = join(BUNDLE, 'desk.js');
/** The backend's thread. */
export const THREAD = pathToFileURL(join(BUNDLE, 'thread.js'));
/** What is started over and over is compiled once. */
export const COMPILED = join(ROOT, 'node_modules', '.cache', 'desk');
