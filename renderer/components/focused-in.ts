/** Which of some elements has the focus, by its place among them; -1 for none. */
export function focusedIn(elements: readonly Element[]): number {
  const focused = document.activeElement;
  return focused === null ? -1 : elements.indexOf(focused);
}
