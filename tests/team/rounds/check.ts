// What must hold after a round, when everybody has heard of everything.
import type { PracticeServer } from '../../../electron/practice/serve.ts';
import type { Member } from './member.ts';
import type { Promises } from './work.ts';

/** Ids of cases are each desk's own: they are compared by what they name. */
const CASES = `
  SELECT c.source, c.reference, c.status, c.team, c.tags, c.problem, c.raw_text, c.scrubbed_text, c.scrubbed_title,
    c.reported_at, c.received_at, t.id AS ticket, t.number, s.reference AS same_as, m.reference AS maybe_same
  FROM cases c LEFT JOIN tickets t ON t.id = c.ticket_id LEFT JOIN cases s ON s.id = c.same_as
    LEFT JOIN cases m ON m.id = c.maybe_same
  ORDER BY c.source, c.reference`;
const PROBLEMS = 'SELECT id, title, words, merged_into, known, ticket_id FROM problems ORDER BY id';
const ACTS = `
  SELECT a.id, a.at, a.verb, a.summary, a.undone_at, a.act_id, c.reference FROM activity a JOIN cases c ON c.id = a.case_id
  WHERE a.verb NOT IN ('ticket-closed', 'ticket-reopened', 'keep-words', 'discard-words', 'use-words', 'start-over', 'lost-decision')
  ORDER BY a.id`;
const TICKETS = 'SELECT id, team, repository, title, number, withdrawn_at IS NULL AS stands FROM tickets ORDER BY id';

const TABLES = { cases: CASES, problems: PROBLEMS, acts: ACTS, tickets: TICKETS } as const;

export type Picture = Record<keyof typeof TABLES, string[]>;

/** Tags are a set: in which order they stand is each desk's own. */
function inOrder(key: string, value: unknown): unknown {
  return key === 'tags' ? String(value).split(' ').sort() : value;
}

export function pictureOf(member: Member): Picture {
  const lines = (sql: string) => member.rows(sql).map((row) => JSON.stringify(row, inOrder));
  return Object.fromEntries(Object.entries(TABLES).map(([name, sql]) => [name, lines(sql)])) as Picture;
}

/** Rows in which desks differ from the first one, in words; at most so many. */
export function differences(pictures: readonly [string, Picture][], most: number): string[] {
  const [first, ...rest] = pictures;
  if (first === undefined) return [];
  const found: string[] = [];
  for (const [name, picture] of rest)
    for (const table of Object.keys(TABLES) as (keyof Picture)[]) {
      const [here, there] = [new Set(first[1][table]), new Set(picture[table])];
      for (const line of picture[table]) if (!here.has(line)) found.push(`${table}: only ${name} has ${line}`);
      for (const line of first[1][table]) if (!there.has(line)) found.push(`${table}: only ${first[0]} has ${line}`);
    }
  return found.slice(0, most);
}

export interface Damage {
  disagreements: string[];
  lost: string[];
  twice: string[];
}

export function checkRound(
  pictures: readonly [string, Picture][],
  promises: Promises,
  { world }: PracticeServer,
): Damage {
  const all = pictures.map(([, picture]) => Object.values(picture).flat().join('\n'));
  const lost = [...promises.references, ...promises.logged, ...promises.acts].filter(
    (one) => !all.every((text) => text.includes(one)),
  );
  const byRecord = new Map<string, number>();
  for (const { body } of world.issues())
    for (const [record] of body.matchAll(/26-HRC-HD-\d+-34417215/g))
      byRecord.set(record, (byRecord.get(record) ?? 0) + 1);
  // A ticket names its record once or more: what counts is how many tickets name it.
  const twice = [...byRecord.keys()].filter(
    (record) => world.issues().filter(({ body, title }) => body.includes(record) || title.includes(record)).length > 1,
  );
  return { disagreements: differences(pictures, 20), lost, twice };
}
