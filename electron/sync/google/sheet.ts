// One sheet of a Google spreadsheet: read, and cells of it written. https://developers.google.com/workspace/sheets/api/reference/rest

import { z } from 'zod';
import { isSafeAddress } from '../../core/domain/address.ts';
import { MINUTE_MS } from '../../core/domain/time.ts';
import { GoogleProblem, reach, type ServiceAccount, takeToken } from './service-account.ts';

/** Where a sheet is. */
export interface SheetPlace {
  /** Of the API, like https://sheets.googleapis.com. */
  readonly api: string;
  readonly spreadsheet: string;
  /** Number of the sheet in it; null for the first. */
  readonly gid: number | null;
}

const LINK = /^(https:\/\/docs\.google\.com|http:\/\/[\w.[\]:]{1,80})\/spreadsheets\/d\/([\w-]{10,100})(?:[/?#].*)?$/;

/** Reads the link of a sheet, as the browser shows it; null for anything else. A stand-in on this machine is its own API. */
export function placeOfSheet(link: string): SheetPlace | null {
  const [, host, spreadsheet] = LINK.exec(link) ?? [];
  if (host === undefined || spreadsheet === undefined || !isSafeAddress(link)) return null;
  const [, gid] = /[#?&]gid=(\d{1,12})\b/.exec(link) ?? [];
  const api = host.startsWith('https:') ? 'https://sheets.googleapis.com' : host;
  return { api, spreadsheet, gid: gid === undefined ? null : Number(gid) };
}

export interface SheetRows {
  readonly title: string;
  /** In which the sheet writes its times. */
  readonly timeZone: string;
  /** As the sheet shows them, from its first row on. */
  readonly rows: readonly (readonly string[])[];
}

export interface Cell {
  /** From 0 on. */
  readonly row: number;
  readonly column: number;
  readonly value: string;
}

/** Every method throws GoogleProblem. */
export interface SheetClient {
  read(): Promise<SheetRows>;
  write(title: string, cells: readonly Cell[]): Promise<void>;
}

const about = z.object({
  properties: z.object({ timeZone: z.string() }),
  sheets: z.array(z.object({ properties: z.object({ sheetId: z.int().default(0), title: z.string() }) })).min(1),
});
const valueRange = z.object({ values: z.array(z.array(z.string())).default([]) });
const refusal = z.object({
  error: z.object({
    status: z.string().optional(),
    details: z.array(z.looseObject({ reason: z.string().optional() })).optional(),
  }),
});

/** `writes` asks for a token that may write. */
export function createSheetClient(
  { api, spreadsheet, gid }: SheetPlace,
  account: ServiceAccount,
  { writes, fetcher, now }: { readonly writes: boolean; readonly fetcher: typeof fetch; readonly now: () => number },
): SheetClient {
  let token: string | null = null;
  const base = `${api}/v4/spreadsheets/${spreadsheet}`;
  async function ask<T>(path: string, shape: z.ZodType<T>, body?: unknown): Promise<T> {
    token ??= await takeToken(account, { writes, fetcher, now: now() });
    const response = await reach(fetcher, `${base}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const said: unknown = await response.json().catch(() => null);
    if (!response.ok) throw problemOf(response, refusal.safeParse(said).data, now());
    const read = shape.safeParse(said);
    if (!read.success)
      throw new GoogleProblem(
        'What answered is not Google: perhaps a network that asks to sign in. The next look tries again.',
      );
    return read.data;
  }
  return {
    async read() {
      const { properties, sheets } = await ask('?fields=properties.timeZone,sheets.properties(sheetId,title)', about);
      const sheet = gid === null ? sheets[0] : sheets.find((one) => one.properties.sheetId === gid);
      if (sheet === undefined)
        throw new GoogleProblem('The spreadsheet no longer has such a sheet. Copy the link of the sheet again.');
      const { title } = sheet.properties;
      const query = 'majorDimension=ROWS&valueRenderOption=FORMATTED_VALUE';
      const { values } = await ask(`/values/${encodeURIComponent(quoted(title))}?${query}`, valueRange);
      return { title, timeZone: properties.timeZone, rows: values };
    },
    async write(title, cells) {
      const data = cells.map(({ row, column, value }) => ({
        range: `${quoted(title)}!${letters(column)}${row + 1}`,
        values: [[value]],
      }));
      // RAW: no value is ever taken for a formula.
      await ask('/values:batchUpdate', z.object({ spreadsheetId: z.string() }), { valueInputOption: 'RAW', data });
    },
  };
}

/** A1 notation takes any title in quotes. */
const quoted = (title: string) => `'${title.replaceAll("'", "''")}'`;

/** 0 → A, 26 → AA. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? '' : letters(rest - 1)) + String.fromCharCode(65 + (column % 26));
}

const SHARE = 'Share the sheet with the service account: its address stands in the file of its key as client_email.';

function problemOf(response: Response, said: z.output<typeof refusal> | undefined, now: number): GoogleProblem {
  const { status } = response;
  if (said?.error.details?.some(({ reason }) => reason === 'SERVICE_DISABLED') === true)
    return new GoogleProblem(
      'The Google Sheets API is not switched on in the project of this key. Switch it on there.',
      {
        needsKey: true,
      },
    );
  if (status === 401)
    return new GoogleProblem('Google no longer accepts this key. Give a new one.', { needsKey: true });
  if (status === 403)
    return new GoogleProblem(`The service account may not open this sheet, or not write to it. ${SHARE}`, {
      needsKey: true,
    });
  if (status === 404)
    return new GoogleProblem(`There is no such sheet, or it is not shared. ${SHARE}`, { needsKey: true });
  if (status === 429) {
    const seconds = Number(response.headers.get('retry-after'));
    const waitMs = seconds > 0 && seconds < 3_600 ? seconds * 1_000 : MINUTE_MS;
    return new GoogleProblem('Google asks to wait before it is asked again.', { retryAt: now + waitMs });
  }
  if (status === 400)
    return new GoogleProblem('Google did not understand the request. Copy the link of the sheet again.', {
      needsKey: true,
    });
  return new GoogleProblem('Google is in trouble. The next look tries again.');
}
