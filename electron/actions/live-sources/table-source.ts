// What the tables of help desks have in common as live sources: records come oldest change first, under the names that the export of the
// same source gives its columns, so that one which came by file and then by itself is the same case.
import { z } from 'zod';
import { AppError } from '../../contract/errors.ts';
import type { SettingValue } from '../../contract/settings.ts';
import { isSafeAddress } from '../../core/domain/address.ts';
import { type LiveRow, readLiveRows, timeColumns } from '../../core/intake/read-live-rows.ts';
import {
  NotRead,
  type OddRecord,
  type Question,
  type TablePage,
  type TableRecord,
} from '../../sync/tables/ask-table.ts';
import { foldContent } from '../intake/queue-snapshot.ts';
import { settingOf } from '../settings.ts';
import { keptToMend, type LiveSource, type LookedThrough } from './live-source.ts';
import { namedColumns } from './named-columns.ts';

interface TableSource {
  readonly kind: 'servicenow' | 'dynamics' | 'salesforce';
  readonly service: string;
  readonly tableOf: (set: SettingValue<'liveSources'>) => string;
  /** The export's name of a column → the service's own; empty where only the organization's own column could hold it. */
  readonly columns: Readonly<Record<string, string>>;
  /** What the lead wrote as a filter and must not. @throws AppError `refused` */
  readonly checkFilter?: (filter: string) => void;
  readonly records: (question: Question, since: number | null, fetcher: typeof fetch) => AsyncIterable<TablePage>;
}

/** So many a look, in pages; the next look goes on behind them. */
const MOST_PAGES = 20;
/** More than any table has: such an answer has no end. */
const ENDLESS = 2_000;
/** Of one record. */
const ODD = 'This record does not say which it is, or when it changed.';
const ALL_ODD =
  'No record there says which it is and when it changed, or the token may not read that. Ask its administrator.';
/** A change may be written minutes after the time it bears: so much is read again at each look, and known. */
const OVERLAP_MS = 5 * 60_000;

/**
 * `newest` is the time of the newest change that was read (UTC ms, by the service's clock), `seen` what was read of the last minutes before
 * it: a hash of each record with its time. `asked` is the question, as another one begins from the start.
 */
const cursorShape = z.object({
  asked: z.string(),
  newest: z.number().nullable(),
  seen: z.array(z.tuple([z.string(), z.number()])),
  /** Until when the service asked to wait, UTC ms. */
  waitUntil: z.number().nullable(),
});
type Cursor = z.infer<typeof cursorShape>;

/** A live source of a table. The token is sent to the host that was typed, and nowhere else. */
export function tableSource(source: TableSource): LiveSource {
  const { kind, service, tableOf, columns } = source;
  const originOf = (set: SettingValue<'liveSources'>) => {
    const { address } = set[kind];
    if (!isSafeAddress(address) || /\s/.test(address)) return null;
    const { origin, username, password } = new URL(address);
    return username + password === '' ? origin : null;
  };
  const noAddress = `Write the address of ${service} as https://…, without spaces, a name or a password in it.`;
  return {
    kind,
    checkPlace(set) {
      if (originOf(set) === null) throw new AppError('invalid', noAddress);
    },
    placeOf: (set) => (set[kind].isOn ? `${tableOf(set)} at ${originOf(set) ?? service}` : null),
    token: { addressOf: originOf, check: bareToken },
    async look({ store, now }, { fetch, token }, before) {
      const set = settingOf(store.db, 'liveSources');
      const { filter } = set[kind];
      const address = originOf(set);
      if (address === null) throw new AppError('refused', noAddress);
      source.checkFilter?.(filter);
      const named = namedColumns(columns, set[kind].columns);
      const question = { service, address, token, table: tableOf(set), filter, columns: [...named.values()] };
      const asked = JSON.stringify([filter, ...named]);
      const start = cursorOf(before, asked);
      const { waitUntil } = start;
      if (waitUntil !== null && now() < waitUntil)
        return { cases: [], cursor: JSON.stringify(start), goOnAt: waitUntil, note: `${service} asked to wait.` };
      const read = await readSince(start, (since) => source.records(question, since, fetch), now);
      const header = [...named.keys()];
      const times = timeColumns(kind, header);
      const rowOf = ({ values }: OddRecord): LiveRow => ({
        cells: header.map((name) => values.get(named.get(name) ?? '')?.[times.has(name) ? 'kept' : 'shown'] ?? ''),
        cameFrom: `Read from ${new URL(address).host}`,
      });
      const { cases, rejected } = readLiveRows(kind, header, read.records.map(rowOf));
      const odd = read.odd.map((one, at) => ({
        ...{ row: read.records.length + at + 1, column: 'the whole record', reason: ODD },
        line: rowOf(one).cells.map((value, place) => ({ name: header[place] ?? '', value })),
      }));
      return tell(read, { cases, rejected: [...rejected, ...odd] }, now());
    },
  };
}

/** What was given, without the word that stands before it in a header. */
function bareToken(given: string): string {
  const token = given.replace(/^bearer\s+/i, '');
  if (!/^[\x21-\x7E]+$/.test(token))
    throw new AppError('invalid', 'A token is one line without spaces. Copy it again, all of it.');
  return token;
}

function cursorOf(before: string | null, asked: string): Cursor {
  const kept = before === null ? null : cursorShape.parse(JSON.parse(before));
  return kept?.asked === asked ? kept : { asked, newest: null, seen: [], waitUntil: null };
}

interface Read {
  readonly records: readonly TableRecord[];
  readonly odd: readonly OddRecord[];
  readonly cursor: Cursor;
  /** Why it ended before its time. */
  readonly stopped: NotRead | null;
  readonly hasMore: boolean;
}

/** Reads on from a cursor; what came before something went wrong counts. */
async function readSince(
  { asked, newest: before, seen: known }: Cursor,
  pagesSince: (since: number | null) => AsyncIterable<TablePage>,
  now: () => number,
): Promise<Read> {
  const seen = new Map(known);
  const records: TableRecord[] = [];
  let newest = before;
  let last = 0;
  const odd: OddRecord[] = [];
  let pages = 0;
  let stopped: NotRead | null = null;
  let hasMore = false;
  try {
    for await (const page of pagesSince(before === null ? null : before - OVERLAP_MS)) {
      for (const one of page.odd) {
        const said = contentOf(one);
        if (!seen.has(said)) odd.push(one);
        seen.set(said, now());
      }
      for (const record of page.records) {
        const { id, changedAt } = record;
        if (changedAt < last) throw new NotRead('The records did not come in the order of their changes.');
        last = changedAt;
        const said = contentOf(record, id, String(changedAt));
        // A time that has not come yet, which somebody wrote by hand, would hide every change until then.
        newest = Math.max(newest ?? 0, Math.min(changedAt, now()));
        if (seen.has(said)) continue;
        seen.set(said, changedAt);
        records.push(record);
      }
      pages += 1;
      // A look ends between pages, but not before it came further than the one before.
      hasMore = pages >= MOST_PAGES && (newest ?? 0) > (before ?? 0);
      if (hasMore) break;
      if (pages > ENDLESS) throw new NotRead('The answer does not come to an end.');
    }
    // Where the token may not read what is asked for, there is nothing to mend here.
    if (newest === null && odd.splice(0).length > 0) throw new NotRead(ALL_ODD);
  } catch (error) {
    if (!(error instanceof NotRead)) throw error;
    stopped = error;
  }
  const from = (newest ?? 0) - OVERLAP_MS;
  const waitUntil = stopped === null || stopped.waitMs === null ? null : now() + stopped.waitMs;
  return {
    records,
    odd,
    cursor: { asked, newest, seen: [...seen].filter(([, at]) => at >= from), waitUntil },
    stopped,
    hasMore,
  };
}

/** What came counts, whatever went wrong behind it. */
function tell(
  { cursor, odd, stopped, hasMore }: Read,
  found: Pick<LookedThrough, 'cases' | 'rejected'>,
  now: number,
): LookedThrough {
  const goOnAt = cursor.waitUntil ?? (hasMore ? now : null);
  const told = stopped?.message ?? 'More waits there; the next look goes on behind it.';
  const notes = [...(goOnAt === null ? [] : [told]), ...keptToMend(odd.length, 'record')];
  return {
    ...found,
    cursor: JSON.stringify(cursor),
    ...(goOnAt !== null && { goOnAt }),
    ...(notes.length > 0 && { note: notes.join(' ') }),
    ...(goOnAt === null && stopped !== null && { error: told }),
  };
}

/** A hash of what a record says, never shown. */
function contentOf({ values }: OddRecord, ...more: readonly string[]): string {
  return foldContent([...more, ...[...values.values()].flatMap(({ shown, kept }) => [shown, kept])], '');
}
