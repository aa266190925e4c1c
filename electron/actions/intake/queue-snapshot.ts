// Each export of a queue is a snapshot: a record that is in the previous one but not in this one has left the queue.
// The help desk forgets records once they leave, so this difference is the only history there is.

import { v5 as uuidOf } from 'uuid';
import { SOURCE_NAMES, SOURCE_TABLE, type Source } from '../../core/domain/case.ts';
import type { ActId, CaseId } from '../../core/domain/ids.ts';
import { DAY_MS, EASTERN } from '../../core/domain/time.ts';
import { valuesOf } from '../../core/intake/source-change.ts';
import { sourceStateOf } from '../../core/intake/source-state.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { changeCase, changeTags, findCase, type StoredCase } from '../../store/cases/cases.ts';
import type { Db } from '../../store/db.ts';
import { actOfImport, addImportRow, type StoredImport } from '../../store/intake/import-rows.ts';
import {
  addImport,
  casesLastSeenIn,
  hasSeen,
  isKnownContent,
  markLeft,
  markSeenIn,
  markWhole,
  seenBefore,
} from '../../store/intake/imports.ts';
import { DESK, LEAD } from '../app-context.ts';
import { settingOf } from '../settings.ts';
import type { Imported } from './import-case.ts';
import { reopen, tellResolved } from './import-update.ts';

/** The share of the previous export that must recur for both to be the same queue: a filtered view is another list. */
const SAME_QUEUE = 0.5;
const NAMESPACE = '2f6a8d4e-7c31-4f0b-9a52-0d8e5b1c7f64';
/** The tag that lists the records that left, so that they can be decided at once. */
export const LEFT_TAG = 'left-queue';
const DAY = new Intl.DateTimeFormat('en-US', {
  timeZone: EASTERN,
  month: 'short',
  day: 'numeric',
  year: 'numeric',
});

export interface Snapshot {
  /** False for a file that was imported before: it has no news, least of all about what has changed since. */
  readonly isNew: boolean;
  /** Its number; null for a file that was imported before. */
  readonly importId: number | null;
  /** Records that a case is in this snapshot, and what came of it. Runs inside a transaction. */
  saw(db: Db, outcome: Imported): void;
  /**
   * After the last row: how many records left the queue. If rows could not be read, the export is incomplete, and
   * nothing is concluded about what is missing from it. Runs inside a transaction.
   */
  finish(db: Db, isComplete: boolean): number;
}

/** A running hash of the file's rows; it never leaves the store. */
export function foldContent(values: readonly string[], before: string): string {
  return uuidOf(Buffer.from(values.join('\u001F')), before === '' ? NAMESPACE : before);
}

interface Begun {
  readonly source: Source;
  /** The file's name: a date in it is the date of the export. */
  readonly name: string;
  readonly contentHash: string;
  /** UTC ms. */
  readonly now: number;
  readonly actId: ActId;
  /** It tells what is new or changed and not the whole queue. */
  readonly isPart: boolean;
}

export function beginSnapshot(db: Db, { source, name, contentHash, now, actId, isPart }: Begun): Snapshot {
  const day = dayIn(name);
  const asOf = Math.min(now, day ?? now);
  const isNew = !isKnownContent(db, contentHash, day === null ? null : asOf);
  if (!isNew) return { isNew, importId: null, saw: () => {}, finish: () => 0 };
  const importId = addImport(db, { at: asOf, source, contentHash, name, actId });
  let hasLine = false;
  const isQueue = SOURCE_TABLE[source].isQueue && !isPart;
  const stayed = new Map<number, number>();
  return {
    isNew,
    importId,
    saw(into, { caseId, what, before: caseBefore }) {
      const { before, leftAt } = isQueue ? markSeenIn(into, caseId, importId) : NOT_SEEN;
      if ((what !== 'known' || leftAt !== null) && !hasLine) hasLine = tellOfImport(into, importId, source, now);
      const reopened = leftAt === null ? null : openAgain(into, caseId);
      addImportRow(into, { importId, caseId, what, seenIn: before, leftAt, before: caseBefore ?? reopened });
      if (reopened !== null) reopen(into, reopened, { at: asOf, actId });
      if (before !== null && before !== importId) stayed.set(before, (stayed.get(before) ?? 0) + 1);
      if (leftAt !== null)
        tell(into, caseId, asOf, `Back in the ${SOURCE_NAMES[source]} queue ${DAY.format(asOf)}`, actId);
    },
    finish(into, isComplete) {
      markWhole(into, importId);
      // A failed batch rolled the line back.
      if (hasLine) tellOfImport(into, importId, source, now);
      if (!isComplete) return 0;
      const [last] = [...stayed].sort((a, b) => b[1] - a[1]);
      if (last === undefined) return 0;
      const gone = casesLastSeenIn(into, last[0]);
      const { resolves } = settingOf(into, 'vanished');
      if (last[1] < SAME_QUEUE * (last[1] + gone.length)) return 0;
      if (gone.length > 0) tellOfImport(into, importId, source, now);
      for (const caseId of gone) {
        const before = resolves ? resolvable(into, caseId) : null;
        addImportRow(into, { importId, caseId, what: 'left', seenIn: last[0], leftAt: null, before });
        markLeft(into, caseId, asOf);
        const days = Math.round((asOf - (findCase(into, caseId)?.reportedAt ?? asOf)) / DAY_MS);
        const stood = days < 1 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`;
        tell(
          into,
          caseId,
          asOf,
          `Left the ${SOURCE_NAMES[source]} queue ${DAY.format(asOf)}, after ${stood}`,
          actId,
          LEFT_TAG,
        );
        if (before !== null) resolve(into, before, { at: asOf, actId });
      }
      return gone.length;
    },
  };
}

const NOT_SEEN = { before: null, leftAt: null } as const;

/**
 * A row of an import that was mended later belongs to it: its record stood in that queue, unless a later export said more of
 * it, and what came of it goes with the undo of its import. Runs inside a transaction.
 */
export function tellMended(db: Db, one: Pick<StoredImport, 'id' | 'source'>, came: Imported, now: number): void {
  const { caseId, what } = came;
  const { before: seenIn, leftAt } = seenBefore(db, caseId);
  const isLast = leftAt === null && (seenIn ?? 0) < one.id && hasSeen(db, one.id);
  if (what === 'known' && !isLast) return;
  if (what !== 'known') tellOfImport(db, one.id, one.source, now);
  addImportRow(db, { importId: one.id, caseId, what, seenIn, leftAt, before: came.before });
  if (isLast) markSeenIn(db, caseId, one.id);
}

/** The activity line by which the import as a whole can be undone, once. Always true. */
function tellOfImport(db: Db, importId: number, source: Source, at: number): true {
  if (actOfImport(db, importId) !== null) return true;
  addActivity(db, {
    ...{ at, actor: LEAD, caseId: null, verb: 'import-file', actId: newActId() },
    summary: `Imported an export of ${SOURCE_NAMES[source]}`,
    undo: { kind: 'import', importId },
  });
  return true;
}

/** A case that is undecided, or that waits for its ticket: if it left the queue, it no longer needs one. */
function resolvable(db: Db, caseId: CaseId): StoredCase | null {
  const one = findCase(db, caseId);
  return one !== null && (one.status === 'undecided' || one.status === 'escalated') ? one : null;
}

/** A case that was resolved, by leaving or otherwise, and whose record is back in the queue and open there. */
function openAgain(db: Db, caseId: CaseId): StoredCase | null {
  const one = findCase(db, caseId);
  if (one?.status !== 'resolved') return null;
  return sourceStateOf(valuesOf(one.source, one.fields).get('status') ?? null) === 'resolved' ? null : one;
}

function resolve(db: Db, { id, status, team }: StoredCase, told: { at: number; actId: ActId }): void {
  changeCase(db, id, { status: 'resolved', team });
  tellResolved(db, id, { ...told, undo: { kind: 'triage', status, team } });
}

function tell(db: Db, caseId: CaseId, at: number, summary: string, actId: ActId, tag?: string): void {
  const one = findCase(db, caseId);
  if (one === null) return;
  const others = one.tags.filter((word) => word !== LEFT_TAG);
  changeTags(db, caseId, tag === undefined ? others : [...others, tag]);
  const verb = tag === undefined ? 'back-in-queue' : 'left-queue';
  addActivity(db, { at, actor: DESK, caseId, verb, summary, actId, undo: null });
}

/**
 * A date in a file name, as in queue-2026-10-28.csv or queue_20261028.xlsx. It stands for the end of that day in UTC.
 */
function dayIn(name: string): number | null {
  const [, year, month, day] = /(20\d{2})[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)/.exec(name) ?? [];
  if (year === undefined) return null;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), 23, 59);
  return Number.isNaN(at) ? null : at;
}
