// Adds a tag to cases, or removes it when all of them have it.
import type { ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { ActId } from '../../core/domain/ids.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { changeTags } from '../../store/cases/cases.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { inPieces } from '../in-pieces.ts';
import { requireCase } from '../require-case.ts';
import { scrubPlain } from '../scrub-words.ts';

/** Terms of a desk's own labels, and what joins them. Next to one of these, a word that would read as a name on its own is fine: "vip-case". */
const LABELS: ReadonlySet<string> = new Set(
  'vip case cases ticket report request issue problem trend team queue call caller escalation urgent priority ask wait waiting follow up review later today batch weekly outage duplicate hold todo from to of in for by with at on via and or not the'.split(
    ' ',
  ),
);

/** What in a tag may be personal. */
function withoutLabels(tag: string): string {
  return (
    tag
      .split('-')
      // A single letter names a queue or a build, nobody.
      .filter((word) => word.length > 1 && !LABELS.has(word))
      .join('-')
  );
}

const TAG = /^[\p{L}\p{N}][\p{L}\p{N}-]{0,39}$/u;

/** How sure the scrubber must be to refuse a tag. One that may leave in a file is judged there once more, and masked. */
const LIKELY = 0.3;

/**
 * Small letters, digits and dashes; tags are searched and shown in lists, so one that contains PII is refused.
 * @throws AppError `invalid`, `refused`
 */
export async function tagCases(
  ctx: AppContext,
  { caseIds, tag: typed, job }: ParsedInput<'cases.tag'>,
): Promise<{ changed: number; added: boolean; actId: ActId | null }> {
  const { store, now } = ctx;
  const tag = typed.trim().toLowerCase().replace(/^#/, '').replace(/\s+/g, '-');
  if (!TAG.test(tag)) throw new AppError('invalid', 'A tag is one word of letters, digits and dashes: "release-42".');
  if (scrubPlain(withoutLabels(tag), listRules(store.db)).findings.some(({ confidence }) => confidence >= LIKELY))
    throw new AppError('refused', 'This tag looks personal. A tag says what a case is about, never who.');
  const added = caseIds.some((id) => !requireCase(ctx, id).tags.includes(tag));
  const actId = newActId();
  const at = now();
  let changed = 0;
  await inPieces(ctx, job, caseIds, (db, id) => {
    const { tags } = requireCase(ctx, id);
    if (tags.includes(tag) === added) return;
    changeTags(db, id, added ? [...tags, tag] : tags.filter((one) => one !== tag));
    addActivity(db, {
      at,
      actor: LEAD,
      caseId: id,
      verb: 'tag',
      summary: added ? `Tagged ${tag}` : `Took the tag ${tag} off`,
      undo: { kind: 'tags', before: tags },
      actId,
    });
    changed += 1;
  });
  return { changed, added, actId: changed === 0 ? null : actId };
}
