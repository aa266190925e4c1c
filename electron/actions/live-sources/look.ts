// Looks into the live sources when it is time, and keeps what each look brought: when, how many, what was wrong.
import { z } from 'zod';
import type { Output } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { LiveKind, LiveSourceStatus } from '../../contract/intake-shapes.ts';
import type { IncomingCase } from '../../core/intake/incoming-case.ts';
import { opened } from '../../core/intake/opened-export.ts';
import type { Db } from '../../store/db.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';
import type { AppContext } from '../app-context.ts';
import { importOpened } from '../intake/import-export-file.ts';
import { foldContent } from '../intake/queue-snapshot.ts';
import { settingOf } from '../settings.ts';
import { ALL_SOURCES } from './all.ts';
import type { Line, LiveSource } from './live-source.ts';

const MINUTE_MS = 60_000;
const keptShape = z.object({
  /** What was looked at. */
  place: z.string(),
  cursor: z.string().nullable(),
  /** UTC ms. */
  lastAt: z.number(),
  error: z.string().nullable(),
  rows: z.number(),
  allRows: z.number(),
});
type Kept = z.infer<typeof keptShape>;
const keyOf = (kind: LiveKind) => `live-source ${kind}`;

function keptOf(db: Db, { kind }: LiveSource): Kept | null {
  return readSetting(db, keyOf(kind), keptShape.nullable(), null);
}

export function listLiveSources({ store: { db } }: AppContext): Output<'liveSources.list'> {
  const set = settingOf(db, 'liveSources');
  return {
    sources: ALL_SOURCES.map((source) => statusOf(source, source.placeOf(set), keptOf(db, source), set.everyMinutes)),
  };
}

function statusOf({ kind }: LiveSource, place: string | null, kept: Kept | null, minutes: number): LiveSourceStatus {
  const { lastAt = null, error = null, rows = 0, allRows = 0 } = kept ?? {};
  const isSame = kept?.place === place;
  const nextAt = place === null ? null : isSame && lastAt !== null ? lastAt + minutes * MINUTE_MS : 0;
  return { kind, isOn: place !== null, lastAt, nextAt, error, rows, allRows };
}

/** Every source that is on and whose time has come; true where something came in, or something is wrong with one. */
export async function lookAtLiveSources(ctx: AppContext, line: Line): Promise<boolean> {
  let isNews = false;
  for (const { kind, nextAt } of listLiveSources(ctx).sources) {
    if (nextAt === null || nextAt > ctx.now()) continue;
    try {
      if ((await lookInto(ctx, line, kind)).rows > 0) isNews = true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      isNews = true; // told where the source is set
    }
  }
  return isNews;
}

/** One look. @throws AppError `refused` with what is wrong, which is kept too */
export async function lookInto(ctx: AppContext, line: Line, kind: LiveKind): Promise<Output<'liveSources.look'>> {
  const { store, now } = ctx;
  const source = ALL_SOURCES.find((one) => one.kind === kind);
  const place = source?.placeOf(settingOf(store.db, 'liveSources')) ?? null;
  if (source === undefined || place === null) throw new AppError('refused', 'Switch this source on first.');
  const kept = keptOf(store.db, source);
  const before = kept?.place === place ? kept.cursor : null;
  const keep = (after: Pick<Kept, 'cursor' | 'error' | 'rows'>) =>
    store.transaction((db) => {
      const allRows = (kept?.allRows ?? 0) + after.rows;
      writeSetting(db, keyOf(kind), { place, lastAt: now(), allRows, ...after } satisfies Kept);
    });
  try {
    const { cases, cursor } = await source.look(ctx, line, before);
    // The cursor moves once the cases are in: cut short between the two, they are read again and known.
    const rows = cases.length === 0 ? 0 : await bringIn(ctx, place, cases);
    keep({ cursor, error: null, rows });
    return { rows };
  } catch (error) {
    if (error instanceof AppError) keep({ cursor: before, error: error.message, rows: 0 });
    throw error;
  }
}

async function bringIn(ctx: AppContext, name: string, cases: readonly IncomingCase[]): Promise<number> {
  const [{ source } = { source: 'github' as const }] = cases;
  const none = { columns: [], rejected: [], rejectedCount: 0, lines: [], notes: [] };
  // An issue that is closed and open again says what it said before: each look is news all the same.
  const at = foldContent([String(ctx.now())], '');
  const read = opened({ ok: true, source, cases, ...none }, (values, before) => foldContent(values, before || at));
  const { imported, updated = 0 } = await importOpened(ctx, read, { name });
  return imported + updated;
}
