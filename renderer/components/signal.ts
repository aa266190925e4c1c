// The state of the desk's services in one sentence, and the one thing a lead can do about it.
import type { SyncState } from '../../electron/contract/schemas.ts';
import type { DeskUi } from '../desk-ui.ts';
import { openTopic } from '../state/open-topic.ts';
import { exactTime } from './words.ts';

export interface Signal {
  readonly tone: 'fine' | 'waits' | 'trouble';
  readonly words: string;
  /** What fixes it; null if nothing can or need be done. */
  readonly mend: { readonly label: string; readonly run: (ui: DeskUi) => void } | null;
}

const SIGN_IN = { label: 'Sign in', run: () => openTopic('sign-in') };
const TRY_NOW = { label: 'Try now', run: (ui: DeskUi) => ui.syncNow() };

/** Worst first: what a lead must do, what is retried automatically, what only takes time. */
export function signalOf(sync: SyncState): Signal {
  const { signedIn, failing, limitedUntil, unreadable, online, lastSyncAt } = sync;
  const since = lastSyncAt === null ? '' : ` Last heard of at ${exactTime(lastSyncAt)}.`;
  if (!signedIn) return { tone: 'trouble', words: 'Not signed in to GitHub; nothing is sent.', mend: SIGN_IN };
  const denied = failing.find(({ needsSignIn }) => needsSignIn);
  if (denied !== undefined) return { tone: 'trouble', words: `${denied.reason}${since}`, mend: SIGN_IN };
  const [first] = failing;
  if (first !== undefined)
    return {
      tone: 'trouble',
      words: `${first.reason}${since} Tried again at ${exactTime(first.retryAt)}.`,
      mend: TRY_NOW,
    };
  if (online === false) return { tone: 'trouble', words: `Offline.${since}`, mend: TRY_NOW };
  if (limitedUntil !== null)
    return { tone: 'waits', words: `GitHub asks to wait until ${exactTime(limitedUntil)}.`, mend: null };
  if (unreadable.length > 0)
    return { tone: 'trouble', words: `The token may not read ${unreadable.join(', ')}.`, mend: SIGN_IN };
  return { tone: online === null ? 'waits' : 'fine', words: online === null ? 'Signed in.' : 'Online.', mend: null };
}
