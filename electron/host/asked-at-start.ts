// What a start of the desk was given on its command line, by a person, a link in a browser or a file manager.
import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Asked, readLink } from '../contract/asked.ts';
import { AppError } from '../contract/errors.ts';

/**
 * @param words links of the desk, paths or file: addresses; the first of them counts
 * @param from the folder a path is read from
 * @throws AppError `invalid` when the first is neither a link of the desk nor a file
 */
export function askedAtStart(words: readonly string[], from: string): Asked | null {
  const [first] = words;
  if (first === undefined) return null;
  const link = readLink(first);
  if (link !== null) return link;
  const path = pathOf(first, from);
  if (path === null || statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
    throw new AppError('invalid', 'The desk opens its own links (tier3desk://case/…) and exports that are files here.');
  return { kind: 'file', name: basename(path), path };
}

function pathOf(words: string, from: string): string | null {
  if (!/^[a-z][a-z\d+.-]+:/i.test(words) || /^[a-z]:[\\/]/i.test(words)) return resolve(from, words);
  try {
    return words.startsWith('file:') ? fileURLToPath(words) : null;
  } catch {
    return null;
  }
}
