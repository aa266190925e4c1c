// What a command is. Keys, menus, palette, the sheet of keys and the hints on buttons all read the same ones.
import type { DeskUi } from '../desk-ui.ts';

export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: 'Go' | 'List' | 'Case' | 'Desk';
  /** As tinykeys writes them; the first is shown. */
  readonly keys: readonly string[];
  /** Works while typing too. */
  readonly whileTyping?: boolean;
  readonly when?: (ui: DeskUi) => boolean;
  readonly run: (ui: DeskUi) => void;
}

export const isList = (ui: DeskUi) => ui.room === 'queue' || ui.room === 'board';
export const withCase = (ui: DeskUi) => ui.list.selected !== null && isList(ui);

/** At once where the element is there, so that no key typed right after is lost; else when the room has been drawn. */
export function focus(id: string): void {
  const element = document.getElementById(id);
  if (element !== null) element.focus();
  else requestAnimationFrame(() => document.getElementById(id)?.focus());
}
