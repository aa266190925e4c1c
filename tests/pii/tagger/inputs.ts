// A fingerprint of everything the weights are made from, so that a test can tell stale ones without learning anew.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** The sentences, the values, what learns and reads the features, and the lists they ask. The rules may change a little between two learnings. */
const FOLDERS = ['tests/pii/hands', 'tests/pii/makers', 'tests/pii/tagger'];
const FILES = [
  'tests/pii/hands.ts',
  ...[
    ...['chain', 'clues', 'features', 'hash', 'looks', 'odds', 'parts', 'roles', 'tokens'].map(
      (name) => `tagger/${name}.ts`,
    ),
    ...['domain-words.ts', 'lists.json', 'lists.ts', 'things.ts'].map((name) => `names/${name}`),
    'label-words.ts',
  ].map((file) => `electron/core/scrub/${file}`),
];

/** What only weighs what the learned weights say. */
const SECOND_LOOK = /\/(?:boost|calibrate|clues|odds|held-out|kept-models|train-scrubber)\.ts$/;

/** Of everything; or, with `learned`, only of what the model itself is learned from. */
export function inputsHash(of: 'all' | 'learned' = 'all'): string {
  const hash = createHash('sha256');
  const files = [
    ...FOLDERS.flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`)),
    ...FILES,
  ];
  for (const file of files.sort())
    if (of === 'all' || !SECOND_LOOK.test(file)) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}
