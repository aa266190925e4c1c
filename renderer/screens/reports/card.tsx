// A chart of the overview: its name, its message in one sentence, the chart, and the same data as a table.
import type { ReactNode } from 'react';

export function Card({
  name,
  says,
  heads,
  rows,
  children,
}: {
  name: string;
  says: string;
  heads: readonly [string, ...string[]];
  /** The first cell is the row header. */
  rows: readonly (readonly [string, ...(string | number)[]])[];
  children: ReactNode;
}) {
  return (
    <section className="card picture" aria-label={name}>
      <header>
        <h3>{name}</h3>
        <span>{says}</span>
      </header>
      {children}
      <details>
        <summary>The same as a table</summary>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...numbers]) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                {numbers.map((number, at) => (
                  <td key={heads[at + 1]}>{number}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
