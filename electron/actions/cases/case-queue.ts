// The queue in memory while the desk is open: all cases in order, kept in step with the store. Cases that a write made
// stale are recomputed before the next read; a write by another process reloads everything.

import type { IndexedCase } from '../../core/domain/queue.ts';
import { readCountdowns } from '../../core/follow-up/countdown.ts';
import { slaStatusOf } from '../../core/follow-up/sla-status.ts';
import { CaseColumns } from '../../core/triage/case-columns.ts';
import { countCases, type GroupedCases, groupCases, reverseGroups, selectCases } from '../../core/triage/case-index.ts';
import { searchCases } from '../../store/cases/search-cases.ts';
import {
  foreignWrites,
  type ListedInIndex,
  loadIndex,
  makeAllStale,
  nextStale,
  noLongerStale,
  saveNextLook,
  saveSlaStatus,
} from '../../store/cases/sla-status.ts';
import type { Db } from '../../store/db.ts';
import type { Store } from '../../store/opening/open.ts';
import type { CaseQueue } from '../app-context.ts';
import { eventsByCase, readRules } from '../clock.ts';

const PIECE = 1_000;
const SMALL = 500;
/** Settings that clocks depend on. */
const COUNTED_BY: ReadonlySet<string> = new Set(['policies', 'calendars']);
/** How long a selection stays valid: cases move between groups as time passes. */
const SELECTED_MS = 1_000;

/** `now` gives UTC ms. */
export function createCaseQueue(store: Store, now: () => number): CaseQueue {
  let columns: CaseColumns | null = null;
  let foreign = -1;
  let selected: { key: string; version: number; at: number; grouped: GroupedCases } | null = null;
  let found: { search: string; version: number; seqs: readonly number[] | null } | null = null;

  function reindex(most: number): number {
    const stale = nextStale(store.db, most);
    if (stale.length === 0) return 0;
    const changed = store.transaction((db) => workOut(db, stale, now()));
    columns?.put(changed);
    return stale.length;
  }

  // A small write recomputes its cases in its own commit; a large one leaves them to the next read.
  store.beforeCommit((db) => {
    const stale = nextStale(db, SMALL + 1);
    if (stale.length === 0 || stale.length > SMALL) return null;
    const changed = workOut(db, stale, now());
    return () => columns?.put(changed);
  });

  function all(): CaseColumns {
    while (reindex(PIECE) > 0);
    const writes = foreignWrites(store.db);
    if (columns === null || writes !== foreign) {
      const version = columns?.version ?? 0;
      columns = new CaseColumns();
      columns.put(loadIndex(store.db));
      columns.version += version; // Selections made from the previous columns no longer apply.
      foreign = writes;
    }
    return columns;
  }

  function matching(search: string, version: number): readonly number[] | null {
    if (found?.search !== search || found.version !== version)
      found = { search, version, seqs: searchCases(store.db, search) };
    return found.seqs;
  }

  return {
    all,
    reindex,
    forget() {
      foreign = -1;
    },
    settingChanged: (db, key) => {
      if (COUNTED_BY.has(key)) makeAllStale(db);
    },
    looked(db, slot, next) {
      const of = all();
      of.setLook(slot, next);
      saveNextLook(db, of.seq[slot] ?? 0, next);
    },
    select({ filter, search }, group, isReversed = false) {
      const of = all();
      const at = now();
      const { version } = of;
      const key = JSON.stringify([filter, search, group, isReversed]);
      if (selected?.key !== key || selected.version !== version || Math.abs(at - selected.at) > SELECTED_MS) {
        const slots = selectCases(of, filter, matching(search, version), at);
        const grouped = groupCases(of, slots, group, at);
        selected = { key, version, at, grouped: isReversed ? reverseGroups(grouped) : grouped };
      }
      return selected.grouped;
    },
    sizeOf(problem) {
      const { trend, status, words, size } = all();
      const code = words.trend.find(problem);
      const duplicate = words.status.find('duplicate');
      let count = 0;
      for (let slot = 0; slot < size; slot += 1) if (trend[slot] === code && status[slot] !== duplicate) count += 1;
      return count;
    },
    timesOf(problems) {
      const times = new Map([...problems].map((id): [string, number[]] => [id, []]));
      if (columns === null) {
        // Nobody looks at the queue: after a long import on the command line it would be the most that is in memory.
        while (reindex(PIECE) > 0);
        for (const { problem, status, receivedAt } of loadIndex(store.db))
          if (status !== 'duplicate') times.get(problem)?.push(receivedAt);
        return times;
      }
      const { trend, status, receivedAt, words, size } = all();
      const duplicate = words.status.find('duplicate');
      const byCode = words.trend.values.map((id) => times.get(id));
      for (let slot = 0; slot < size; slot += 1)
        if (status[slot] !== duplicate) byCode[trend[slot] ?? 0]?.push(receivedAt[slot] ?? 0);
      return times;
    },
    count({ filter, search }) {
      const of = all();
      return countCases(of, filter, matching(search, of.version), now());
    },
  };
}

function workOut(db: Db, stale: readonly ListedInIndex[], at: number): IndexedCase[] {
  const rules = readRules(db);
  const events = eventsByCase(db, { caseIds: stale.map((one) => one.id) });
  const changed = stale.map((one) => {
    const ofCase = events(one);
    const countdowns = readCountdowns(ofCase, rules, at);
    const status = slaStatusOf(ofCase, countdowns, rules, at);
    const indexed = { ...one, ...status };
    saveSlaStatus(db, indexed);
    return indexed;
  });
  noLongerStale(db, stale.at(-1)?.seq ?? 0);
  return changed;
}
