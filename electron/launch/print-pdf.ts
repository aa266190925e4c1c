// Prints a page to PDF with a headless Chromium.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from './chromium.ts';

const PATIENCE_MS = 60_000;

/** The PDF of a page; null if there is no Chromium, or it failed. The page is kept in a private folder meanwhile. */
export async function printPage(html: string): Promise<Uint8Array | null> {
  const browser = findChromium();
  if (browser === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'tier3-print-'));
  const [page, printed] = [join(folder, 'report.html'), join(folder, 'report.pdf')];
  try {
    writeFileSync(page, html, { mode: 0o600 });
    await run(browser, [
      ...['--headless', '--disable-gpu', '--no-first-run', '--no-pdf-header-footer'],
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${printed}`,
      pathToFileURL(page).href,
    ]);
    return existsSync(printed) ? readFileSync(printed) : null;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function run(browser: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(browser, args, { stdio: 'ignore' });
    const tired = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    const done = () => {
      clearTimeout(tired);
      resolve();
    };
    child.once('error', done);
    child.once('exit', done);
  });
}
