// Awkward but ordinary files, each read right or refused with place, reason and what to do; nothing personal in any message.
import { expect, it } from 'vitest';
import { drain } from '../../../electron/core/intake/opened-export.ts';
import { openFile, readFile } from '../../../electron/core/intake/read-file.ts';
import { AWKWARD_FILES } from '../../support/awkward/csv-files.ts';
import { AWKWARD_WORKBOOKS } from '../../support/awkward/workbooks.ts';
import { PERSON } from '../../support/awkward/write.ts';

it.each([...AWKWARD_FILES, ...AWKWARD_WORKBOOKS].map((file) => [file.name, file] as const))('%s', async (_, file) => {
  const read = await readFile(file.bytes, { timeZone: 'UTC' });
  if (!read.ok) {
    expect(read.reason).toMatch(file.refused ?? /^nothing: the file is good$/);
    expect(read.reason).not.toContain(PERSON.split(' ')[1]);
    return;
  }
  const [first] = read.cases;
  expect({
    refused: undefined,
    brings: read.cases.map((one) => one.reference),
    rejects: read.rejected.map(({ row, column }) => [row, column]),
  }).toEqual({ refused: file.refused, brings: file.brings, rejects: file.rejects ?? [] });
  if (file.says !== undefined) expect(first?.text).toBe(file.says);
  if (file.at !== undefined) expect(new Date(first!.reportedAt).toISOString()).toBe(file.at.replace('Z', '.000Z'));
  if (file.notes !== undefined) expect(read.notes.join(' ')).toMatch(file.notes);
  expect(JSON.stringify([read.rejected, read.notes])).not.toContain(PERSON.split(' ')[1]);
});

/** Cuts letters, quotes and line ends in two. */
function* inPieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < Math.max(1, bytes.length); at += size) yield bytes.subarray(at, at + size);
}

it.each([37, 256 * 1024])('read the same in pieces of %d bytes', async (size) => {
  for (const { name, bytes } of AWKWARD_FILES) {
    const whole = await readFile(bytes, { timeZone: 'UTC' });
    if (!whole.ok) Reflect.deleteProperty(whole, 'problem');
    const read = await openFile(
      () => inPieces(bytes, size),
      { timeZone: 'UTC' },
      async () => {},
    ).then(drain, ({ message }: Error) => ({
      ok: false,
      reason: message,
    }));
    expect({ name, ...read }).toEqual({ name, ...whole });
  }
});
