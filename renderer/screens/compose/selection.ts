// Converts between the selection on screen and offsets in the raw text. Tags of findings are drawn by CSS, so they are
// not part of the text.

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The selected span inside an element, trimmed; null when nothing of it is selected. */
export function selectedSpan(element: HTMLElement): Span | null {
  const selection = window.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(range.startContainer, range.startOffset);
  const chosen = range.toString();
  const start = before.toString().length + (chosen.length - chosen.trimStart().length);
  const end = start + chosen.trim().length;
  return end > start ? { start, end } : null;
}

export function selectSpan(element: HTMLElement, span: Span): void {
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(spanRange(element, span));
}

/** The position on screen of a span of the text. */
export function spanRange(element: HTMLElement, { start, end }: Span): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let at = 0, node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    const next = at + (node.textContent?.length ?? 0);
    if (start >= at && start < next) range.setStart(node, start - at);
    if (end > at && end <= next) {
      range.setEnd(node, end - at);
      break;
    }
    at = next;
  }
  return range;
}

/** Every occurrence of a text, ignoring case. */
export function findWords(text: string, words: string): Span[] {
  const wanted = words.trim().toLowerCase();
  const spans: Span[] = [];
  if (wanted === '') return spans;
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + wanted.length))
    spans.push({ start: at, end: at + wanted.length });
  return spans;
}
