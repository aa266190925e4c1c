// Whether what a desk did with a damaged home was right.
import type { Damage } from './damage-home.ts';
import type { Seen } from './desk-process.ts';

export const VERDICTS = ['whole', 'told', 'refused', 'wrong'] as const;
export type PiiCheck = (typeof VERDICTS)[number];

/** What a refusal has to name, by the file that was damaged. */
const NAMES: Readonly<Record<Damage['file'], RegExp>> = {
  'desk.db': /desk\.db is (missing|empty|damaged|cut off)|damaged/,
  'desk.db-wal': /desk\.db-wal|damaged/,
  'desk.db-commits': /desk\.db-commits/,
  'home.json': /home\.json/,
};
/** The desk's own words for the rows of a table, as a notice begins with them. */
const WORDS: Readonly<Record<string, RegExp>> = {
  cases: /(\d+|Some) cases?\b/,
  tickets: /(\d+|Some) tickets?\b/,
  outbox: /(\d+|Some) outbox entr(y|ies)/,
  activity: /(\d+|Some) lines? of activity/,
  comments: /(\d+|Some) team comments?/,
  drafts: /(\d+|Some) edited drafts?/,
  templates: /(\d+|Some) templates?\b/,
  teams: /(\d+|Some) teams? in the directory/,
  settings: /(\d+|Some) settings?\b/,
  problems: /(\d+|Some) problems?\b/,
  audit_links: /(\d+|Some) links? of the audit chain/,
};

export function judge(truth: Seen, seen: Seen, damage: Damage): { readonly verdict: PiiCheck; readonly why: string } {
  const wrong = (why: string) => ({ verdict: 'wrong' as const, why });
  if (seen.isBug) return wrong('it broke instead of saying what is wrong');
  if (seen.refused !== null) {
    if (/passphrase|key is wrong/.test(seen.refused) && damage.file !== 'home.json')
      if (!/or the beginning of/.test(seen.refused)) return wrong('it blames the passphrase');
    return NAMES[damage.file].test(seen.refused) ? { verdict: 'refused', why: '' } : wrong('it gives another reason');
  }
  if (seen.integrity !== 'ok') return wrong(`its store is not whole: ${seen.integrity}`);
  const isOlder = seen.told.includes('The newest changes are lost');
  const lost: string[] = [];
  for (const [table, rows] of Object.entries(truth.tables)) {
    const [was, is] = [countOf(rows), countOf(seen.tables[table] ?? [])];
    const gone = missing(was, is);
    const other = missing(is, was);
    // Of a row that was changed since, an older store holds what it was.
    if (other > 0 && !isOlder) return wrong(`${other} rows of ${table} are others than before`);
    if (gone === 0) continue;
    lost.push(`${gone} of ${table}`);
    if (!isOlder && !saysLost(seen.told, table, gone)) return wrong(`${gone} rows of ${table} are gone without a word`);
  }
  if (lost.length > 0) return { verdict: 'told', why: lost.join(' ') };
  return { verdict: seen.told.length > 0 ? 'told' : 'whole', why: seen.told[0] ?? '' };
}

function countOf(rows: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  return counts;
}

/** How many of `some` are not among `others`. */
function missing(some: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): number {
  let count = 0;
  for (const [row, n] of some) count += Math.max(0, n - (others.get(row) ?? 0));
  return count;
}

/** True when a line of the notice says how many rows of the table are gone, or that it cannot tell. */
function saysLost(told: readonly string[], table: string, gone: number): boolean {
  const words = WORDS[table] ?? /^(\d+|Some) /;
  return told.some((line) => {
    const count = words.exec(line)?.[1];
    return line.includes('could not be read') && (count === 'Some' || Number(count) === gone);
  });
}
