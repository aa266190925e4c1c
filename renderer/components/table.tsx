// A table with headers; the last column contains the actions of a row.
import type { ReactNode } from 'react';

export function Table({ heads, children }: { heads: readonly string[]; children: ReactNode }) {
  return (
    <table className="table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
