// Hands cases over to a colleague's desk as a sealed file. A case with a ticket is left out: its ticket is answered
// from here.
import { z } from 'zod';
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { TRIAGE_ACTIONS } from '../../core/domain/case.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import { newSigningKey, sealBundle } from '../../host/seal-bundle.ts';
import { activityOf, addActivity, newActId } from '../../store/activity/activity.ts';
import { changeTags } from '../../store/cases/cases.ts';
import { findDraft } from '../../store/cases/review.ts';
import type { Db } from '../../store/db.ts';
import { whoIs } from '../../store/identity.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';
import { caseRow, findingRows } from '../../store/team/team-rows.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { notesOf } from '../notes-of-case.ts';
import { recordOf } from '../team/whats-new.ts';
import type { BundleContent, BundledCase } from './content.ts';

const KEY = 'bundle-key';
/** Tags the handed-over cases, so that the list shows which ones a colleague has. */
export const HANDED_TAG = 'handed-over';

/** The key this desk signs with, created with the first bundle. */
function signingKey(db: Db): string {
  const known = readSetting(db, KEY, z.string(), '');
  if (known !== '') return known;
  const made = newSigningKey();
  writeSetting(db, KEY, made);
  return made;
}

/** @throws AppError `refused` when none of the cases can be handed over */
export function makeBundle({ store, now }: AppContext, { caseIds }: ParsedInput<'bundle.make'>): Output<'bundle.make'> {
  const actId = newActId();
  return store.transaction((db) => {
    const rows = caseIds.flatMap((id) => caseRow(db, id) ?? []);
    const free = rows.filter(({ ticketId }) => ticketId === null);
    if (free.length === 0)
      throw new AppError('refused', 'Cases with a ticket are not handed over: the ticket is answered from this desk.');
    const cases = free.map((row) => bundle(db, row));
    const content: BundleContent = { from: whoIs(db) ?? 'a desk', madeAt: now(), cases };
    const { file, code, fingerprint } = sealBundle(JSON.stringify(content), signingKey(db));
    for (const { id, tags } of free) hand(db, id, tags === '' ? [] : tags.split(' '), fingerprint);
    return { file, code, fingerprint, cases: free.length, left: rows.length - free.length, actId };
  });

  function hand(db: Db, caseId: CaseId, before: readonly string[], fingerprint: string): void {
    changeTags(db, caseId, [...new Set([...before, HANDED_TAG])]);
    const summary = `Handed over as a file, signed ${fingerprint}`;
    const undo = { kind: 'tags', before } as const;
    addActivity(db, { at: now(), actor: LEAD, caseId, verb: 'hand-bundle', summary, undo, actId });
  }
}

/** When the current decision was made, UTC ms. */
function decidedAt(db: Db, id: CaseId): number | null {
  const isDecision = (verb: string) => TRIAGE_ACTIONS.some((action) => action === verb);
  return activityOf(db, id).find(({ verb, undoneAt }) => undoneAt === null && isDecision(verb))?.at ?? null;
}

function bundle(db: Db, row: NonNullable<ReturnType<typeof caseRow>>): BundledCase {
  const { id, status, team, tags } = row;
  const notes = notesOf(db, id).map(({ at, text }) => ({ at, text }));
  return {
    record: recordOf(row),
    decidedAt: decidedAt(db, id),
    ...{ status, team, tags: tags === '' ? [] : tags.split(' ') },
    findings: findingRows(db, id),
    draft: findDraft(db, id),
    notes: notes.toReversed(),
  };
}
