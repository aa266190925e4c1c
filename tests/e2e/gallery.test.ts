// The component gallery of `npm run dev`: it opens, every theme is without axe findings, and no package contains it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { ROOT } from '../support/desk.ts';

let browser: Browser;
let server: ViteDevServer;
let address: string;

beforeAll(async () => {
  browser = await openBrowser();
  server = await createServer({
    root: join(ROOT, 'renderer'),
    configFile: false,
    cacheDir: join(ROOT, 'node_modules', '.cache', 'vite-gallery'),
    plugins: [react()],
    server: { host: '127.0.0.1', port: 0, hmr: false },
    logLevel: 'error',
  });
  await server.listen();
  address = `${server.resolvedUrls?.local[0]}gallery/`;
});

afterAll(async () => {
  await server.close();
  await browser.close();
});

it.each(['light', 'dark', 'contrast'])('is without axe findings in %s', async (theme) => {
  const page = await browser.newPage({ viewport: { width: 800, height: 900 } });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  // The first page waits for Vite to prepare the libraries.
  await page.goto(`${address}?theme=${theme}`, { waitUntil: 'commit' });
  await page.getByRole('region', { name: 'TimeLeft' }).waitFor({ timeout: 60_000 });
  await page.getByRole('region', { name: 'Markdown' }).getByRole('table').waitFor();
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/gallery-${theme}.png`, fullPage: true });
  expect(await violations(page)).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});

it('shows every theme side by side', async () => {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  await page.goto(address, { waitUntil: 'commit' });
  for (const name of ['Light', 'Dark', 'High contrast'])
    await page.frameLocator(`iframe[title="${name}"]`).getByRole('heading', { name, level: 1 }).waitFor();
  expect(page.frames()).toHaveLength(4);
  await page.close();
});

it('is no entry of the build', () => {
  const config = readFileSync(join(ROOT, 'electron.vite.config.ts'), 'utf8');
  expect(config).toContain("input: at('renderer/index.html')");
  expect(config).not.toContain('gallery');
});
