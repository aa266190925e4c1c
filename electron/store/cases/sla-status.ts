// Where every case stands in time, and which of them are to be worked out anew.
import { eq, lte, sql } from 'drizzle-orm';
import { cases, staleCases, standings } from '../../../drizzle/schema.ts';
import type { CaseStatus, Source } from '../../core/domain/case.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import type { IndexedCase, SlaStatus } from '../../core/domain/queue.ts';
import { type Db, prepared } from '../db.ts';

export type ListedInIndex = Omit<IndexedCase, keyof SlaStatus>;

type Row = [number, CaseId, CaseStatus, string | null, Source, number, string | null, string];

function fromRow([seq, id, status, team, source, receivedAt, problem, tags]: Row): ListedInIndex {
  return {
    seq,
    id,
    status,
    team: team ?? '',
    source,
    receivedAt,
    problem: problem ?? '',
    tags: tags === '' ? NO_TAGS : tags.split(' '),
  };
}

const NO_TAGS: readonly string[] = [];

type StatusRow = [...Row, SlaStatus['clock'], number, number, number, number | null, number | null];

/** Every case in order of arrival, one at a time; stale ones without a status come with the next read. */
export function* loadIndex(db: Db): Generator<IndexedCase> {
  const rows = db.$client
    .prepare<[], StatusRow>(
      `SELECT seq, id, status, team, source, received_at, problem, tags, clock, due_at, soon_from, due_from, step_at, look_at
       FROM standings ORDER BY seq`,
    )
    .raw();
  for (const [seq, id, status, team, source, receivedAt, problem, tags, ...standing] of rows.iterate()) {
    const [clock, dueAt, soonFrom, dueFrom, stepAt, lookAt] = standing;
    yield {
      ...fromRow([seq, id, status, team, source, receivedAt, problem, tags]),
      ...{ clock, dueAt, soonFrom, dueFrom, stepAt, lookAt },
    };
  }
}

/** The first stale cases, in order of arrival. */
export function nextStale(db: Db, limit: number): ListedInIndex[] {
  const rows = prepared(db, 'nextStale', () =>
    db.$client
      .prepare<[number], Row>(
        `SELECT seq, id, status, team, source, received_at, problem, tags
         FROM stale_cases JOIN cases USING(seq) WHERE withdrawn_at IS NULL ORDER BY seq LIMIT ?`,
      )
      .raw(),
  ).all(limit);
  return rows.map(fromRow);
}

export function saveSlaStatus(db: Db, one: IndexedCase): void {
  const { seq, id, status, team, source, receivedAt, problem, tags } = one;
  prepared(db, 'saveSlaStatus', () =>
    db.$client.prepare(
      `INSERT OR REPLACE INTO standings(seq, id, status, team, source, received_at, problem, tags,
         clock, due_at, soon_from, due_from, step_at, look_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
  ).run(
    ...[seq, id, status, team, source, receivedAt, problem, tags.join(' ')],
    ...[one.clock, one.dueAt, one.soonFrom, one.dueFrom, one.stepAt, one.lookAt],
  );
}

export function saveNextLook(db: Db, seq: number, lookAt: number | null): void {
  db.update(standings).set({ lookAt }).where(eq(standings.seq, seq)).run();
}

/** `upTo` is the last of the stale cases that were recomputed. */
export function noLongerStale(db: Db, upTo: number): void {
  db.delete(staleCases).where(lte(staleCases.seq, upTo)).run();
}

/** After a change of policies or calendars. */
export function makeAllStale(db: Db): void {
  db.run(sql`INSERT OR IGNORE INTO ${staleCases}(seq) SELECT seq FROM ${cases} WHERE withdrawn_at IS NULL`);
}

/** Changes with every write by another process; 0 for none so far. */
export function foreignWrites(db: Db): number {
  return Number(db.$client.pragma('data_version', { simple: true }));
}
