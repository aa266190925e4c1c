// What every live source is: somewhere cases come from by themselves. Adding one takes a file here that reads it, a line in
// `all.ts`, its name in LIVE_SOURCES and its part of the setting.
import type { LiveKind } from '../../contract/intake-shapes.ts';
import type { SettingValue } from '../../contract/settings.ts';
import type { IncomingCase } from '../../core/intake/incoming-case.ts';
import type { Connections } from '../../sync/connections.ts';
import type { AppContext } from '../app-context.ts';

/** How services are reached. */
export interface Line {
  readonly connections: () => Connections;
  readonly fetch: typeof fetch;
}

export interface LookedThrough {
  readonly cases: readonly IncomingCase[];
  /** Where the next look goes on: whatever the source itself wants to know then. */
  readonly cursor: string;
}

export interface LiveSource {
  readonly kind: LiveKind;
  /** What is looked at, in words for a list of imports; null where it is off. A change of it begins from the start. */
  readonly placeOf: (set: SettingValue<'liveSources'>) => string | null;
  /**
   * What is new or changed since `cursor` (null for the first look). The same record may come again.
   * @throws AppError `refused` with what is wrong and what to do
   */
  readonly look: (ctx: AppContext, line: Line, cursor: string | null) => Promise<LookedThrough>;
}
