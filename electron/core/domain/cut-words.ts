// Truncates scrubbed text at the end of a word, and never inside a placeholder, half of which would read like a word.

/** A placeholder without its closing bracket. */
const HALF = /\[[A-Z][A-Z0-9 _/-]{0,40}$/;

/** At most `most` UTF-16 code units, and "…" if anything was cut. */
export function cutWords(words: string, most: number): string {
  if (words.length <= most) return words;
  const cut = words.slice(0, most);
  const half = HALF.exec(cut);
  const whole = half === null ? cut : cut.slice(0, half.index);
  const ends = half !== null || /\s/.test(words.charAt(most));
  const end = ends ? -1 : Math.max(whole.lastIndexOf(' '), whole.lastIndexOf('\n'));
  const kept = (end > 0 ? whole.slice(0, end) : whole).trimEnd();
  return `${kept}…`;
}
