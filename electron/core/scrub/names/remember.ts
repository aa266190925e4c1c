// Answers of rules about single words, kept: a desk's words are few and come again.

const REMEMBERED = 10_000;
const LONGEST_WORD = 24;

/** A rule about a word that answers each word once; false for one longer than any name. */
export function remember(rule: (lower: string) => boolean): (lower: string) => boolean {
  const answers = new Map<string, boolean>();
  return (lower) => {
    if (lower.length > LONGEST_WORD) return false;
    let answer = answers.get(lower);
    if (answer === undefined) {
      answer = rule(lower);
      if (answers.size >= REMEMBERED) answers.clear();
      answers.set(lower, answer);
    }
    return answer;
  };
}
