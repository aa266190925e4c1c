// What is printed: the list in view or the open case, checked for PII by the desk before it is laid out for paper.
import { MOST_PRINTED, type PrintedPage } from '../../electron/contract/print-calls.ts';
import type { CaseRow } from '../../electron/contract/schemas.ts';
import { STATUS_NAMES } from '../../electron/core/domain/case.ts';
import { call } from '../bridge/bridge.ts';
import { toast, toastError } from '../components/toast.tsx';
import { exactTime, leftInWords, plural } from '../components/words.ts';
import { type DeskUi, SCREEN_NAMES } from '../desk-ui.ts';
import { screenList } from '../state/screen-list.ts';
import { showOnPaper } from './print-root.tsx';
import { shownRows } from './shown-rows.ts';

export async function printList(ui: DeskUi): Promise<void> {
  // Reports have a page of their own.
  const own = screenList()?.acts['report-pdf'];
  if (own !== undefined) return own();
  await onPaper(() => (ui.screen === 'queue' || ui.screen === 'board' ? casesPage(ui) : screenPage(ui)));
}

export async function printCase({ list }: DeskUi): Promise<void> {
  const { selected } = list;
  if (selected !== null) await onPaper(() => call('print.case', { id: selected.id }));
}

async function onPaper(make: () => Promise<PrintedPage>): Promise<void> {
  toast('Scrubbing the page to be printed…');
  try {
    const page = await make();
    showOnPaper(page);
    const masked = page.masked === 0 ? '' : ` Personal information masked in ${plural(page.masked, 'place')}.`;
    toast(`Printed, scrubbed.${masked}`);
  } catch (error) {
    toastError(error);
  }
}

async function casesPage({ list, teams, now }: DeskUi): Promise<PrintedPage> {
  const { cases, total } = await call('cases.list', { ...list.query, from: 0, count: MOST_PRINTED });
  const isMarked = list.marked.size > 0;
  const rows = isMarked ? cases.filter(({ id }) => list.marked.has(id)) : cases;
  const all = isMarked ? list.marked.size : total;
  return call('print.list', {
    title: 'Cases',
    note: `${rows.length} of ${plural(all, 'case')}${isMarked ? ', marked' : ''}, ${exactTime(now())}`,
    heads: ['Time left', 'Case', 'Reference', 'Status', 'Team', 'Reported'],
    rows: rows.map((row) => ({
      caseId: row.id,
      cells: [
        timeOf(row),
        row.title,
        row.reference,
        STATUS_NAMES[row.status],
        teams.find(({ label }) => label === row.team)?.name ?? '',
        exactTime(row.reportedAt),
      ],
    })),
  });
}

function timeOf({ countdown }: CaseRow): string {
  if (countdown === null) return '';
  return countdown.metAt === null ? leftInWords(countdown.leftMinutes) : 'met';
}

async function screenPage({ screen, now }: DeskUi): Promise<PrintedPage> {
  const { heads, rows } = shownRows();
  return call('print.list', {
    title: SCREEN_NAMES[screen],
    note: `${plural(Math.min(rows.length, MOST_PRINTED), 'line')}, ${exactTime(now())}`,
    heads: [...heads],
    rows: rows.slice(0, MOST_PRINTED).map((row) => ({ ...row, cells: [...row.cells] })),
  });
}
