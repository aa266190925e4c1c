// Rows of a Google Sheet come in as cases, as the same sheet saved to a file would bring them; and where somebody switched it on, their
// status and ticket are written back.
import { z } from 'zod';
import { AppError } from '../../contract/errors.ts';
import { isTimeZone } from '../../core/clock/zone.ts';
import { readSheet } from '../../core/intake/read-table.ts';
import { GoogleProblem, readServiceAccount } from '../../sync/google/service-account.ts';
import { createSheetClient, placeOfSheet, type SheetRows } from '../../sync/google/sheet.ts';
import { foldContent } from '../intake/queue-snapshot.ts';
import { settingOf } from '../settings.ts';
import type { LiveSource } from './live-source.ts';
import { ownColumns, queueWriteBack, withoutOwn } from './sheet-write-back.ts';

/** What each row said, as short hashes: a row that says the same is not read again. */
const cursorShape = z.object({ rows: z.array(z.string()) });
const NO_LINK = 'Paste the link of the sheet, as https://docs.google.com/spreadsheets/d/….';
const NO_COLUMNS = 'To write back, the sheet needs two columns, Status and Ticket: add both headings to its first row.';

export const GOOGLE_SHEET: LiveSource = {
  kind: 'sheet',
  placeOf: ({ sheet: { isOn, link } }) =>
    isOn ? `Google Sheet ${placeOfSheet(link)?.spreadsheet ?? ''}`.trim() : null,
  checkPlace({ sheet: { link } }) {
    if (placeOfSheet(link) === null) throw new AppError('invalid', NO_LINK);
  },
  token: {
    addressOf: ({ sheet: { link } }) => placeOfSheet(link)?.api ?? null,
    check(given) {
      const account = readServiceAccount(given);
      if (account === null)
        throw new AppError(
          'invalid',
          'This is no key of a service account. Make one in the Google Cloud console, as JSON, and paste the whole file.',
        );
      return JSON.stringify(account);
    },
  },
  async look(ctx, { token, fetch }, before) {
    const { db } = ctx.store;
    const { link, writesBack } = settingOf(db, 'liveSources').sheet;
    const place = placeOfSheet(link);
    const account = readServiceAccount(token);
    if (place === null || account === null) throw new AppError('refused', NO_LINK);
    const client = createSheetClient(place, account, { writes: false, fetcher: fetch, now: ctx.now });
    let sheet: SheetRows;
    try {
      sheet = await client.read();
    } catch (error) {
      if (!(error instanceof GoogleProblem)) throw error;
      if (error.retryAt === null) throw new AppError('refused', error.message);
      return { cases: [], cursor: before ?? '{"rows":[]}', goOnAt: error.retryAt, note: error.message };
    }
    const own = writesBack ? ownColumns(sheet.rows) : null;
    const rows = own === null ? sheet.rows : withoutOwn(sheet.rows, own);
    const { timeZone } = sheet;
    if (!isTimeZone(timeZone))
      throw new AppError(
        'refused',
        'The time zone of the sheet is not known here. Choose one by its city in Google, under File, Settings.',
      );
    const read = readSheet({ rows }, { timeZone, mappings: settingOf(db, 'mappings').mappings });
    if (!read.ok)
      throw new AppError('refused', `${read.reason} A sheet saved as CSV and imported once can be explained.`);
    const hashes = rows.map((cells) => foldContent(cells, '').slice(0, 8));
    const known = new Set(cursorShape.parse(JSON.parse(before ?? '{"rows":[]}')).rows);
    const isNew = ({ row }: { readonly row: number }) => !known.has(hashes[row - 1] ?? '');
    if (own !== null)
      await queueWriteBack(ctx, { place, title: sheet.title, rows: sheet.rows, own, cases: read.cases });
    return {
      source: read.source,
      cases: read.cases
        .filter(isNew)
        .map((one) => ({ ...one, cameFrom: `Read from row ${one.row} of a Google Sheet` })),
      rejected: read.lines.filter(isNew),
      cursor: JSON.stringify({ rows: hashes }),
      ...(writesBack && own === null && { error: NO_COLUMNS }),
    };
  },
};
