// Messages as they stand now: an export may hold what was changed or deleted as a message of its own, after the one it is about.
import { fieldOf } from '../domain/records.ts';

export interface PlacedMessage {
  /** From 1. */
  readonly row: number;
  readonly given: unknown;
}

/** Each message once with its newest words, and without those that were deleted; `gone` are the `ts` of these. */
export function asTheyStand(messages: readonly unknown[]): {
  readonly standing: readonly PlacedMessage[];
  readonly gone: ReadonlySet<unknown>;
} {
  const newest = new Map<unknown, PlacedMessage & { readonly at: string }>();
  const gone = new Set<unknown>();
  const posted: PlacedMessage[] = [];
  for (const [index, given] of messages.entries()) {
    const row = index + 1;
    const subtype = fieldOf(given, 'subtype');
    if (subtype === 'message_deleted')
      gone.add(fieldOf(given, 'deleted_ts') ?? tsOf(fieldOf(given, 'previous_message')));
    else if (subtype === 'message_changed') {
      const inner = fieldOf(given, 'message');
      const at = String(tsOf(given));
      const before = newest.get(tsOf(inner));
      if (before === undefined || before.at <= at) newest.set(tsOf(inner), { row, at, given: within(inner, given) });
    } else posted.push({ row, given });
  }
  const known = new Set(posted.map(({ given }) => tsOf(given)));
  const standing = [
    ...posted.map(({ row, given }) => ({ row, given: withChange(given, newest.get(tsOf(given))?.given) })),
    ...[...newest].flatMap(([ts, one]) => (known.has(ts) ? [] : [one])),
  ].filter(({ given }) => !gone.has(tsOf(given)) || tsOf(given) === undefined);
  return { standing, gone };
}

const tsOf = (message: unknown) => fieldOf(message, 'ts');

/** The channel and the place stand at the outer one. */
const within = (inner: unknown, outer: unknown) => Object.assign({}, { type: 'message', ...whereOf(outer) }, inner);

/** What was not changed stays, such as who wrote it. */
const withChange = (given: unknown, changed: unknown) =>
  changed === undefined ? given : Object.assign({}, given, changed, whereOf(given));

const whereOf = (given: unknown) =>
  Object.fromEntries(
    ['channel', 'place'].flatMap((name) => {
      const value = fieldOf(given, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
