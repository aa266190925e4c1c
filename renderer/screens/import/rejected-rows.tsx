import type { RejectedRow } from '../../../electron/contract/intake-shapes.ts';

const MOST = 50;

/** The rows that cannot become cases, each with where and why. */
export function RejectedRows({ rejected, count }: { rejected: readonly RejectedRow[]; count: number }) {
  if (count === 0) return null;
  return (
    <div className="rejected">
      <ul>
        {rejected.slice(0, MOST).map(({ part, row, column, reason }) => (
          <li key={`${part}-${row}-${column}`}>
            <b>
              {part === undefined ? '' : `${part}, `}Row {row}, {column}:
            </b>{' '}
            {reason}
          </li>
        ))}
      </ul>
      {count > MOST && <p>and {count - MOST} more</p>}
    </div>
  );
}
