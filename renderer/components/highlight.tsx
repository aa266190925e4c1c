// Highlights the words of a search at the beginning of words in a text, which is how the search matches.
export function Highlight({ text, search }: { text: string; search: string }) {
  const words = search.match(/[\p{L}\p{N}]+/gu);
  if (words === null) return text;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})`, 'giu');
  // Splitting by a capturing group puts the matches at every odd index.
  return text.split(pattern).map((piece, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name
      <mark key={at}>{piece}</mark>
    ) : (
      piece
    ),
  );
}
