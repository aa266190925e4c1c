// Sample cases for practice mode: invented exports with shifted dates, so that some cases are fresh, some are due and a
// few are late.
import { elapsed } from '../../core/clock/business-time.ts';
import type { Calendar } from '../../core/clock/calendar.ts';
import type { IncomingCase } from '../../core/intake/incoming-case.ts';
import { readExport } from '../../core/intake/read-export.ts';
import { newActId } from '../../store/activity/activity.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import type { AppContext } from '../app-context.ts';
import { problemsWithTicket } from '../problems/problem-tickets.ts';
import { importCase } from './import-case.ts';

const ROWS_OF_EACH = 12;
/** The age of the oldest sample in business minutes: a little more than the 24-hour target. */
const OLDEST_MINUTES = 26 * 60;
const STEP_MS = 5 * 60_000;

/** Adds the first rows of each export; returns how many were new. */
export function loadSamples(ctx: AppContext, files: readonly string[]): { imported: number } {
  const { store, now, calendar } = ctx;
  const cases = files.flatMap((text) => {
    const read = readExport(text, 'UTC');
    return read.ok ? read.cases.slice(0, ROWS_OF_EACH) : [];
  });
  const mixed = cases.toSorted((a, b) => a.reportedAt - b.reportedAt);
  const times = spread(mixed.length, calendar, now());
  const { db: asked } = store;
  const run = {
    rules: listRules(asked),
    now: now(),
    actId: newActId(),
    takesChanges: false,
    ticketed: problemsWithTicket(asked),
  };
  let imported = 0;
  store.transaction((db) => {
    mixed.forEach((one: IncomingCase, index) => {
      if (importCase(db, { ...one, reportedAt: times[index] ?? now() }, run).what === 'new') imported += 1;
    });
  });
  return { imported };
}

/** Instants from the oldest to now, evenly spaced in business time. */
function spread(count: number, calendar: Calendar, now: number): number[] {
  const times: number[] = [];
  let at = now;
  for (let index = 0; index < count; index += 1) {
    const wanted = (OLDEST_MINUTES * index) / count;
    while (elapsed(at, now, calendar) < wanted) at -= STEP_MS;
    times.push(at);
  }
  return times.reverse();
}
