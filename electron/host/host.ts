// What a host can do for the desk, and what it honestly cannot. Two real ones: Electron and the loopback web host.
import type { DeskState } from '../contract/calls.ts';
import type { ScrubbedText } from '../core/words/pii.ts';

export interface Host {
  readonly name: DeskState['host']['name'];
  readonly can: { readonly tray: boolean; readonly globalShortcut: boolean; readonly nativeNotify: boolean };
  /** Shows a notification where the host can; its words are scrubbed. */
  notify(title: ScrubbedText, body: ScrubbedText): void;
  /** What the tray or the tab shows: how many cases wait, and whether something needs a person. */
  badge(state: { readonly undecided: number; readonly attention: number }): void;
}
