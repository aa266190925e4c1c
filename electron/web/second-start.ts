// A desk that is open already is found by its next start, which opens one more window of it instead of a second desk on
// the same home. Both read one secret in the home, which only their user can: each proves to know it. Neither it nor
// what is asked for crosses the port in clear, since after a crash anybody may listen there.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Asked, asked, type RunningNote, runningNote, startAnswer, startQuestion } from '../contract/asked.ts';
import { codeOf } from '../contract/errors.ts';
import { openBox, sealBox } from '../host/seal-key.ts';

export const SECOND_START_PATH = '/api/second-start';

const fileIn = (folder: string) => join(folder, 'running.json');
const prove = (secret: string, ...words: readonly string[]) =>
  createHmac('sha256', secret).update(JSON.stringify(words)).digest('base64url');

function isProof(given: string, wanted: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const askedKey = (secret: string) => createHmac('sha256', secret).update('asked').digest('hex');
const sealAsked = (secret: string, wanted: Asked | null) =>
  sealBox(Buffer.from(JSON.stringify(wanted)), askedKey(secret), 'asked').toString('base64');

/** @returns what is asked for; undefined for what was sealed under another secret or cannot be asked for */
function openAsked(secret: string, sealed: string): Asked | null | undefined {
  const box = openBox(Buffer.from(sealed, 'base64'), askedKey(secret), 'asked');
  return box === null ? undefined : asked.nullable().safeParse(JSON.parse(box.toString())).data;
}

export interface Door {
  /** @returns what the later start is told; null for whoever does not know the secret */
  answer(body: unknown): { readonly address: string; readonly proof: string } | null;
  close(): void;
}

/**
 * Lets later starts find this desk. @param folder of the window, closed to others
 * @param welcome hears what was asked, and gives the address of one more window
 */
export function openDoor(folder: string, port: number, welcome: (wanted: Asked | null) => string): Door {
  const secret = randomBytes(32).toString('base64url');
  rmSync(fileIn(folder), { force: true });
  writeFileSync(fileIn(folder), JSON.stringify({ port, secret }), { mode: 0o600, flag: 'wx' });
  return {
    answer(body) {
      const given = startQuestion.safeParse(body);
      if (!given.success) return null;
      const { nonce, asked: sealed, proof } = given.data;
      if (!isProof(proof, prove(secret, 'question', nonce, sealed))) return null;
      const wanted = openAsked(secret, sealed);
      if (wanted === undefined) return null;
      const address = welcome(wanted);
      return { address, proof: prove(secret, 'answer', nonce, address) };
    },
    close: () => rmSync(fileIn(folder), { force: true }),
  };
}

/** The address of one more window of the desk that is open on this home; null when none is. */
export async function askRunning(folder: string, wanted: Asked | null): Promise<string | null> {
  const running = readNote(folder);
  if (running === null) return null;
  const { port, secret } = running;
  const nonce = randomBytes(16).toString('base64url');
  const sealed = sealAsked(secret, wanted);
  const proof = prove(secret, 'question', nonce, sealed);
  try {
    const reply = await fetch(`http://127.0.0.1:${port}${SECOND_START_PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ nonce, asked: sealed, proof }),
      signal: AbortSignal.timeout(10_000),
    });
    const given = startAnswer.safeParse(await reply.json());
    if (!given.success) return null;
    const { address } = given.data;
    return isProof(given.data.proof, prove(secret, 'answer', nonce, address)) ? address : null;
  } catch {
    return null; // nobody listens there any more, or something else does
  }
}

function readNote(folder: string): RunningNote | null {
  try {
    const found = runningNote.safeParse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
    return found.success ? found.data : null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}
