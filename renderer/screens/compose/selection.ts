// From what is selected on screen to offsets in the raw text. Tags of findings are drawn by CSS, so that they are no text.

/** The selected span inside an element, trimmed; null when nothing of it is selected. */
export function selectedSpan(element: HTMLElement): { start: number; end: number } | null {
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

/** Every place where some words stand in a text, in any letter case. */
export function findWords(text: string, words: string): { start: number; end: number }[] {
  const wanted = words.trim().toLowerCase();
  const spans: { start: number; end: number }[] = [];
  if (wanted === '') return spans;
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + wanted.length))
    spans.push({ start: at, end: at + wanted.length });
  return spans;
}
