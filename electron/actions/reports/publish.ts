// Publishes the reports of a period to a repository, where the lead has set one: a page, Markdown and the data set, by the
// outbox like all that leaves. What was looked at is what goes: figures that changed since are looked at again first.
import { v5 as uuidOf } from 'uuid';
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { periodInWords } from '../../core/domain/period-words.ts';
import type { FileText } from '../../core/domain/pii.ts';
import { EXTENSIONS, LEDGERS } from '../../core/domain/report.ts';
import type { LeavingReport } from '../../core/reports/named-report.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import type { Db } from '../../store/db.ts';
import { appendEntry, changeEntry, entriesOfKind, type StoredEntry, withdrawEntry } from '../../store/outbox/outbox.ts';
import { addTicket } from '../../store/tickets/tickets.ts';
import { judgeFiles } from '../../sync/judge-files.ts';
import { putFilesPayload } from '../../sync/payloads.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { requireScrubbed } from '../egress.ts';
import { settingOf } from '../settings.ts';
import { rememberDefinitions } from './definitions.ts';
import { judgeOf } from './judge.ts';
import { reportToLeave, WRITERS } from './write-report.ts';

/** What is published of a period, in the order in which it is looked at. */
const FORMATS = ['page', 'md', 'csv'] as const;
/** In which a name of figures is made. */
const FIGURES = '0d3c1f52-7a1e-4e57-9a44-3f6b6f0e2c11';
/** The page a reader finds first: of the latest period that was published. */
const FRONT = 'index.html';

type Asked = ParsedInput<'reports.publication'>;

interface Publication {
  readonly reports: readonly LeavingReport[];
  readonly files: readonly { readonly path: string; readonly text: FileText }[];
  readonly masked: number;
  /** A name of the figures: the same as long as they are. */
  readonly seen: string;
}

/** What would be published now, and where. @throws AppError `invalid` for no period */
export async function readPublication(ctx: AppContext, input: Asked): Promise<Output<'reports.publication'>> {
  const { repository } = settingOf(ctx.store.db, 'publish');
  const { files, masked, seen } = await compose(ctx, input);
  return { repository: repository === '' ? null : repository, files: [...files], masked, seen };
}

/**
 * Queues what was looked at, in the place of what still waits of the same period. @throws AppError `refused` where no repository
 * is set or something personal is found, `conflict` where the figures changed since they were looked at
 */
export async function publishReports(
  ctx: AppContext,
  { seen, ...input }: ParsedInput<'reports.publish'>,
): Promise<Output<'reports.publish'>> {
  const { store, now } = ctx;
  const { repository } = settingOf(store.db, 'publish');
  if (repository === '')
    throw new AppError('refused', 'Set the repository that reports are published to first, under Reports in Settings.');
  const publication = await compose(ctx, input);
  if (publication.seen !== seen)
    throw new AppError('conflict', 'The figures changed since you looked. Look at them again, then publish.');
  const { reports, files } = publication;
  const gate = await judgeFiles(files, { rules: listRules(store.db) });
  if (!gate.open) throw new AppError('refused', gate.reason);
  const period = reports[0]?.period.name ?? '';
  const title = `Reports of ${periodInWords(period)}`;
  const actId = newActId();
  store.transaction((db) => {
    // Whether any of it arrived does not matter: the same paths are written anew.
    for (const { id } of waitingOf(db, files[0]?.path ?? ''))
      if (withdrawEntry(db, id, true)) changeEntry(db, id, { reason: 'Published anew since.' });
    for (const report of reports) rememberDefinitions(db, report, now());
    const message = requireScrubbed(`Publish the reports of ${periodInWords(period)}`, {}, 'the message');
    const ticketId = addTicket(db, { team: '', repository, title, createdAt: now() });
    const payload = { repository, message, files: gate.texts };
    const entryId = appendEntry(db, { ticketId, kind: 'put-files', payload, createdAt: now() });
    const undo = { kind: 'comment', entryId } as const;
    const summary = `Published the reports of ${periodInWords(period)} to ${repository}`;
    addActivity(db, { at: now(), actor: LEAD, caseId: null, verb: 'publish-report', summary, undo, actId });
  });
  return { actId };
}

async function compose(ctx: AppContext, input: Asked): Promise<Publication> {
  const { db } = ctx.store;
  const reports: LeavingReport[] = [];
  for (const ledger of LEDGERS) reports.push(await reportToLeave(ctx, { ...input, ledger }));
  const { judge, maskedN } = judgeOf(db);
  const { folder } = settingOf(db, 'publish');
  const name = reports[0]?.period.name.replace('..', '-to-') ?? '';
  const dated = FORMATS.map((format) => ({
    path: `${folder}/${name}.${EXTENSIONS[format]}`,
    text: WRITERS[format](reports, judge),
  }));
  const front = dated
    .slice(0, isLatest(db, folder, name) ? 1 : 0)
    .map(({ text }) => ({ path: `${folder}/${FRONT}`, text }));
  const figures = reports.map(({ asOf: _, ...lasting }) => lasting);
  const seen = uuidOf(JSON.stringify([folder, figures]), FIGURES);
  return { reports, files: [...dated, ...front], masked: maskedN(), seen };
}

/** Publications that write to this path. */
function waitingOf(db: Db, path: string): StoredEntry[] {
  return entriesOfKind(db, 'put-files').filter(({ payload }) => pathsOf(payload).includes(path));
}

/** Whether no later month, or no later week or days, was published to the folder. */
function isLatest(db: Db, folder: string, name: string): boolean {
  const sort = (one: string) => one.replace(/\d/g, '0');
  return !entriesOfKind(db, 'put-files')
    .filter(({ state }) => state !== 'withdrawn')
    .flatMap(({ payload }) => pathsOf(payload))
    .filter((path) => path.startsWith(`${folder}/`) && path.endsWith('.html') && !path.endsWith(FRONT))
    .map((path) => path.slice(folder.length + 1, -'.html'.length))
    .some((other) => sort(other) === sort(name) && other > name);
}

function pathsOf(payload: unknown): string[] {
  const read = putFilesPayload.safeParse(payload);
  return read.success ? read.data.files.map(({ path }) => path) : [];
}
