// A long page of topics: an index stays visible while the topics scroll, and links to each.
import type { ReactNode } from 'react';
import './indexed-page.css';

interface IndexedPageProps {
  readonly label: string;
  readonly className: string;
  readonly topics: readonly { readonly name: string; readonly content: ReactNode }[];
}

const idOf = (name: string) => `topic-${name.toLowerCase().replaceAll(' ', '-')}`;

function goTo(name: string): void {
  const topic = document.getElementById(idOf(name));
  topic?.scrollIntoView();
  topic?.focus({ preventScroll: true });
}

export function IndexedPage({ label, className, topics }: IndexedPageProps) {
  return (
    <div className="indexed-page">
      <nav className="page-index" aria-label="Topics">
        {topics.map(({ name }) => (
          <button key={name} type="button" onClick={() => goTo(name)}>
            {name}
          </button>
        ))}
      </nav>
      <div className={`page-topics ${className}`} id="cases" role="region" tabIndex={0} aria-label={label}>
        {topics.map(({ name, content }) => (
          <div key={name} className="topic" id={idOf(name)} role="group" tabIndex={-1} aria-label={name}>
            {content}
          </div>
        ))}
      </div>
    </div>
  );
}
