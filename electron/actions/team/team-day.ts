// What My day shows about the team: what a member wrote or assigned to this desk and nobody here has read yet, and who
// owns what.
import type { TeamDay } from '../../contract/team-calls.ts';
import type { CaseStatus } from '../../core/domain/case.ts';
import type { ActId, CaseId } from '../../core/domain/ids.ts';
import { isNamed } from '../../core/domain/mentions.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { actsWithCases, type TeamActRow } from '../../store/team/team-acts.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { NOTE_VERB } from '../notes-of-case.ts';
import { requireCase } from '../require-case.ts';
import { LOST_VERB, lostFact } from './lost-decisions.ts';
import { readMembership } from './membership.ts';
import { OWNER_VERBS, ownerFact } from './ownership.ts';

const READ_VERB = 'read-team-note';
const OPEN: ReadonlySet<CaseStatus> = new Set(['undecided', 'escalated', 'ticketed']);

export function readTeamDay({ store: { db } }: AppContext): TeamDay {
  const member = readMembership(db);
  if (member === null) return { inTeam: false, forYou: [], holdings: [] };
  const rows = actsWithCases(db, [...OWNER_VERBS, NOTE_VERB, READ_VERB, LOST_VERB]);
  const read = new Set(rows.flatMap(({ verb, fact }) => (verb === READ_VERB ? readOf(fact) : [])));
  const owners = lastOwners(rows);
  const forYou = rows
    .filter((row) => row.actor !== LEAD && !read.has(row.actId))
    .flatMap((row) => {
      const { verb, fact } = row;
      if (verb === NOTE_VERB) {
        const text = fact === null ? '' : String(JSON.parse(fact).text);
        return isNamed(text, member.name) ? [shown(row, 'note', text)] : [];
      }
      if (verb === LOST_VERB) return fact === null ? [] : [shown(row, 'lost', lostFact.parse(JSON.parse(fact)).text)];
      const isStill = verb === 'hand-over' && owners.get(row.caseId)?.row === row;
      const given = isStill ? ownerFact.parse(JSON.parse(fact ?? 'null')) : null;
      return given?.owner === member.device ? [shown(row, 'hand-over', given.note)] : [];
    });
  return { inTeam: true, forYou: forYou.reverse(), holdings: holdingsOf(owners, member.device) };
}

function readOf(fact: string | null): string[] {
  return fact === null ? [] : [String(JSON.parse(fact).actId)];
}

type Owners = ReadonlyMap<CaseId, { readonly row: TeamActRow; readonly owner: string | null; readonly name: string }>;

function lastOwners(rows: readonly TeamActRow[]): Owners {
  const owners = new Map<CaseId, { row: TeamActRow; owner: string | null; name: string }>();
  for (const row of rows) {
    if (row.fact === null || !OWNER_VERBS.some((verb) => verb === row.verb)) continue;
    const { owner, name } = ownerFact.parse(JSON.parse(row.fact));
    owners.set(row.caseId, { row, owner, name });
  }
  return owners;
}

function shown(
  { actId, at, actor, caseId, reference, title }: TeamActRow,
  kind: TeamDay['forYou'][number]['kind'],
  text: string | null,
) {
  return { actId, kind, at, from: actor, caseId, reference, title, text };
}

/** Open cases by owner, largest first. */
function holdingsOf(owners: Owners, device: string): TeamDay['holdings'] {
  const byOwner = new Map<string, { name: string; caseIds: CaseId[] }>();
  for (const [caseId, { owner, name, row }] of owners) {
    if (owner === null || !OPEN.has(row.status)) continue;
    const held = byOwner.get(owner) ?? { name, caseIds: [] };
    held.caseIds.push(caseId);
    byOwner.set(owner, held);
  }
  return [...byOwner]
    .map(([owner, { name, caseIds }]) => ({ name, isYou: owner === device, caseIds }))
    .sort((a, b) => b.caseIds.length - a.caseIds.length || (a.name < b.name ? -1 : 1));
}

/** Dismisses it from My day, on this desk only. @throws AppError `not-found` */
export function readTeamNote(
  ctx: AppContext,
  { actId, caseId }: { readonly actId: ActId; readonly caseId: CaseId },
): { actId: ActId } {
  requireCase(ctx, caseId);
  const own = newActId();
  ctx.store.transaction((db) =>
    addActivity(db, {
      at: ctx.now(),
      actor: LEAD,
      caseId,
      verb: READ_VERB,
      summary: 'Read what a member wrote',
      fact: { actId },
      undo: { kind: 'note' },
      actId: own,
    }),
  );
  return { actId: own };
}
