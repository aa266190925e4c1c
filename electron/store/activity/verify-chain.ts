// Verifies the audit chain: walks it from its beginning, and names the first link that is not intact.
import { activity, auditLinks } from '../../../drizzle/schema.ts';
import type { Db } from '../db.ts';
import {
  type ActivityRow,
  type ChainHead,
  type Link,
  type LinkKind,
  lineHash,
  linkHash,
  payloadOf,
  WORDED_VERBS,
} from './audit.ts';

export interface BrokenLink {
  readonly seq: number;
  /** What is not intact, as a sentence. */
  readonly what: string;
  /** The line of activity it concerns. */
  readonly activity: Pick<ActivityRow, 'id' | 'at' | 'verb' | 'caseId'> | null;
}

export interface ChainProof {
  readonly links: number;
  /** When the chain was begun, UTC ms; null if there is none. */
  readonly begunAt: number | null;
  readonly head: ChainHead | null;
  readonly broken: BrokenLink | null;
}

/** An anchor: the length of the chain at some point, and where that was recorded. */
export interface Anchor extends ChainHead {
  readonly where: string;
}

/** What a line must look like according to its links so far. */
interface Expected {
  undoneAt: number | null;
}

const told = ({ id, at, verb, caseId }: ActivityRow) => ({ id, at, verb, caseId });

/** Walks the whole chain: about a second for 100,000 lines. */
export function verifyChain(db: Db, anchors: readonly Anchor[]): ChainProof {
  const rows = new Map(
    db
      .select()
      .from(activity)
      .all()
      .map((row) => [row.id, row]),
  );
  const links = db.select().from(auditLinks).orderBy(auditLinks.seq).all();
  const head = links.at(-1) ?? null;
  const proof = {
    links: links.length,
    begunAt: links[0]?.at ?? null,
    head: head === null ? null : { seq: head.seq, hash: head.hash },
  };
  const broken = firstBroken(links, rows) ?? missedAnchor(links, anchors);
  return { ...proof, broken };
}

function firstBroken(links: readonly Link[], rows: ReadonlyMap<string, ActivityRow>): BrokenLink | null {
  const expected = new Map<string, Expected & { readonly seq: number }>();
  let before = '';
  let next = 1;
  for (const link of links) {
    const row = rows.get(link.activityId ?? '') ?? null;
    const breaks = (what: string): BrokenLink => ({ seq: link.seq, what, activity: row === null ? null : told(row) });
    if (link.seq !== next) return breaks(`Link ${next} is missing.`);
    if (link.kind !== 'begin' && row === null) return breaks('The line it refers to is missing.');
    const isLine = link.kind === 'add' && row !== null;
    if (link.hash !== linkHash(before, link, isLine ? lineHash(row) : '') || (isLine && !holdsPayload(link, row)))
      return breaks(
        link.kind === 'add'
          ? 'The line, or the link itself, was changed after it was written.'
          : 'The link was changed.',
      );
    const wrong = follow(link, expected);
    if (wrong !== null) return breaks(wrong);
    before = link.hash;
    next += 1;
  }
  return firstStray(rows, expected, next);
}

/** What a purge removes may be gone; what is there must be what was written. */
function holdsPayload({ payload }: Link, row: ActivityRow): boolean {
  const [fact, undo] = (payload ?? '').split(' ');
  const [factNow, undoNow] = payloadOf(row).split(' ');
  const factIsPurged = row.fact === null && WORDED_VERBS.includes(row.verb);
  return (fact === factNow || factIsPurged) && (undo === undoNow || row.undo === null);
}

const NEEDS: Readonly<Record<LinkKind, boolean>> = { begin: false, add: false, undo: true, stand: true };

/** @returns what is wrong with a link after those before it; null when nothing is */
function follow(
  { seq, kind, activityId, at }: Link,
  expected: Map<string, Expected & { readonly seq: number }>,
): string | null {
  if (activityId === null) return kind === 'begin' && seq === 1 ? null : 'The chain starts over.';
  const line = expected.get(activityId);
  if ((line !== undefined) !== NEEDS[kind]) return 'The line was written twice, or never.';
  if (line === undefined) expected.set(activityId, { undoneAt: null, seq });
  else line.undoneAt = kind === 'undo' ? at : null;
  return null;
}

/** Lines without a link, or whose undone state differs from their links: the first of them. */
function firstStray(
  rows: ReadonlyMap<string, ActivityRow>,
  expected: ReadonlyMap<string, Expected & { readonly seq: number }>,
  end: number,
): BrokenLink | null {
  let first: BrokenLink | null = null;
  for (const row of rows.values()) {
    const line = expected.get(row.id);
    const seq = line?.seq ?? end;
    if (line !== undefined && line.undoneAt === row.undoneAt) continue;
    if (first !== null && first.seq <= seq) continue;
    const what = line === undefined ? 'A line was inserted.' : 'The line was undone or restored without a link.';
    first = { seq, what, activity: told(row) };
  }
  return first;
}

function missedAnchor(links: readonly Link[], anchors: readonly Anchor[]): BrokenLink | null {
  const missed = anchors.filter(({ seq, hash }) => links[seq - 1]?.hash !== hash).toSorted((a, b) => a.seq - b.seq)[0];
  if (missed === undefined) return null;
  const seq = Math.min(missed.seq, links.length + 1);
  const what =
    missed.seq > links.length
      ? `The end is missing: ${missed.where} recorded ${missed.seq} links, and there are ${links.length}.`
      : `It is not the chain that ${missed.where} recorded.`;
  return { seq, what, activity: null };
}
