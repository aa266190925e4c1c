// Activity of a period as a file for auditors: every line with its link in the hash chain, every cell checked for PII.
// People whose account or login looks like a name are told apart by a number.

import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { factsFile, type OwnFact } from '../../core/compose/judged-sheet.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import type { ScrubbedText } from '../../core/domain/pii.ts';
import { DAY_MS } from '../../core/domain/time.ts';
import { type PiiCheckContext, scrubWords } from '../../core/scrub/pii-check.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { type AuditLine, auditLines } from '../../store/activity/audit-lines.ts';
import { verifyChain } from '../../store/activity/verify-chain.ts';
import { findCase } from '../../store/cases/cases.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import type { Db } from '../../store/db.ts';
import { knownLogins } from '../../store/tickets/directory.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { piiCheckContext } from '../draft-ticket.ts';

/** Lines checked between two looks at whether the job was canceled. */
const PIECE = 200;
const MOST_LINES = 200_000;
const HEADS = ['Link', 'Time (UTC)', 'Done by', 'Account', 'Case', 'Act', 'What', 'Taken back (UTC)', 'Link hash'];

const own = (fact: string): OwnFact => ({ own: fact });
const time = (at: number | null) => own(at === null ? '' : new Date(at).toISOString());

/** Checks cells, counts masked ones by column, and caches what is known about a case. */
function judgeOf(db: Db) {
  const desk: PiiCheckContext = { rules: listRules(db), logins: knownLogins(db) };
  const contexts = new Map<CaseId, PiiCheckContext>();
  const people = new Map<string, number>();
  const masked = new Map<string, number>();
  const about = (caseId: CaseId | null): PiiCheckContext => {
    if (caseId === null) return desk;
    // A case that was taken back by an undo still has its lines.
    const one = findCase(db, caseId);
    const known = contexts.get(caseId) ?? (one === null ? desk : piiCheckContext(db, one));
    contexts.set(caseId, known);
    return known;
  };
  const cell = (words: string, context: PiiCheckContext, column: string): ScrubbedText => {
    const judged = scrubWords(words, context);
    if (judged.masked) masked.set(column, (masked.get(column) ?? 0) + 1);
    return judged.text;
  };
  const person = (name: string, column: string): ScrubbedText => {
    const judged = scrubWords(name, desk);
    if (!judged.masked) return judged.text;
    const number = people.get(name) ?? people.size + 1;
    people.set(name, number);
    masked.set(column, (masked.get(column) ?? 0) + 1);
    return scrubWords(`person ${number}`, {}).text;
  };
  const line = ({ seq, at, actor, who, caseId, reference, verb, summary, undoneAt, hash }: AuditLine) => {
    const context = about(caseId);
    return [
      ...[own(String(seq)), time(at), person(actor, 'Done by'), person(who ?? '', 'Account')],
      ...[cell(reference ?? '', context, 'Case'), own(verb), cell(summary, context, 'What')],
      ...[time(undoneAt), own(hash)],
    ];
  };
  return { cell, line, masked };
}

/**
 * `from` and `to` are UTC days, both inclusive. The file's last row says whether the chain is intact.
 * @throws AppError `invalid` for a period that ends before it begins, or has more lines than a file can hold
 */
export async function exportAudit(
  ctx: AppContext,
  { from, to, job }: ParsedInput<'audit.export'>,
): Promise<Output<'audit.export'>> {
  const { store, now, jobs } = ctx;
  const { db } = store;
  const [begin, end] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`) + DAY_MS];
  if (end <= begin) throw new AppError('invalid', 'The period ends before it begins. Choose a later last day.');
  const lines = auditLines(db, begin, end);
  if (lines.length > MOST_LINES)
    throw new AppError('invalid', `${lines.length} lines are too many for one file. Choose a shorter period.`);
  const { cell, line, masked } = judgeOf(db);
  const cells: (ScrubbedText | OwnFact)[][] = [HEADS.map(own)];
  const pieces = Array.from({ length: Math.ceil(lines.length / PIECE) }, (_, at) =>
    lines.slice(at * PIECE, (at + 1) * PIECE),
  );
  const done = await jobs.run(job, pieces, (piece) => {
    for (const one of piece) cells.push(line(one));
  });
  if (done < pieces.length) return { file: null };
  const { broken, head, links } = verifyChain(db, []);
  const proof =
    broken === null ? `The chain holds: ${links} links.` : `Link ${broken.seq} does not hold. ${broken.what}`;
  const nobody = [own(''), own(''), own('')];
  cells.push([
    ...[own(String(head?.seq ?? 0)), time(now()), ...nobody],
    ...[own('verify'), cell(proof, {}, 'What'), own(''), own(head?.hash ?? '')],
  ]);
  const name = cell(`tier3-activity-${from}-to-${to}`, { records: [from, to] }, 'Title');
  const columns = [...masked].map(([column, n]) => ({ column, cells: n }));
  const summary = `Exported ${lines.length} lines of activity for auditors, ${from} to ${to}`;
  store.transaction((tx) =>
    addActivity(tx, {
      at: now(),
      actor: LEAD,
      caseId: null,
      verb: 'audit-export',
      summary,
      undo: null,
      actId: newActId(),
    }),
  );
  const csv = factsFile(cells);
  return { file: { name, csv, lines: lines.length, proof, masked: columns } };
}
