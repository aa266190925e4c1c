// A member named in an internal note: an @ at the beginning of a word, and behind it the name, whole or its first word.
// Who that is each desk says for itself, so that it works offline.

const AT = /(?:^|[\s(])@(?=\p{L})/u;
const NAMES = /^[\p{L}\p{N}]/u;

/** Whether a note mentions someone, and so is for the team. An email address is not a mention. */
export function namesSomebody(text: string): boolean {
  return AT.test(text);
}

/** Whether a note mentions this member, or everyone with @team. */
export function isNamed(text: string, name: string): boolean {
  const whole = name.toLowerCase();
  const names = [whole, whole.split(' ')[0] ?? whole, 'team'];
  const said = text.toLowerCase().split(AT).slice(1);
  return said.some((words) => names.some((one) => words.startsWith(one) && !NAMES.test(words.slice(one.length))));
}
