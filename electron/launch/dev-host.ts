// The practice desk behind `npm run dev`: a folder for its home, and a port that stays the same across restarts.
import { join } from 'node:path';
import { openInBrowser } from './browser-window.ts';

const [home, port] = process.argv.slice(2);
process.exitCode = await openInBrowser(
  { practice: true, home, port, 'no-open': true },
  { root: join(import.meta.dirname, '..', '..'), endsWithWindow: false, asked: null },
);
