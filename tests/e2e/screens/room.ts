// What the screens are looked at with: one desk, as what was looked at before left it.
import type { Locator } from 'playwright';
import type { BrowserDesk } from '../../support/browser.ts';

export interface Room {
  readonly desk: () => BrowserDesk;
  /** Finds no violation in what is shown, or in a part of it, and keeps a picture under this name where pictures are asked for. */
  readonly look: (name: string, within?: Locator) => Promise<void>;
}
