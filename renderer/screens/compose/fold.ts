// A very long text is shown by its beginning, until it is opened.

/** Offsets are UTF-16 code units: what is longer than `LONG` is folded near `SHOWN`, at the end of a line or a word. */
const [LONG, SHOWN] = [4_000, 2_500];

/** Up to where a text is shown. What begins at `needed` and ends there is shown too; null where nothing is needed. */
export function foldAt(text: string, needed: number | null): number {
  if (text.length <= LONG || (needed !== null && needed > SHOWN)) return text.length;
  const line = text.lastIndexOf('\n', SHOWN);
  const at = line > SHOWN / 2 ? line : text.lastIndexOf(' ', SHOWN);
  return at > SHOWN / 2 ? at : SHOWN;
}
