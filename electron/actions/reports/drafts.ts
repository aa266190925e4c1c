// Reports drafted by the desk itself once a week or a month is over: what they say in a few lines and where a definition changed,
// waiting to be read, sent and set aside. The report itself is compiled when it is opened, with what came in late.
import { z } from 'zod';
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { type ReportDraft, reportDraft } from '../../contract/day-schemas.ts';
import { LEDGERS, type Ledger } from '../../core/domain/report.ts';
import { changeInWords, valueInWords } from '../../core/domain/report-numbers.ts';
import { monthAt, type Period, periodBefore, weekAt } from '../../core/reports/period.ts';
import { readOut } from '../../core/reports/read-out.ts';
import type { Db } from '../../store/db.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';
import type { AppContext } from '../app-context.ts';
import { saveSetting, settingOf } from '../settings.ts';
import { reportToLeave } from './write-report.ts';

const KEY = 'report-drafts';
const kept = z.array(reportDraft.extend({ isDone: z.boolean() }));
/** So many are remembered, so that none is drafted twice. */
const MOST = 12;
const LINES: Readonly<Record<Ledger, readonly string[]>> = {
  support: ['received', 'acted-in-time', 'first-response-kept', 'resolved', 'standard-fields'],
  product: ['cases', 'waiting', 'eta-in-time', 'life'],
};

const draftsIn = (db: Db) => readSetting(db, KEY, kept, []);

/** Those that wait, the newest period first. */
export function waitingDrafts(db: Db): ReportDraft[] {
  return draftsIn(db).flatMap(({ isDone, ...draft }) => (isDone ? [] : [draft]));
}

/** Drafts what is due and not drafted yet: the last week and the last month in which a case came in. */
export async function draftReports(ctx: AppContext): Promise<void> {
  const { store, now } = ctx;
  for (const period of duePeriods(ctx)) {
    const reports = [];
    for (const ledger of LEDGERS) reports.push(await reportToLeave(ctx, { ledger, period: period.name }));
    const lines = reports.flatMap(({ ledger, figures }) =>
      LINES[ledger].flatMap((id) => {
        const figure = figures.find((one) => one.id === id);
        if (figure === undefined || figure.value === null) return [];
        const { name, unit, value, change } = figure;
        return [`${name}: ${valueInWords(unit, value)}${change === null ? '' : `, ${changeInWords(unit, change)}`}`];
      }),
    );
    const changes = reports.flatMap((report) => readOut(report).changes);
    const made = { period: period.name, madeAt: now(), lines, changes, isDone: false };
    store.transaction((db) => {
      const others = draftsIn(db).filter((one) => one.period !== period.name);
      writeSetting(db, KEY, [made, ...others].slice(0, MOST));
    });
    ctx.announce({ event: 'changed', touches: ['settings'] });
  }
}

function duePeriods({ store, queue, now }: AppContext): Period[] {
  const { weekly, monthly } = settingOf(store.db, 'drafts');
  const known = new Set(draftsIn(store.db).map(({ period }) => period));
  const last = [...(weekly ? [weekAt(now())] : []), ...(monthly ? [monthAt(now())] : [])].map(periodBefore);
  const { receivedAt, size } = queue.all();
  const isEmpty = ({ from, to }: Period) => {
    for (let slot = 0; slot < size; slot += 1)
      if ((receivedAt[slot] ?? 0) >= from && (receivedAt[slot] ?? 0) < to) return false;
    return true;
  };
  return last.filter((period) => !known.has(period.name) && !isEmpty(period));
}

/** Sets a draft aside; one undo brings it back. */
export function setDraftAside(
  ctx: AppContext,
  { period }: ParsedInput<'reports.draftDone'>,
): Output<'reports.draftDone'> {
  const next = draftsIn(ctx.store.db).map((one) => (one.period === period ? { ...one, isDone: true } : one));
  return saveSetting(ctx, KEY, next, 'Set a drafted report aside');
}
