// Reads the record numbers of a ticket back from its body, where the desk lists them one per line, or in the table of a
// trend.

const LISTED = /^[-*] +([^\s]{1,100})[ \r]*$/;
/** The second cell of a row of a table, as trend-sheet.ts writes it. */
const TABLED = /^\| [^|]{1,40} \| ([^\s|]{1,100}) \|/;

/** List items and such cells consisting of a single word; the record numbers are among them. */
export function recordNumbersIn(body: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of body.split('\n')) {
    const number = (LISTED.exec(line) ?? TABLED.exec(line))?.[1];
    // Outgoing text is escaped; a record number contains no backslash itself.
    if (number !== undefined) found.add(number.replaceAll('\\', ''));
  }
  return found;
}
