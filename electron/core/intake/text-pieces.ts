// A long text, decoded bit by bit, so that no file is held whole. Only for encodings whose every letter says that it is right:
// where one does not, the whole file has to be looked at.
import { wideOrder } from './decode-text.ts';

declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean },
) => { decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string };

/** Bytes as they come, some at a time; the same each time they are asked for. */
export type Bytes = () => Iterable<Uint8Array>;

/** Stands in what is no text in UTF-8 or UTF-16, or has something at its end that is none. */
export class NotInPieces extends Error {}

/** The sign with which DOS ends a text. */
const END_OF_FILE = '\x1A';

export interface TextPieces {
  readonly encoding: 'UTF-8' | 'UTF-16';
  /** @throws NotInPieces */
  readonly pieces: () => Iterable<string>;
}

/** @param head the first bytes */
export function textPieces(bytes: Bytes, head: Uint8Array): TextPieces {
  const wide = wideOrder(head);
  return {
    encoding: wide === null ? 'UTF-8' : 'UTF-16',
    *pieces() {
      const decoder = new TextDecoder(wide ?? 'utf-8', { fatal: true });
      for (const some of bytes()) yield checked(() => decoder.decode(some, { stream: true }));
      yield checked(() => decoder.decode());
    },
  };
}

function checked(decode: () => string): string {
  let text: string;
  try {
    text = decode();
  } catch {
    throw new NotInPieces();
  }
  if (text.includes('\0') || text.includes(END_OF_FILE)) throw new NotInPieces();
  return text;
}
