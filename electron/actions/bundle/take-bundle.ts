// Takes over cases from a colleague's file. A report that is already here stays one case. Decisions and notes made here
// win; the colleague's are added. Taking the same file twice changes nothing.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { type CaseStatus, STATUS_NAMES, type TriageAction } from '../../core/domain/case.ts';
import type { ActId, CaseId } from '../../core/domain/ids.ts';
import { rawText } from '../../core/domain/pii.ts';
import { openBundle } from '../../host/seal-bundle.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { addCase, changeCase, changeTags, findCase, type StoredCase } from '../../store/cases/cases.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import { findDraft, listDecisions, saveDecision, saveDraft } from '../../store/cases/review.ts';
import type { Db } from '../../store/db.ts';
import { caseWithNumber } from '../../store/team/team-rows.ts';
import { findTeam } from '../../store/tickets/directory.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { keepWords } from '../kept-words.ts';
import { NOTE_VERB, notesOf } from '../notes-of-case.ts';
import { rescrubCase } from '../scrub-case.ts';
import { scrubText } from '../scrub-words.ts';
import { type BundledCase, bundleContent } from './content.ts';
import { HANDED_TAG } from './make-bundle.ts';

/** @throws AppError `invalid` */
function read({ file, code }: ParsedInput<'bundle.look'>) {
  const { words, fingerprint } = openBundle(file, code);
  const content = bundleContent.safeParse(JSON.parse(words));
  if (!content.success)
    throw new AppError('invalid', 'The file comes from a newer version of the desk. Update this desk, then try again.');
  return { ...content.data, fingerprint };
}

/** Whose file it is and what it contains, before anything is taken over. */
export function lookIntoBundle({ store }: AppContext, input: ParsedInput<'bundle.look'>): Output<'bundle.look'> {
  const { from, madeAt, fingerprint, cases } = read(input);
  const here = cases.filter(({ record }) => caseWithNumber(store.db, record.source, record.reference) !== null);
  return { from, madeAt, fingerprint, cases: cases.length, here: here.length };
}

export function takeBundle({ store, now }: AppContext, input: ParsedInput<'bundle.take'>): Output<'bundle.take'> {
  const { from, cases } = read(input);
  const at = now();
  return store.transaction((db) => {
    const counts: { added: number; merged: number; apart: string[] } = { added: 0, merged: 0, apart: [] };
    for (const one of cases) {
      const known = caseWithNumber(db, one.record.source, one.record.reference);
      const id = known ?? addReport(db, one, at);
      counts[known === null ? 'added' : 'merged'] += 1;
      const says = known === null ? `Taken over from ${from}` : null;
      if (!merge(db, id, one, { at, from, says })) counts.apart.push(one.record.reference);
    }
    return counts;
  });
}

function addReport(db: Db, { record }: BundledCase, at: number): CaseId {
  const { rawText: text, hints: hintText, fields, id: _, scrubbedArea, ...plain } = record;
  const [raw, hints] = [rawText(text), JSON.parse(hintText)];
  const { scrubbedText, scrubbedTitle, scrubberVersion, questions } = scrubText(raw, hints, [], listRules(db));
  const scrubbed = { scrubbedText, scrubbedTitle, scrubbedArea, scrubberVersion, questions };
  const added = { ...plain, importedAt: at, rawText: raw, hints, fields: JSON.parse(fields), ...scrubbed };
  const id = addCase(db, added);
  if (id === null) throw new AppError('conflict', 'A case came in at the same moment. Try again.');
  return id;
}

interface Taking {
  readonly at: number;
  readonly from: string;
  /** For a case that is new here. */
  readonly says: string | null;
}

/** False if the two desks decided differently: the decision made here wins. */
function merge(db: Db, id: CaseId, theirs: BundledCase, { at, from, says }: Taking): boolean {
  const mine = findCase(db, id);
  if (mine === null) return true;
  const actId = newActId();
  const act = (verb: string, summary: string, fact?: unknown) =>
    addActivity(db, { at, actor: LEAD, caseId: id, verb, summary, fact, undo: null, actId });
  if (says !== null) act('take-bundle', says);
  takeFindings(db, id, mine.rawText, theirs, at);
  const tags = [...new Set([...mine.tags, ...theirs.tags.filter((tag) => tag !== HANDED_TAG)])];
  if (tags.length > mine.tags.length) changeTags(db, id, tags);
  takeDraft(db, id, theirs, at);
  const notes = new Set(notesOf(db, id).map(({ text }) => text));
  for (const { text } of theirs.notes)
    if (!notes.has(text)) act(NOTE_VERB, 'An internal note came with the case', { text });
  return takeDecision(db, mine, theirs, { at, from, actId });
}

/** The act that puts a case into this state; its clocks go by it. */
const ACT_OF: Readonly<Partial<Record<CaseStatus, TriageAction>>> = {
  undecided: 'assign',
  escalated: 'escalate',
  reassigned: 'reassign',
  responded: 'respond',
  'out-of-scope': 'out-of-scope',
};

/** False if the decision cannot be taken over: this desk decided differently, or does not know the team. */
function takeDecision(
  db: Db,
  { id, status: mine, team: myTeam }: StoredCase,
  { status, team, decidedAt }: BundledCase,
  { at, from, actId }: { readonly at: number; readonly from: string; readonly actId: ActId },
): boolean {
  if ((mine === status && myTeam === team) || (status === 'undecided' && (team === null || mine !== 'undecided')))
    return true;
  const verb = ACT_OF[status];
  const name = team === null ? null : (findTeam(db, team)?.name ?? null);
  if (mine !== 'undecided' || verb === undefined || (team !== null && name === null)) return false;
  changeCase(db, id, { status, team });
  const summary = `${STATUS_NAMES[status]}${name === null ? '' : `, ${name}`}: decided by ${from}`;
  const undo = { kind: 'triage', status: mine, team: myTeam } as const;
  addActivity(db, { at: decidedAt ?? at, actor: LEAD, caseId: id, verb, summary, undo, actId });
  return true;
}

/** Text offsets carry over only if the text is identical. */
function takeFindings(db: Db, id: CaseId, mine: string, { record, findings }: BundledCase, at: number): void {
  if (mine !== record.rawText) return;
  const known = new Set(listDecisions(db, id).map(({ start, end }) => `${start} ${end}`));
  const fresh = findings.filter(({ start, end }) => !known.has(`${start} ${end}`));
  for (const { start, end, said } of fresh) if (said !== null) saveDecision(db, id, { start, end, ...said }, at);
  const one = fresh.length === 0 ? null : findCase(db, id);
  if (one !== null) rescrubCase(db, one);
}

function takeDraft(db: Db, id: CaseId, { draft }: BundledCase, at: number): void {
  const mine = findDraft(db, id);
  if (draft === null || (mine?.title === draft.title && mine.body === draft.body)) return;
  if (mine === null && findCase(db, id)?.ticketId == null) saveDraft(db, id, draft, at);
  else keepWords(db, id, { kind: 'ticket', ...draft }, at);
}
