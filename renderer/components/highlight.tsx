// The words of a search, marked where they begin a word of the text; the search itself matches the same way.
export function Highlight({ text, search }: { text: string; search: string }) {
  const words = search.match(/[\p{L}\p{N}]+/gu);
  if (words === null) return text;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})`, 'giu');
  // Splitting by a group gives every second piece to the matches.
  return text.split(pattern).map((piece, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name
      <mark key={at}>{piece}</mark>
    ) : (
      piece
    ),
  );
}
