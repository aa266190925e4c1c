// How far a job has come.
import { Progress } from '@mantine/core';

export function ProgressBar({ label, done, total }: { label: string; done: number; total: number }) {
  return (
    <Progress.Root className="progress" size={8}>
      <Progress.Section value={(100 * done) / Math.max(1, total)} color="var(--accent)" aria-label={label} />
    </Progress.Root>
  );
}
