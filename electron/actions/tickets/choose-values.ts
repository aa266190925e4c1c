// Resolves a conflict between our value of a field and someone else's: the lead chooses which one to keep.
import type { ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { Progress } from '../../core/domain/outbox.ts';
import type { FieldConflict } from '../../core/domain/ticket.ts';
import { casesOfTicket } from '../../store/cases/cases.ts';
import { changeEntry } from '../../store/outbox/outbox.ts';
import { editIssuePayload, movePipelinePayload, setProjectPayload } from '../../sync/payloads.ts';
import type { AppContext } from '../app-context.ts';
import { keepWords, typedWords } from '../kept-words.ts';
import { requireEntry } from '../outbox/require-entry.ts';

type Keep = ParsedInput<'outbox.choose'>['keep'];

/**
 * Chooses between the lead's value and the one someone else wrote in the meantime, for every field where they differ.
 * Choosing theirs leaves it as it is; choosing ours overwrites exactly the value that was shown.
 * @throws AppError `invalid`, `refused`
 */
export function chooseValues({ store, now }: AppContext, { id, keep }: ParsedInput<'outbox.choose'>): void {
  store.transaction((db) => {
    const { kind, payload, conflicts, state, ticketId } = requireEntry(db, id);
    if (state !== 'undecided' || conflicts.length === 0)
      throw new AppError('refused', 'There is nothing left to choose.');
    const open = conflicts.find(({ field }) => keep[field] === undefined);
    if (open !== undefined) throw new AppError('invalid', `Choose which ${open.field} stands.`);
    const rest =
      kind === 'edit-issue'
        ? ofTicket(payload, conflicts, keep)
        : kind === 'set-project'
          ? ofBoard(payload, conflicts, keep)
          : ofPipeline(payload, conflicts, keep);
    const ours = conflicts.some(({ field }) => keep[field] === 'theirs') ? typedWords(kind, payload) : null;
    if (ours !== null) for (const one of casesOfTicket(db, ticketId)) keepWords(db, one.id, ours, now());
    changeEntry(db, id, {
      ...(rest === null
        ? { state: 'withdrawn', reason: 'Left as it is there.' }
        : { state: 'queued', reason: null, payload: JSON.stringify(rest) }),
      conflicts: null,
      nextTryAt: null,
    });
  });
}

/** The lead has looked at the attempt that got no answer: from here on, what was shown is the baseline. */
function looked(progress: Progress | undefined): Progress | undefined {
  return progress && { ...progress, tried: null };
}

/** What is left to send; null for nothing. */
function ofTicket(payload: unknown, conflicts: readonly FieldConflict[], keep: Keep): object | null {
  const { repository, changes, progress } = editIssuePayload.parse(payload);
  const kept: Record<string, object | undefined> = { ...changes };
  for (const { field, theirs } of conflicts) {
    if (keep[field] === 'theirs') delete kept[field];
    else kept[field] = { ...kept[field], was: theirs };
  }
  return Object.keys(kept).length === 0 ? null : { repository, changes: kept, progress: looked(progress) };
}

function ofBoard(payload: unknown, conflicts: readonly FieldConflict[], keep: Keep): object | null {
  const { fields, was, progress, ...board } = setProjectPayload.parse(payload);
  const [kept, seen] = [{ ...fields }, { ...was }];
  for (const { field, theirs } of conflicts) {
    if (keep[field] === 'theirs') delete kept[field];
    else seen[field] = standing(theirs);
  }
  return Object.keys(kept).length === 0 ? null : { ...board, fields: kept, was: seen, progress: looked(progress) };
}

/** The text of a board field; an unset field is empty. */
const standing = (theirs: string) => (theirs === '' ? null : theirs);

/** A card is always in some pipeline, so keeping theirs means that its current pipeline becomes the target. */
function ofPipeline(payload: unknown, conflicts: readonly FieldConflict[], keep: Keep): object | null {
  const place = movePipelinePayload.parse(payload);
  const kept: Record<string, unknown> = { ...place };
  const seen: Record<string, unknown> = { ...place.was };
  for (const { field, theirs } of conflicts) {
    if (keep[field] === 'ours') seen[field] = field === 'estimate' && theirs !== '' ? Number(theirs) : standing(theirs);
    else if (field !== 'pipeline') delete kept[field];
    else if (theirs !== '') kept.pipeline = theirs;
    else return null;
  }
  return { ...kept, was: seen, progress: looked(place.progress) };
}
