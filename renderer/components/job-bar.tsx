// Progress of an act on many cases, with a cancel button; it only appears if the act takes longer than a moment.

import { useEffect, useState } from 'react';
import { useAct, useProgress } from '../bridge/queries.ts';
import { BULK_JOB } from '../state/bulk-job.ts';
import { ProgressBar } from './progress-bar.tsx';
import { toastError } from './toast.tsx';

const APPEARS_AFTER_MS = 400;

export function JobBar() {
  const progress = useProgress(BULK_JOB);
  const cancel = useAct('jobs.cancel');
  const isRunning = progress !== null && progress.done < progress.total;
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (!isRunning) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), APPEARS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isRunning]);
  if (!isShown || progress === null) return null;
  const percent = Math.round((100 * progress.done) / progress.total);
  return (
    <div className="job-bar" role="status">
      <ProgressBar label="Progress" done={progress.done} total={progress.total} />
      <span>{percent} %</span>
      <button
        type="button"
        className="button"
        onClick={() => cancel.mutate({ job: BULK_JOB }, { onError: toastError })}
      >
        Cancel
      </button>
    </div>
  );
}
