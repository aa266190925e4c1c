// The Google Sheet as the outbox reaches it.
import { readServiceAccount } from '../../sync/google/service-account.ts';
import type { SheetConnection } from '../../sync/google/set-cells.ts';
import type { AppContext } from '../app-context.ts';
import { settingOf } from '../settings.ts';
import { GOOGLE_SHEET } from './google-sheet.ts';
import { tokenOf, tokenState } from './live-tokens.ts';

/** The sheet that is written to; null while that is off, or it has no key. */
export function sheetToWrite({ store: { db } }: AppContext): SheetConnection | null {
  const { isOn, writesBack, link } = settingOf(db, 'liveSources').sheet;
  if (!isOn || !writesBack || tokenState(db, GOOGLE_SHEET) !== 'kept') return null;
  const account = readServiceAccount(tokenOf(db, GOOGLE_SHEET));
  return account === null ? null : { link, account };
}
