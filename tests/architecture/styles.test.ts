// What a rule asks of its descendants, the browser asks anew whenever one of them changes. Asked of the page or of a list, that
// styled everything again at every move; it is only for a small thing about what stands in it, or for a low window.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/desk.ts';

const ALLOWED: ReadonlySet<string> = new Set(['gallery/gallery.css', 'theme/low.css']);

it('asks no part of the window what stands in it', () => {
  const asking = readdirSync(join(ROOT, 'renderer'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.css') && !ALLOWED.has(name))
    .filter((name) => readFileSync(join(ROOT, 'renderer', name), 'utf8').includes(':has('));
  expect(asking).toEqual([]);
});
