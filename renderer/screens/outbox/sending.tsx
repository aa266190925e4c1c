// The state of sending: GitHub's limits, the progress of what was queued together, and why nothing can be sent.

import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import type { SyncState } from '../../../electron/contract/schemas.ts';
import { MINUTE_MS } from '../../../electron/core/domain/time.ts';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { exactTime, plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';

/** How much of GitHub's limits on new issues and comments is used. */
export function SentLately({ sync: { sentLately } }: { sync: SyncState }) {
  const { minute, hour } = sentLately;
  if (hour === 0) return null;
  return (
    <span className="meta sent-lately" title="How many new tickets and comments GitHub accepts from one person">
      Sent {minute} of 80 this minute, {hour} of 500 this hour
    </span>
  );
}

/** From this many pending entries on, a progress bar is shown. */
const MANY = 3;

export function HowSendingStands({ sync }: { sync: SyncState }) {
  const ui = useDeskUi();
  const { trouble, failing, limitedUntil, progress, unreadable } = sync;
  return (
    <>
      {failing.map(({ service, reason, needsSignIn, retryAt }) => (
        <p key={service} className="sending problem" role="alert">
          <IconAlertTriangle size={16} aria-hidden />
          {reason}{' '}
          {needsSignIn ? 'Queued entries wait until then.' : `It will be tried again at ${exactTime(retryAt)}.`}
        </p>
      ))}
      {limitedUntil !== null && (
        <p className="sending" role="status">
          <IconClock size={16} aria-hidden />
          GitHub accepts no more requests until {exactTime(limitedUntil)}; sending continues automatically then.
        </p>
      )}
      {unreadable.length > 0 && (
        <p className="sending problem" role="alert">
          <IconAlertTriangle size={16} aria-hidden />
          This token may not read {unreadable.join(', ')}, so replies from there do not come in. Sign in with one that
          may.
        </p>
      )}
      {progress !== null && progress.total >= MANY && (
        <div className="sending" role="status">
          <ProgressBar label="New tickets and comments sent" done={progress.done} total={progress.total} />
          <span>
            {progress.done} of {progress.total} new tickets and comments sent
          </span>
          {sync.online !== false && trouble === null && (
            <span className="hint" title={exactTime(progress.doneAt)}>
              done {inWords(progress.doneAt - ui.now())}
            </span>
          )}
        </div>
      )}
    </>
  );
}

function inWords(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 1) return 'within a minute';
  if (minutes < 60) return `in about ${plural(minutes, 'minute')}`;
  const hours = Math.floor(minutes / 60);
  return `in about ${hours} h ${String(minutes % 60).padStart(2, '0')} m`;
}
