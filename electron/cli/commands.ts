// The commands. Each opens the desk, makes the calls a window would make, and prints: words, or JSON with --json.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Call } from '../contract/client.ts';
import { AppError } from '../contract/errors.ts';
import type { CaseRow, OutboxEntry } from '../contract/shapes.ts';
import { findPii } from '../core/scrub/find-pii.ts';
import { replaceFindings } from '../core/scrub/placeholders.ts';
import { CASE_STATUSES, SOURCES, STATUS_NAMES, TRIAGE_ACTIONS } from '../core/words/case.ts';
import { withDesk, wordsOfDamage } from './open.ts';
import { runPractice } from './practice.ts';
import { type CommandLine, oneOf, UsageError } from './usage.ts';

type Command = (line: CommandLine) => Promise<void>;

function print(line: CommandLine, value: unknown, words: () => string): void {
  console.log(line.options.json ? JSON.stringify(value) : words());
}

const importFile: Command = async (line) => {
  const [file] = line.words;
  if (file === undefined || line.words.length > 1) throw new UsageError('Name one file to import.');
  if (!existsSync(file)) throw new AppError('not-found', `There is no file ${file}.`);
  const text = statSync(file).isDirectory() ? readSlackFolder(file) : readFileSync(file, 'utf8');
  const source = oneOf('source', line.options.source, SOURCES);
  const result = await withDesk(line, (call) =>
    call('intake.import', {
      name: basename(file),
      text,
      source,
      timeZone: line.options.zone,
    }),
  );
  print(line, result, () =>
    [
      `${result.imported} imported, ${result.duplicates} already there, ${result.rejectedCount} rejected`,
      ...result.rejected.map(({ row, column, reason }) => `  row ${row}, ${column}: ${reason}`),
    ].join('\n'),
  );
};

/** An unpacked Slack export is a folder of channels with a file a day: all their messages as one list. */
function readSlackFolder(folder: string): string {
  const messages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\d{4}-\d{2}-\d{2}\.json$/.test(name))
    .sort()
    .flatMap((name) => {
      try {
        return JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown[];
      } catch {
        throw new AppError('invalid', `${name} in this folder is not readable JSON.`);
      }
    });
  if (messages.length === 0)
    throw new AppError(
      'invalid',
      `${folder} is no unpacked Slack export: it holds no files like channel/2026-10-01.json.`,
    );
  return JSON.stringify(messages);
}

const cases: Command = async (line) => {
  const status = oneOf('status', line.options.status, CASE_STATUSES);
  const { cases: rows } = await withDesk(line, (call) =>
    call('cases.list', { filter: status === undefined ? {} : { status: [status] }, search: line.options.search }),
  );
  const shown = rows.map(({ reference, source, title, status: state, team, reportedAt, countdown }) => ({
    reference,
    source,
    title,
    status: state,
    team,
    reportedAt,
    dueAt: countdown === null || countdown.metAt !== null ? null : countdown.dueAt,
  }));
  print(line, shown, () =>
    rows.map((row) => `${row.reference}\t${STATUS_NAMES[row.status]}\t${row.team ?? '-'}\t${row.title}`).join('\n'),
  );
};

/** Pure: no desk is opened, and the findings are those the compose pane shows for the same text. */
function scrubText(text: string) {
  const findings = findPii(text);
  return {
    text: replaceFindings(text, findings),
    findings: findings.map(({ start, end, type, confidence }) => ({ start, end, type, confidence })),
  };
}

const scrub: Command = async (line) => {
  if (!line.options.lines) {
    const text = readFileSync(0, 'utf8');
    const result = scrubText(text);
    if (line.options.json) console.log(JSON.stringify(result));
    else process.stdout.write(result.text);
    return;
  }
  let number = 0;
  for await (const input of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (input.trim() === '') continue;
    const answer = `${JSON.stringify(scrubText(readLine(input, number)))}\n`;
    if (!process.stdout.write(answer)) await new Promise((resume) => process.stdout.once('drain', resume));
  }
};

function readLine(input: string, number: number): string {
  try {
    const { text } = JSON.parse(input);
    if (typeof text === 'string') return text;
  } catch {
    // told below, with the line
  }
  throw new AppError('invalid', `Line ${number} is not JSON of the form {"text": "…"}.`);
}

async function findByReference(call: Call, reference: string): Promise<CaseRow> {
  const { cases: matching } = await call('cases.find', { reference });
  const [one] = matching;
  if (one === undefined) throw new AppError('not-found', `There is no case ${reference} in this desk.`);
  if (matching.length > 1)
    throw new AppError('conflict', `${reference} is in ${matching.length} sources; decide it in the window.`);
  return one;
}

const triage: Command = async (line) => {
  const [reference] = line.words;
  const action = oneOf('action', line.options.action, TRIAGE_ACTIONS);
  if (reference === undefined || line.words.length > 1) throw new UsageError('Name one case by its reference.');
  if (action === undefined) throw new UsageError(`Name the decision: --action ${TRIAGE_ACTIONS.join('|')}.`);
  const row = await withDesk(line, async (call) => {
    const one = await findByReference(call, reference);
    await call('triage.act', {
      caseIds: [one.id],
      action,
      ...(line.options.team !== undefined && { team: line.options.team }),
    });
    return findByReference(call, reference);
  });
  const result = { reference, status: row.status, team: row.team };
  print(line, result, () => `${reference}: ${STATUS_NAMES[row.status]}${row.team === null ? '' : `, ${row.team}`}`);
};

const exportCases: Command = async (line) => {
  if (line.words.length === 0) throw new UsageError('Name the cases to export by their references.');
  const result = await withDesk(line, async (call) => {
    const rows = await Promise.all(line.words.map((reference) => findByReference(call, reference)));
    await call('tickets.queue', { caseIds: rows.map((row) => row.id) });
    return { queued: line.words };
  });
  print(line, result, () => `${result.queued.length} queued`);
};

const outbox: Command = async (line) => {
  const { entries, sync } = await withDesk(line, (call) => call('outbox.list', {}));
  const shown = entries.map(
    ({ id, kind, state, title, destination, references, attempts, reason, nextTryAt, url }) => ({
      id,
      kind,
      state,
      title,
      destination,
      references,
      attempts,
      reason,
      nextTryAt,
      url,
    }),
  );
  const words = ({ state, kind, title, destination, reason }: OutboxEntry) =>
    `${state}\t${kind}\t${destination}\t${title}${reason === null ? '' : `\t${reason}`}`;
  print(
    line,
    { entries: shown, waiting: sync.waiting, attention: sync.attention },
    () => entries.map(words).join('\n') || 'The outbox is empty.',
  );
};

const sync: Command = async (line) => {
  if (!line.options.once) throw new UsageError('Only sync --once runs from a terminal; an open desk sends by itself.');
  const result = await withDesk(line, (call) => call('sync.now', {}));
  print(line, result, () => `${result.sent} sent, ${result.waiting} waiting, ${result.attention} need a person`);
};

/** Reads again what an older scrubber has read, and says what changed; never the words themselves. */
const rescrub: Command = async (line) => {
  const result = await withDesk(line, (call) => call('cases.rescrub', {}));
  print(line, result, () =>
    [`${result.scrubbed} scrubbed again, ${result.changed.length} read otherwise now`]
      .concat(result.changed.map(({ reference, change }) => `  ${reference}: ${change}`))
      .join('\n'),
  );
};

const trends: Command = async (line) => {
  const { trends: groups } = await withDesk(line, (call) => call('trends.list', { all: line.options.all }));
  const shown = groups.map(({ id, title, size, references, team }) => ({ id, title, size, references, team }));
  print(line, shown, () =>
    groups
      .map(({ size, title, team, references }) => `${size}\t${title}\t${team ?? '-'}\t${references.join(', ')}`)
      .join('\n'),
  );
};

const route: Command = async (line) => {
  const { routes } = await withDesk(line, (call) => call('route.list', {}));
  const shown = routes.map(({ reference, team, confidence, outOfScope }) => ({
    reference,
    team,
    confidence,
    outOfScope,
  }));
  print(line, shown, () =>
    routes
      .map(
        ({ reference, team, outOfScope, because }) =>
          `${reference}\t${outOfScope ? 'out of scope' : (team ?? 'to Triage')}\t${because}`,
      )
      .join('\n'),
  );
};

/** What was found damaged when the desk was opened; `--read` stops it from being said again. */
const damage: Command = async (line) => {
  const { notices } = await withDesk(line, async (call) => {
    const found = await call('damage.get', {});
    if (line.options.read) await call('damage.read', {});
    return found;
  });
  print(line, notices, () => wordsOfDamage(notices) || 'Nothing was found damaged.');
};

export const COMMANDS: Readonly<Record<string, Command>> = {
  import: importFile,
  cases,
  scrub,
  rescrub,
  trends,
  route,
  triage,
  export: exportCases,
  outbox,
  sync,
  damage,
  practice: runPractice,
};
