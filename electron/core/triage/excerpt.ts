// The scrubbed text around a search match, for a row whose title does not show it.

const AROUND = 28;

export function wordsOfSearch(search: string): string[] {
  return search.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Null if the title shows every word, or the text shows none of the others. */
export function excerpt(text: string, title: string, words: readonly string[]): string | null {
  const lacking = words.find((word) => placeOf(title, word) === null);
  const at = lacking === undefined ? null : placeOf(text, lacking);
  if (at === null) return null;
  const [from, to] = [Math.max(0, at - AROUND), at + (lacking?.length ?? 0) + AROUND];
  const cut = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${cut}${to < text.length ? '…' : ''}`;
}

/** Where a word of the text begins with this one; null if none does. */
function placeOf(text: string, word: string): number | null {
  const at = text.search(new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'iu'));
  return at === -1 ? null : at;
}
