// The record numbers a ticket names, read back from its body as the desk writes it: one a line, in a list.

const LISTED = /^[-*] +([^\s]{1,100})[ \r]*$/;

/** What stands alone in a line of a list; a record number is among it where the ticket names it. */
export function recordNumbersIn(body: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of body.split('\n')) {
    const number = LISTED.exec(line)?.[1];
    // Words that go out are escaped; a record number holds no backslash of its own.
    if (number !== undefined) found.add(number.replaceAll('\\', ''));
  }
  return found;
}
