// What the documents name is there: a tour that leads to a file of yesterday is a wrong turn.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/desk.ts';

const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'tests/README.md', 'renderer/README.md'],
  ...['electron/README.md', 'electron/actions/README.md', 'electron/store/README.md'],
  ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`),
];
/** A path from the root in the document's own marks. */
const PATH = /`((?:electron|renderer|tests|drizzle|resources|docs|\.github)\/[^`\s]+)`/g;
/** A file by its name alone: it stands in a folder named before it, or in the document's own. */
const NAME_ALONE = /`([\w.-]+\.(?:ts|tsx|mjs|json))`/g;
/** Stands for many: `electron/cli/commands/NAME.ts`. */
const PATTERN = /\*|\b(?:WING|NAME|X)\b/;

it.each(DOCUMENTS)('%s names only files and folders that are here', (document) => {
  const named = [...readFileSync(join(ROOT, document), 'utf8').matchAll(PATH)].map(([, path = '']) => path);
  expect(named.filter((path) => !PATTERN.test(path) && !existsSync(join(ROOT, path)))).toEqual([]);
});

/** Documents that name files by their name alone, and where those are. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  'CONTRIBUTING.md': ['.', 'electron', 'renderer', 'tests', 'drizzle'],
  'electron/actions/README.md': ['electron/actions'],
  'electron/store/README.md': ['electron/store'],
  'renderer/README.md': ['renderer'],
};
const filesOf = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: folder !== '.', encoding: 'utf8' }).map((name) => basename(name));

it.each(Object.entries(BESIDE))('%s names no file of yesterday by its name alone', (document, folders) => {
  const here = new Set(folders.flatMap(filesOf));
  const named = [...readFileSync(join(ROOT, document), 'utf8').matchAll(NAME_ALONE)].map(([, name = '']) => name);
  expect(named.filter((name) => !PATTERN.test(name) && !here.has(name))).toEqual([]);
});

it.each(['electron/actions', 'electron/store', 'renderer'])(
  'the README of %s names every folder and file in it',
  (room) => {
    const text = readFileSync(join(ROOT, room, 'README.md'), 'utf8');
    const beside = readdirSync(join(ROOT, room)).filter((name) => /^[\w-]+(\.tsx?)?$/.test(name));
    expect(beside.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  },
);
