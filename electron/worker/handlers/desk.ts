// What the handlers of an open desk are given. Each wing of calls has a file of handlers here, which `all.ts` joins; a
// new call is one line there.
import type { AppContext } from '../../actions/app-context.ts';
import type { SyncLoop } from '../../sync/sync-loop.ts';

export interface Desk {
  readonly ctx: AppContext;
  readonly sync: SyncLoop;
  readonly practice: boolean;
  /** The texts of the sample exports of practice mode. */
  readonly samples: () => readonly string[];
  /** Advances the clock by milliseconds; only if it is not the real one. */
  readonly advance: ((ms: number) => void) | null;
  /** Checks the clocks now, sends what that queued and shows what it changed. */
  readonly look: () => void;
}
