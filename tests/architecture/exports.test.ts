// What a file exports somebody imports: a value that only its own file uses is not exported, and what nobody uses is not
// there. A type may also name the shape of what its own file exports.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/desk.ts';

const HOUSE = ['electron', 'renderer'];
const IMPORTERS = [...HOUSE, 'tests', 'drizzle', 'resources'];
const EXPORTED =
  /^export (?:declare )?(?:async )?(const|let|function\*?|class|interface|type|enum) (?:\{ ([^}]+) \}|(\w+))/gm;
const TYPES = /interface|type/;
/** Files whose bytes a training has pinned. */
const PINNED = 'electron/core/scrub/';
const TAKEN = /(?:^|\n)(?:import|export)(?: type)?\s+(?:\w+,\s*)?(\{[^}]*\}|\* as \w+|\*)\s*from '(\.[^']+)'/g;
/** A whole module, loaded later or by its address. */
const WHOLE = /(?:import\(|new URL\(|mock\()\s*'(\.[^']+)'/g;

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|tsx|mjs)$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name));
}

const namesIn = (list: string) =>
  list
    .replace(/[{}]/g, '')
    .split(',')
    .map(
      (one) =>
        one
          .trim()
          .replace(/^type /, '')
          .split(' as ')[0] ?? '',
    )
    .filter((one) => one !== '');

it('every export in electron and renderer is imported somewhere', () => {
  const used = new Set<string>();
  const whole = new Set<string>();
  const beside = ['electron-builder.ts', 'electron.vite.config.ts', 'tests/vitest.config.ts'];
  for (const file of [...IMPORTERS.flatMap(filesIn), ...beside]) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [, names = '', target = ''] of text.matchAll(TAKEN)) {
      const from = join(dirname(file), target);
      if (names.startsWith('*')) whole.add(from);
      else for (const name of namesIn(names)) used.add(`${from} ${name}`);
    }
    for (const [, target = ''] of text.matchAll(WHOLE)) whole.add(join(dirname(file), target));
  }
  const unused = HOUSE.flatMap(filesIn)
    .filter((file) => !whole.has(file) && !file.startsWith(PINNED))
    .flatMap((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      const isTold = (name: string) => (text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0) > 1;
      return [...text.matchAll(EXPORTED)]
        .flatMap(([, kind, several, one]) =>
          (one === undefined ? namesIn(several ?? '') : [one]).map((name) => ({
            name,
            isType: TYPES.test(kind ?? ''),
          })),
        )
        .filter(({ name, isType }) => !used.has(`${file} ${name}`) && !(isType && isTold(name)))
        .map(({ name }) => `${file} ${name}`);
    });
  expect(unused).toEqual([]);
});
