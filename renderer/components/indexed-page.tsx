// A page of topics with an index: all of them below each other, or each on a page of its own. What is searched for takes the
// place of the index.

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Found, findIn, goToFound } from './page-search.ts';
import './indexed-page.css';

interface IndexedPageProps {
  readonly label: string;
  readonly className: string;
  readonly topics: readonly { readonly name: string; readonly content: ReactNode }[];
  /** What is searched for on the page; empty for nothing. */
  readonly words?: string;
  /** Id of an element → other words to find it by. */
  readonly also?: ReadonlyMap<string, string>;
  /** The only topic that is shown, and how another one is; without it the topics scroll. */
  readonly one?: { readonly name: string; readonly show: (name: string) => void };
  /** What is found elsewhere by these words: done with a press. */
  readonly acts?: readonly { readonly id: string; readonly title: string; readonly run: () => void }[];
}

/** The name of a topic as a part of an address. */
export const slugOf = (name: string) => name.toLowerCase().replaceAll(' ', '-');
const idOf = (name: string) => `topic-${slugOf(name)}`;

function goTo(name: string): void {
  const topic = document.getElementById(idOf(name));
  topic?.scrollIntoView();
  topic?.focus({ preventScroll: true });
}

export function IndexedPage({ label, className, topics, words = '', also, one, acts = [] }: IndexedPageProps) {
  const page = useRef<HTMLDivElement>(null);
  const inView = useTopicInView(page);
  const current = one === undefined ? inView : idOf(one.name);
  /** What is not shown cannot be gone to. */
  const open = (name: string, go: () => void) => {
    if (one !== undefined) flushSync(() => one.show(name));
    go();
  };
  const [found, setFound] = useState<readonly Found[]>([]);
  useLayoutEffect(() => {
    const element = page.current;
    if (element === null) return;
    const look = () => setFound(findIn(element, words, also));
    look();
    if (words === '') return;
    // Parts of the page that are still being read are found once they are there.
    const observer = new MutationObserver(look);
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [words, also]);
  const isSearch = words.trim() !== '';
  const [isHere, setHere] = useState(false);
  const hits = [
    ...found.map((hit) => ({ ...hit, press: () => open(hit.topic, () => goToFound(hit)) })),
    ...acts.map(({ id, title, run }) => ({ key: id, text: title, topic: title, press: run })),
  ];
  return (
    <div className="indexed-page" data-here={(isHere && !isSearch) || undefined}>
      <nav className="page-index" id="page-index" aria-label={isSearch ? 'Found' : 'Topics'}>
        {!isSearch &&
          topics.map(({ name }) => (
            <button
              key={name}
              type="button"
              aria-current={idOf(name) === current ? (one === undefined ? 'location' : 'page') : undefined}
              onClick={() => open(name, () => goTo(name))}
            >
              {name}
            </button>
          ))}
        {isSearch &&
          hits.map(({ key, text, topic, press }) => (
            <button key={key} type="button" className="found-there" onClick={press}>
              {text}
              {text !== topic && <span>{topic}</span>}
            </button>
          ))}
        {isSearch && (
          <p className="hint" role="status">
            {hits.length === 0 ? 'Nothing here is called that.' : ''}
          </p>
        )}
      </nav>
      <div
        ref={page}
        className={`page-topics ${className}`}
        id="cases"
        role="region"
        tabIndex={0}
        aria-label={label}
        onFocus={({ target, currentTarget }) => setHere(target === currentTarget && target.matches(':focus-visible'))}
        onBlur={() => setHere(false)}
      >
        {topics.map(({ name, content }) => (
          <div
            key={name}
            className="topic"
            id={idOf(name)}
            role="group"
            tabIndex={-1}
            aria-label={name}
            hidden={one !== undefined && name !== one.name}
          >
            <div className="topic-name" aria-hidden="true">
              {name}
            </div>
            {content}
          </div>
        ))}
      </div>
    </div>
  );
}

/** How far below the upper edge a topic counts as the one that is read, in px. */
const READ_AT = 80;

/** The id of the topic at the upper edge of the page; the last one at its end. */
function useTopicInView(page: React.RefObject<HTMLElement | null>): string | undefined {
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    const element = page.current;
    if (element === null) return;
    const look = () => {
      const parts = [...element.querySelectorAll<HTMLElement>('.topic')];
      const edge = element.getBoundingClientRect().top + READ_AT;
      const isEnd = element.scrollTop > 0 && element.scrollTop + element.clientHeight >= element.scrollHeight - 1;
      const at = isEnd ? parts.at(-1) : parts.findLast((part) => part.getBoundingClientRect().top <= edge);
      setCurrent((at ?? parts[0])?.id);
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [page]);
  return current;
}
