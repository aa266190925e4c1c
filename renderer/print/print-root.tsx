// Paper shows this page and nothing from the screen: whoever uses the browser's own print command gets a notice instead
// of raw text.
import { useSyncExternalStore } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { PrintedPage } from '../../electron/contract/print-calls.ts';
import './print.css';

let shown: PrintedPage | null = null;
const listeners = new Set<() => void>();

function show(page: PrintedPage | null): void {
  shown = page;
  for (const each of listeners) each();
}

/** Lays out a page for paper and opens the print dialog; removed when that is done. */
export function showOnPaper(page: PrintedPage): void {
  flushSync(() => show(page));
  window.addEventListener('afterprint', () => show(null), { once: true });
  window.print();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** `keys` are those that print scrubbed content. */
export function PrintRoot({ keys }: { keys: string }) {
  const page = useSyncExternalStore(listen, () => shown);
  return createPortal(
    <section className="print-root" aria-hidden="true">
      {page === null ? (
        <p>Tier3 Desk prints what is scrubbed: press {keys.replace('$mod', 'Ctrl')} in its window.</p>
      ) : (
        <Page page={page} />
      )}
    </section>,
    document.body,
  );
}

function Page({ page: { title, note, facts, text, tables } }: { page: PrintedPage }) {
  return (
    <>
      <header>
        <h1>{title}</h1>
        <p>{note}</p>
      </header>
      {facts.length > 0 && (
        <dl>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {text !== '' && <p className="text">{text}</p>}
      {tables.map(({ heads, rows }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page on paper never changes
        <table key={at}>
          {heads.length > 0 && (
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head}>{head}</th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a page on paper never changes
              <tr key={line}>
                {row.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a page on paper never changes
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}
