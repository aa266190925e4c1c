// Models that only judge, kept between two runs: a rule or a threshold is judged anew without learning anew. The key says what
// they were made from.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filledOf } from '../../../electron/core/scrub/tagger/filled.ts';
import type { Weights } from '../../../electron/core/scrub/tagger/model.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'scrubber');

/** The model kept under a key, or the one that `make` makes, which is kept from then on. */
export function keptModel(key: readonly string[], make: () => Weights): Weights {
  const file = join(FOLDER, `${createHash('sha256').update(key.join('\n')).digest('hex').slice(0, 32)}.json`);
  if (existsSync(file)) return fromText(readFileSync(file, 'utf8'));
  const made = make();
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, toText(made));
  return made;
}

function toText({ scale, moves, filled, rows }: Weights): string {
  return JSON.stringify({
    scale,
    moves: [...moves],
    filled: Buffer.from(filled.bits.buffer).toString('base64'),
    rows: Buffer.from(rows.buffer).toString('base64'),
  });
}

function fromText(text: string): Weights {
  const { scale, moves, filled, rows } = JSON.parse(text);
  return {
    scale,
    moves: Float64Array.from(moves),
    filled: filledOf(new Uint32Array(bytes(filled).buffer)),
    rows: new Int32Array(bytes(rows).buffer),
  };
}

const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));
