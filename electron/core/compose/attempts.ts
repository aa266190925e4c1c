// The attempts to reach a Veteran that a silent failure report lists, one per line: "Attempt 1: …", "2nd attempt …".

const ATTEMPT =
  /^[-*\s]{0,6}(?:attempt ?#?([123])|(1st|first|2nd|second|3rd|third) (?:contact )?attempt)(?!\w)[ :.,–-]{0,4}/i;
const PLACE: Readonly<Record<string, number>> = { '1st': 1, first: 1, '2nd': 2, second: 2, '3rd': 3, third: 3 };

/** The text of each attempt by its number, 1 to 3. The last line with a number counts. */
export function attemptsNoted(scrubbedText: string): ReadonlyMap<number, string> {
  const noted = new Map<number, string>();
  for (const line of scrubbedText.split('\n')) {
    const match = ATTEMPT.exec(line);
    if (match === null) continue;
    const [all, figure, word = ''] = match;
    noted.set(figure === undefined ? (PLACE[word.toLowerCase()] ?? 0) : Number(figure), line.slice(all.length).trim());
  }
  return noted;
}
