// Identifies a row of a sheet by its content, so that inserted rows or another sheet with the same row numbers change
// nothing.
import { v5 as uuidOf } from 'uuid';

const NAMESPACE = '6b0f9a52-5b9c-4d2e-9f7a-2f4f0c1d8e35';

/** A hash of time, requester and request; it never leaves the store. */
export function contentKeyOf(one: {
  readonly reportedAt: number;
  readonly reporter: string | null;
  readonly text: string;
}): string {
  return uuidOf(Buffer.from(JSON.stringify([one.reportedAt, one.reporter ?? '', one.text.trim()])), NAMESPACE);
}
