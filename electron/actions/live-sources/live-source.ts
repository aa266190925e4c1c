// What every live source is: somewhere cases come from by themselves. Adding one takes a file here that reads it, a line in
// `all.ts`, its name in LIVE_SOURCES, its part of the setting and its words on the screen.
import type { LiveKind } from '../../contract/intake-shapes.ts';
import type { SettingValue } from '../../contract/settings.ts';
import type { Source } from '../../core/domain/case.ts';
import type { IncomingCase, RejectedLine } from '../../core/intake/incoming-case.ts';
import type { Connections } from '../../sync/connections.ts';
import type { AppContext } from '../app-context.ts';

type Set = SettingValue<'liveSources'>;

/** How services are reached. */
export interface Line {
  readonly connections: () => Connections;
  readonly fetch: typeof fetch;
}

/** The same with the source's own token; empty for one that needs none. */
export interface LineOfSource extends Line {
  readonly token: string;
}

export interface LookedThrough {
  /** Of the cases, where it is another than the kind says. */
  readonly source?: Source;
  readonly cases: readonly IncomingCase[];
  /** What cannot be a case; none where omitted. */
  readonly rejected?: readonly RejectedLine[];
  /** Where the next look goes on: whatever the source itself wants to know then. */
  readonly cursor: string;
  /** More waits there, or the service asked to wait: when to look again, UTC ms. As usual where omitted. */
  readonly goOnAt?: number;
  /** What was wrong with a part of it, and what to do; what was read comes in all the same. */
  readonly error?: string;
  /** What a person should know about this look although nothing is wrong, in sentences without anything personal. */
  readonly note?: string;
}

/** The sentence of a note about what could not be read, if there is any. */
export function keptToMend(count: number, what: 'message' | 'record'): readonly string[] {
  if (count === 0) return [];
  return [
    count === 1
      ? `One ${what} could not be read and is kept under Import, to be mended.`
      : `${count} ${what}s could not be read and are kept under Import, to be mended.`,
  ];
}

export interface LiveSource {
  readonly kind: LiveKind;
  /** What is looked at, in words for a list of imports; null where it is off. A change of it begins from the start. */
  readonly placeOf: (set: Set) => string | null;
  /** Throws AppError `invalid`, with what to write instead, where it is set to no address it could be at. */
  readonly checkPlace?: (set: Set) => void;
  /** Of its own token; null for a source that reads with a sign-in or with none. */
  readonly token: {
    /** Where it is sent, and nowhere else; null while the setting does not say. */
    readonly addressOf: (set: Set) => string | null;
    /** What is kept of what was given. @throws AppError `invalid` with what is wrong with it, never the token */
    readonly check: (given: string) => string;
  } | null;
  /**
   * What is new or changed since `cursor` (null for the first look). The same record may come again.
   * @throws AppError `refused` with what is wrong and what to do
   */
  readonly look: (ctx: AppContext, line: LineOfSource, cursor: string | null) => Promise<LookedThrough>;
}
