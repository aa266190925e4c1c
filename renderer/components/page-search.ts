// Finds what a long page says: names of topics, headings, fields and buttons, as they stand there. Nothing is listed a second
// time, so nothing is missing from it.

import { cutWords } from '../../electron/core/domain/cut-words.ts';

export interface Found {
  readonly key: string;
  readonly text: string;
  readonly topic: string;
  readonly element: HTMLElement;
}

const SAYING = 'h2, h3, label, legend, summary, tbody th, button, [aria-label]:is(input, select), .templates b';
/** Of a time of day the whole is found, and not its hour and its minutes as well. */
const PARTS = '.mantine-TimePicker-root [aria-label]';
/** What a field contains is not what it is called. */
const CONTENTS = 'select, option, textarea, input, .kbd, code, [aria-hidden="true"]';
const LONGEST = 90;
const MOST = 14;

const NO_WORDS: ReadonlyMap<string, string> = new Map();

/** In the order of the page, those that begin with the words first. `also`: id of an element → other words for it. */
export function findIn(page: HTMLElement, words: string, also: ReadonlyMap<string, string> = NO_WORDS): Found[] {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [];
  const found = new Map<string, Found>();
  for (const part of page.querySelectorAll<HTMLElement>('.topic')) {
    const topic = part.getAttribute('aria-label') ?? '';
    for (const element of [part, ...part.querySelectorAll<HTMLElement>(SAYING)]) {
      if (element.matches(PARTS)) continue;
      const text = element.dataset.called ?? element.getAttribute('aria-label') ?? textOf(element);
      const key = `${topic}: ${text}`;
      const says = `${text} ${also.get(element.id) ?? ''}`.toLowerCase();
      if (text === '' || found.has(key) || !asked.every((word) => says.includes(word))) continue;
      found.set(key, { key, text: cutWords(text, LONGEST), topic, element });
    }
  }
  const begins = ({ text }: Found) => Number(!text.toLowerCase().startsWith(asked[0] ?? ''));
  return [...found.values()].toSorted((a, b) => begins(a) - begins(b)).slice(0, MOST);
}

/** Its words, without those of the fields and keys within it. */
function textOf(element: Element): string {
  const words = [...element.childNodes].map((node) => {
    if (node instanceof Element) return node.matches(CONTENTS) ? '' : textOf(node);
    return node.textContent ?? '';
  });
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

/** Brings it into view, opening what it is folded up in, and focuses what can be done there. */
export function goToFound({ element }: Found): void {
  for (let fold = element.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  element.scrollIntoView({ block: element.matches('.topic') ? 'start' : 'center' });
  const control = element instanceof HTMLLabelElement ? element.control : element;
  const target = control?.matches('a, button, input, select, textarea, summary, .topic')
    ? control
    : element.closest<HTMLElement>('.topic');
  target?.focus({ preventScroll: true });
}
