import type { RejectedRow } from '../../../electron/contract/shapes.ts';

const MOST = 50;

/** The rows that cannot be cases, each with where and why. */
export function RejectedRows({ rejected }: { rejected: readonly RejectedRow[] }) {
  if (rejected.length === 0) return null;
  return (
    <div className="rejected">
      <ul>
        {rejected.slice(0, MOST).map(({ row, column, reason }) => (
          <li key={`${row}-${column}`}>
            <b>
              Row {row}, {column}:
            </b>{' '}
            {reason}
          </li>
        ))}
      </ul>
      {rejected.length > MOST && <p>and {rejected.length - MOST} more</p>}
    </div>
  );
}
