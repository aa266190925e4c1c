// Removes unpaired brackets, which truncating a title leaves behind.

const OPENS: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** Without unpaired parentheses and square brackets. */
export function withPairedBrackets(text: string): string {
  const open: { readonly sign: string; readonly at: number }[] = [];
  const alone = new Set<number>();
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '(' || sign === '[') open.push({ sign, at });
    else if (OPENS[sign] !== undefined && open.at(-1)?.sign === OPENS[sign]) open.pop();
    else if (OPENS[sign] !== undefined) alone.add(at);
  }
  for (const { at } of open) alone.add(at);
  if (alone.size === 0) return text;
  const kept = text.split('').filter((_, at) => !alone.has(at));
  return kept
    .join('')
    .replace(/ {2,}/g, ' ')
    .replace(/ (?=[.,;:…])/g, '')
    .trim();
}
