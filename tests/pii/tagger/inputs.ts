// A fingerprint of everything the weights are made from, so that a test can tell stale ones without learning anew.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** The sentences, the values and what learns and reads the features. The rules may change a little between two learnings. */
const FOLDERS = ['tests/pii/hands', 'tests/pii/makers', 'tests/pii/tagger'];
const FILES = [
  'tests/pii/hands.ts',
  ...['chain', 'features', 'hash', 'looks', 'odds', 'roles', 'tokens'].map(
    (name) => `electron/core/scrub/tagger/${name}.ts`,
  ),
];

export function inputsHash(): string {
  const hash = createHash('sha256');
  const files = [
    ...FOLDERS.flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`)),
    ...FILES,
  ];
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}
