// A very long text is shown truncated until it is expanded.

/** Offsets are UTF-16 code units: text longer than `LONG` is folded near `SHOWN`, at the end of a line or a word. */
const [LONG, SHOWN] = [4_000, 2_500];

/** How much of a text is shown. Text from `needed` on is shown too; null if nothing is needed. */
export function foldAt(text: string, needed: number | null): number {
  if (text.length <= LONG || (needed !== null && needed > SHOWN)) return text.length;
  const line = text.lastIndexOf('\n', SHOWN);
  const at = line > SHOWN / 2 ? line : text.lastIndexOf(' ', SHOWN);
  return at > SHOWN / 2 ? at : SHOWN;
}
