// What a command is. Keys, menus, the palette, the list of keys and the hints on buttons all use the same ones.
import type { DeskUi, ScreenName } from '../desk-ui.ts';
import { screenList } from '../state/screen-list.ts';

export interface Command {
  readonly id: string;
  readonly title: string;
  /** Other words to find it by. */
  readonly also?: string;
  readonly group: 'Go' | 'List' | 'Case' | 'Desk' | 'Screen';
  /** In tinykeys notation; the first is shown. */
  readonly keys: readonly string[];
  /** What has to be there first: the chosen case as read, or also as drawn beside the list. Keys after it wait, too. */
  readonly needs?: 'case' | 'pane';
  /** Works while typing too. */
  readonly whileTyping?: boolean;
  /** Where it works; everywhere when omitted. Commands of different screens may share a key. */
  readonly screens?: readonly ScreenName[];
  readonly when?: (ui: DeskUi) => boolean;
  readonly run: (ui: DeskUi) => void;
}

/** Whether a command can be run now. */
export function isMeant({ screens, when }: Command, ui: DeskUi): boolean {
  return (screens?.includes(ui.screen) ?? true) && (when?.(ui) ?? true);
}

/** The screens that show the list of cases. */
export const LISTS: readonly ScreenName[] = ['queue', 'board'];
/** There are rows to move through: cases, or whatever the screen lists. */
export const hasRows = (ui: DeskUi) => isList(ui) || screenList() !== null;
export const isList = (ui: DeskUi) => ui.screen === 'queue' || ui.screen === 'board';
export const withCase = (ui: DeskUi) => ui.list.selected !== null && isList(ui);

/** At once if the element exists, so that no key typed right after is lost; else when the screen has been drawn. */
export function focus(id: string): void {
  const element = document.getElementById(id);
  if (element !== null) element.focus();
  else requestAnimationFrame(() => document.getElementById(id)?.focus());
}
