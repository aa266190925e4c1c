// Looks into the live sources when it is time, and keeps what each look brought: when, how many, what was wrong.

import { z } from 'zod';
import type { Output } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { LiveKind, LiveSourceStatus } from '../../contract/intake-shapes.ts';
import { MINUTE_MS } from '../../core/domain/time.ts';
import { opened } from '../../core/intake/opened-export.ts';
import { newActId } from '../../store/activity/activity.ts';
import type { Db } from '../../store/db.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';
import type { AppContext } from '../app-context.ts';
import { importOpened } from '../intake/import-export-file.ts';
import { foldContent } from '../intake/queue-snapshot.ts';
import { settingOf } from '../settings.ts';
import { ALL_SOURCES } from './all.ts';
import type { Line, LiveSource, LookedThrough } from './live-source.ts';
import { tokenOf, tokenState } from './live-tokens.ts';

const BUG = 'Something went wrong inside the desk while it looked here. The next look tries again.';
const keptShape = z.object({
  /** What was looked at. */
  place: z.string(),
  cursor: z.string().nullable(),
  /** UTC ms. */
  lastAt: z.number(),
  error: z.string().nullable(),
  note: z.string().nullable().default(null),
  /** When the next look is due if not after the usual time; UTC ms. */
  goOnAt: z.number().nullable().default(null),
  rows: z.number(),
  allRows: z.number(),
});
type Kept = z.infer<typeof keptShape>;
const keyOf = (kind: LiveKind) => `live-source ${kind}`;

function keptOf(db: Db, { kind }: LiveSource): Kept | null {
  return readSetting(db, keyOf(kind), keptShape.nullable(), null);
}

export function listLiveSources({ store: { db } }: AppContext): Output<'liveSources.list'> {
  return { sources: ALL_SOURCES.map((source) => statusOf(db, source)) };
}

function statusOf(db: Db, source: LiveSource): LiveSourceStatus {
  const set = settingOf(db, 'liveSources');
  const place = source.placeOf(set);
  const kept = keptOf(db, source);
  const { lastAt = null, error = null, note = null, rows = 0, allRows = 0 } = kept ?? {};
  const token = tokenState(db, source);
  const mayLook = place !== null && (token === 'none' || token === 'kept');
  const nextAt = !mayLook ? null : kept?.place === place ? nextOf(kept, set.everyMinutes) : 0;
  return { kind: source.kind, isOn: place !== null, lastAt, nextAt, error, note, token, rows, allRows };
}

const nextOf = ({ lastAt, goOnAt }: Kept, minutes: number) => goOnAt ?? lastAt + minutes * MINUTE_MS;

/**
 * Every source that is on and whose time has come; true where something came in, or something is wrong with one, which stops none
 * of the others. `tell` hears what nobody expected.
 */
export async function lookAtLiveSources(ctx: AppContext, line: Line, tell: (error: unknown) => void): Promise<boolean> {
  let isNews = false;
  for (const { kind, nextAt } of listLiveSources(ctx).sources) {
    if (nextAt === null || nextAt > ctx.now()) continue;
    try {
      if ((await lookInto(ctx, line, kind)).rows > 0) isNews = true;
    } catch (error) {
      if (!(error instanceof AppError)) tell(error);
      isNews = true; // told where the source is set
    }
  }
  return isNews;
}

/** One look. @throws AppError `refused` with what is wrong, which is kept too, as is that something unexpected was thrown */
export async function lookInto(ctx: AppContext, line: Line, kind: LiveKind): Promise<Output<'liveSources.look'>> {
  const { store, now } = ctx;
  const source = ALL_SOURCES.find((one) => one.kind === kind);
  const place = source?.placeOf(settingOf(store.db, 'liveSources')) ?? null;
  if (source === undefined || place === null) throw new AppError('refused', 'Switch this source on first.');
  source.checkPlace?.(settingOf(store.db, 'liveSources'));
  const token = tokenOf(store.db, source);
  const kept = keptOf(store.db, source);
  const before = kept?.place === place ? kept.cursor : null;
  const keep = (after: Pick<Kept, 'cursor' | 'error' | 'note' | 'goOnAt' | 'rows'>) =>
    store.transaction((db) => {
      const allRows = (kept?.allRows ?? 0) + after.rows;
      // What was taken back while this look went on has to come again.
      const isBack = before !== null && keptOf(db, source)?.cursor === null;
      const cursor = isBack ? null : after.cursor;
      writeSetting(db, keyOf(kind), { place, lastAt: now(), allRows, ...after, cursor } satisfies Kept);
    });
  let found: LookedThrough;
  let rows: number;
  try {
    found = await source.look(ctx, { ...line, token }, before);
    // The cursor moves once the cases are in: cut short between the two, they are read again and known.
    rows = await bringIn(ctx, kind, place, found);
  } catch (error) {
    const said = error instanceof AppError ? error.message : BUG;
    keep({ cursor: before, error: said, note: null, goOnAt: null, rows: 0 });
    throw error;
  }
  const { cursor, error = null, note = null, goOnAt = null } = found;
  keep({ cursor, error, note, goOnAt, rows });
  if (error !== null) throw new AppError('refused', error);
  return { rows, waitsUntil: goOnAt !== null && goOnAt > now() ? goOnAt : null };
}

/** What an import brought was taken back: the next look at the source it came from, if it came from one, reads from the start. */
export function readAgain(db: Db, importName: string): void {
  for (const source of ALL_SOURCES) {
    const kept = keptOf(db, source);
    if (kept?.place === importName) writeSetting(db, keyOf(source.kind), { ...kept, cursor: null } satisfies Kept);
  }
}

async function bringIn(ctx: AppContext, kind: LiveKind, name: string, looked: LookedThrough): Promise<number> {
  const { source = kind, cases, rejected = [] } = looked;
  if (cases.length + rejected.length === 0) return 0;
  const found = { cases, rejected, rejectedCount: rejected.length, lines: rejected, columns: [], notes: [] };
  const read = opened({ ok: true, source, ...found }, foldContent);
  // Each look is news, whatever it says: an issue that is closed and open again says what it said before.
  const news = { ...read, fingerprint: newActId(), isPart: true };
  const { imported, updated = 0 } = await importOpened(ctx, news, { name });
  return imported + updated;
}
