// One random damage of one file of a home.
import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from '../faults/chance.ts';

export interface Damage {
  readonly file: 'desk.db' | 'desk.db-wal' | 'desk.db-commits' | 'home.json';
  readonly what: 'flip' | 'block' | 'cut' | 'loss' | 'older copy';
}

const BLOCK = 4_096;
/** The store and its log are most of a home. */
const FILES = ['desk.db', 'desk.db', 'desk.db', 'desk.db-wal', 'desk.db-wal', 'desk.db-commits', 'home.json'] as const;

/** @param older a home of before; its files stand in for copies that somebody put back. */
export function damageHome(home: string, older: string, chance: Chance): Damage {
  const there = FILES.filter((name) => existsSync(join(home, name)));
  const file = chance.pick(there);
  const path = join(home, file);
  const bytes = readFileSync(path);
  const kinds = ['flip', 'flip', 'flip', 'block', 'block', 'cut', 'cut', 'loss'] as const;
  // Of a key note there is only one; and a count of before beside newer rows counts them anew.
  const mayBeOlder = file === 'desk.db' && existsSync(join(home, 'desk.db-wal'));
  const what = mayBeOlder && chance.next() < 0.1 ? 'older copy' : chance.pick(kinds);
  const at = chance.between(0, Math.max(1, bytes.length));
  switch (what) {
    case 'flip':
      bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.between(0, 8));
      writeFileSync(path, bytes);
      break;
    case 'block':
      bytes.fill(0, at - (at % BLOCK), Math.min(bytes.length, at - (at % BLOCK) + BLOCK));
      writeFileSync(path, bytes);
      break;
    case 'cut':
      truncateSync(path, at);
      break;
    case 'loss':
      rmSync(path);
      break;
    case 'older copy':
      copyFileSync(join(older, file), path);
      rmSync(`${path}-wal`);
  }
  return { file, what };
}
