// Scrubbed words cut to a length: at the end of a word, and never inside a placeholder, whose half would read like a word.

/** A placeholder that is not closed. */
const HALF = /\[[A-Z][A-Z0-9 _/-]{0,40}$/;

/** At most `most` UTF-16 code units, and "…" where something is left out. */
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
