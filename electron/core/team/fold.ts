// From changes to what every desk shows, whatever order they came in and however often. The rules, written once:
// - Of decisions made side by side a ticket beats everything else, the first ticket beats a second one, and otherwise the last
//   decision stands; the others are kept to be shown.
// - Side by side a move by hand beats the desk's own guess, and a merge beats both: a case put into a merged problem, whenever
//   that was, is where that problem went.
// - Tags and what a reviewer said of a span are sets: of each member the last word stands.
// - A report that two desks read in is one case: the last reading of it stands, and the first tells whose number it keeps.
// - Merges go in the order of their stamps; one that would close a circle is left out.
// - Of a setting of the team the last word stands.
// - What is known of a ticket, a problem or an act is the last that was said; a ticket with a number beats one without.
import type {
  CaseRecord,
  Change,
  Placing,
  Stamped,
  TeamAct,
  TeamDecision,
  TeamFinding,
  TeamProblem,
  TeamTicket,
} from './changes.ts';
import { type Register, type Setting, settle } from './register.ts';
import type { Stamp } from './stamp.ts';

export interface FoldedCase {
  readonly record: Setting<CaseRecord> | null;
  /** When it was first imported on any desk. */
  readonly firstRead: Stamp | null;
  readonly decision: Register<TeamDecision>;
  readonly place: Register<Placing>;
  readonly askSame: Register<string | null>;
  /** In alphabetical order. */
  readonly tags: readonly string[];
  /** In text order. */
  readonly findings: readonly TeamFinding[];
}

type Of<K extends Change['kind']> = Stamped<Extract<Change, { kind: K }>>;

function ofKind<K extends Change['kind']>(changes: readonly Stamped[], kind: K): Of<K>[] {
  return changes.filter((one): one is Of<K> => one.change.kind === kind);
}

function settings<T>(
  changes: readonly Stamped<Change & { readonly seen: readonly Stamp[]; readonly value: T }>[],
): Setting<T>[] {
  return changes.map(({ stamp, change: { seen, value } }) => ({ stamp, seen, value }));
}

const rankOfDecision = ({ ticket }: TeamDecision) => (ticket === null ? 0 : 1);
const RANK_OF_PLACING = { desk: 0, person: 1 } as const;

/** All changes of one case. */
export function foldCase(changes: readonly Stamped[]): FoldedCase {
  const records = ofKind(changes, 'record').map(({ stamp, change }) => ({ stamp, seen: [], value: change.record }));
  const { winner: record, others } = settle(records);
  return {
    record,
    firstRead: others.at(-1)?.stamp ?? record?.stamp ?? null,
    decision: settle(settings<TeamDecision>(ofKind(changes, 'decision')), rankOfDecision, ({ ticket }) =>
      ticket === null ? 'last' : 'first',
    ),
    place: settle(settings<Placing>(ofKind(changes, 'place')), ({ by }) => RANK_OF_PLACING[by]),
    askSame: settle(settings<string | null>(ofKind(changes, 'ask-same'))),
    tags: foldTags(ofKind(changes, 'tags')),
    findings: foldFindings(ofKind(changes, 'finding')),
  };
}

function foldTags(changes: readonly Of<'tags'>[]): string[] {
  const words = changes.flatMap(({ stamp, change }) => [
    ...change.add.map((tag) => ({ key: tag, stamp, value: true })),
    ...change.remove.map((tag) => ({ key: tag, stamp, value: false })),
  ]);
  return [...lastWords(words)].flatMap(([tag, isThere]) => (isThere ? [tag] : [])).sort();
}

function foldFindings(changes: readonly Of<'finding'>[]): TeamFinding[] {
  const words = changes.map(({ stamp, change: { value } }) => ({ key: `${value.start} ${value.end}`, stamp, value }));
  return [...lastWords(words).values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The latest value of each key. */
function lastWords<T>(words: readonly { key: string; stamp: Stamp; value: T }[]): Map<string, T> {
  const inOrder = [...words].sort((a, b) => (a.stamp < b.stamp ? -1 : 1));
  return new Map(inOrder.map(({ key, value }) => [key, value]));
}

/** Folds all changes of one act, ticket or problem; null without any. */
export function foldAct(changes: readonly Stamped[]): TeamAct | null {
  return lastOf(ofKind(changes, 'act'));
}

export function foldProblem(changes: readonly Stamped[]): TeamProblem | null {
  return lastOf(ofKind(changes, 'problem'));
}

export function foldTicket(changes: readonly Stamped[]): TeamTicket | null {
  return lastOf(ofKind(changes, 'ticket'), ({ number }) => (number === null ? 0 : 1));
}

function lastOf<T>(
  changes: readonly { readonly stamp: Stamp; readonly change: { readonly value: T } }[],
  rankOf?: (value: T) => number,
): T | null {
  const found = changes.map(({ stamp, change }) => ({ stamp, seen: [], value: change.value }));
  return settle(found, rankOf).winner?.value ?? null;
}

/** Folds all changes of one team setting; null without any. */
export function foldSetting(changes: readonly Stamped[]): Setting<string | null> | null {
  const said = ofKind(changes, 'setting').map(({ stamp, change: { value } }) => ({ stamp, seen: [], value }));
  return settle(said).winner;
}

/** Folds all merges of a team: merged problem → the problem it went into. Never contains a cycle. */
export function foldMerges(changes: readonly Stamped[]): ReadonlyMap<string, string> {
  const merged = new Map<string, string>();
  // Of concurrent changes a split comes before a merge, because it makes the merge possible.
  const orderOf = ({ stamp, change: { from, into } }: Of<'merge'>) => `${stamp} ${into === null ? 0 : 1} ${from}`;
  const once = new Map(ofKind(changes, 'merge').map((one) => [orderOf(one), one]));
  for (const [, { change }] of [...once].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { from, into } = change;
    const before = merged.get(from);
    merged.delete(from);
    if (into === null) continue;
    const isCircle = problemAfter(merged, into) === from;
    const target = isCircle ? before : into;
    if (target !== undefined) merged.set(from, target);
  }
  return merged;
}

/** Where the cases of a problem are now, following chains of merges. */
export function problemAfter(merges: ReadonlyMap<string, string>, problem: string): string {
  let at = problem;
  for (let next = merges.get(at); next !== undefined; next = merges.get(at)) at = next;
  return at;
}
