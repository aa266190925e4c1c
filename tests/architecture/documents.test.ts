// What the documents name is there: a tour that leads to a file of yesterday is a wrong turn.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/desk.ts';

const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'electron/README.md', 'tests/README.md'],
  ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`),
];
/** A path from the root in the document's own marks. */
const PATH = /`((?:electron|renderer|tests|drizzle|resources|docs|\.github)\/[^`\s]+)`/g;
/** Stands for many: `electron/cli/commands/NAME.ts`. */
const PATTERN = /\*|\b(?:WING|NAME|X)\b/;

it.each(DOCUMENTS)('%s names only files and folders that are here', (document) => {
  const named = [...readFileSync(join(ROOT, document), 'utf8').matchAll(PATH)].map(([, path = '']) => path);
  expect(named.filter((path) => !PATTERN.test(path) && !existsSync(join(ROOT, path)))).toEqual([]);
});
