// A stand-in for Google: changes the claim of a service account for a token, and reads and writes the values of one spreadsheet. It
// checks signature, claims, scopes, ranges and bodies as published, and refuses the rest:
// https://developers.google.com/identity/protocols/oauth2/service-account and …/workspace/sheets/api/reference/rest/v4/spreadsheets.values
import { createVerify, generateKeyPairSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { PlainAnswer, PlainRequest } from './http-messages.ts';

export interface PracticeSheets {
  readonly spreadsheet: string;
  /** The file of its service account's key; `tokenUri` is the stand-in's own /token. */
  keyFile(tokenUri: string): string;
  /** Values by the title of each sheet, as they are shown. */
  readonly sheets: Map<string, { gid: number; rows: string[][] }>;
  /** Of the spreadsheet, by Google's name for it. May be set. */
  timeZone: string;
  /** Whom it is shared with. May be set. */
  shared: 'nobody' | 'reader' | 'writer';
  /** The key was deleted. May be set. */
  isKeyDeleted: boolean;
  /** Requests that are answered before it says to wait. May be set. */
  left: number;
  /** Writes that take effect and are answered by trouble. May be set. */
  losesAnswers: number;
  /** Ranges that were written, in order. */
  readonly written: string[];
  answer(request: PlainRequest): PlainAnswer;
}

class No extends Error {
  readonly code: number;
  readonly status: string;

  constructor(code: number, status: string) {
    super(status);
    this.code = code;
    this.status = status;
  }
}

const SCOPE = 'https://www.googleapis.com/auth/spreadsheets';
const claims = z.strictObject({
  iss: z.literal('desk@practice.iam.gserviceaccount.com'),
  scope: z.enum([SCOPE, `${SCOPE}.readonly`]),
  aud: z.url(),
  iat: z.int(),
  exp: z.int(),
});
const batchUpdate = z.strictObject({
  valueInputOption: z.literal('RAW'),
  data: z.array(z.strictObject({ range: z.string(), values: z.array(z.array(z.string()).length(1)).length(1) })).min(1),
});

/** `now` is the services' time, UTC ms. */
export function createPracticeSheets(now: () => number): PracticeSheets {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const tokens = new Map<string, string>();
  const sheets: PracticeSheets = {
    spreadsheet: '1practice-Sheet_of-Requests',
    keyFile: (tokenUri) =>
      JSON.stringify({
        type: 'service_account',
        project_id: 'practice',
        client_email: 'desk@practice.iam.gserviceaccount.com',
        private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
        token_uri: tokenUri,
      }),
    sheets: new Map(),
    timeZone: 'America/New_York',
    shared: 'writer',
    isKeyDeleted: false,
    left: Number.POSITIVE_INFINITY,
    losesAnswers: 0,
    written: [],
    answer(request) {
      try {
        return { status: 200, body: request.path === '/token' ? grant(request) : values(request) };
      } catch (error) {
        if (!(error instanceof No)) throw error;
        const { code, status } = error;
        const headers = code === 429 ? { 'retry-after': '30' } : {};
        const body = status === 'invalid_grant' ? { error: status } : { error: { code, message: status, status } };
        return { status: code, body, headers };
      }
    },
  };

  function grant({ method, headers, body, base }: PlainRequest): object {
    if (method !== 'POST' || headers['content-type'] !== 'application/x-www-form-urlencoded')
      throw new No(400, 'invalid_grant');
    const form = new URLSearchParams(String(body));
    const [head = '', claim = '', signature = ''] = (form.get('assertion') ?? '').split('.');
    const isSigned = createVerify('RSA-SHA256').update(`${head}.${claim}`).verify(publicKey, signature, 'base64url');
    const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
    const asked = claims.safeParse(isSigned ? read(claim) : null);
    const isFresh =
      asked.success && Math.abs(asked.data.iat * 1_000 - now()) < 300_000 && asked.data.exp - asked.data.iat <= 3_600;
    if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer' || !isFresh)
      throw new No(400, 'invalid_grant');
    if (sheets.isKeyDeleted || asked.data.aud !== `${base}/token`) throw new No(400, 'invalid_grant');
    const token = `ya29.${randomBytes(16).toString('hex')}`;
    tokens.set(token, asked.data.scope);
    return { access_token: token, expires_in: 3_599, token_type: 'Bearer' };
  }

  function values({ method, path, headers, body }: PlainRequest): object {
    const scope = tokens.get(String(headers.authorization ?? '').replace(/^Bearer /, ''));
    if (scope === undefined) throw new No(401, 'UNAUTHENTICATED');
    sheets.left -= 1;
    if (sheets.left < 0) throw new No(429, 'RESOURCE_EXHAUSTED');
    const { pathname, searchParams } = new URL(path, 'http://127.0.0.1');
    const [, id, rest = ''] = /^\/v4\/spreadsheets\/([\w-]+)(\/.*)?$/.exec(pathname) ?? [];
    if (id !== sheets.spreadsheet) throw new No(404, 'NOT_FOUND');
    if (sheets.shared === 'nobody') throw new No(403, 'PERMISSION_DENIED');
    if (method === 'POST' && rest === '/values:batchUpdate') {
      if (scope !== SCOPE || sheets.shared !== 'writer') throw new No(403, 'PERMISSION_DENIED');
      const asked = batchUpdate.safeParse(body);
      if (!asked.success) throw new No(400, 'INVALID_ARGUMENT');
      for (const one of asked.data.data) put(one.range, one.values[0]?.[0] ?? '');
      sheets.losesAnswers -= 1;
      if (sheets.losesAnswers >= 0) throw new No(503, 'UNAVAILABLE');
      return { spreadsheetId: id, totalUpdatedCells: asked.data.data.length };
    }
    if (method !== 'GET') throw new No(400, 'INVALID_ARGUMENT');
    if (rest === '' && searchParams.get('fields') === 'properties.timeZone,sheets.properties(sheetId,title)')
      return {
        properties: { timeZone: sheets.timeZone },
        // The first sheet's number is 0, which is left out as every default.
        sheets: [...sheets.sheets].map(([title, { gid }]) => ({
          properties: gid === 0 ? { title } : { sheetId: gid, title },
        })),
      };
    const range = /^\/values\/([^/]+)$/.exec(rest)?.[1];
    const isPlain =
      searchParams.get('majorDimension') === 'ROWS' && searchParams.get('valueRenderOption') === 'FORMATTED_VALUE';
    if (range === undefined || !isPlain) throw new No(400, 'INVALID_ARGUMENT');
    return {
      range: decodeURIComponent(range),
      majorDimension: 'ROWS',
      values: sheetOf(decodeURIComponent(range)).map(trimmed),
    };
  }

  function sheetOf(title: string): string[][] {
    const one = sheets.sheets.get(title.replace(/^'|'$/g, '').replaceAll("''", "'"));
    if (one === undefined) throw new No(400, 'INVALID_ARGUMENT');
    return one.rows;
  }

  function put(range: string, value: string): void {
    const [, title = '', column = '', row = ''] = /^('.+')!([A-Z]{1,2})(\d+)$/.exec(range) ?? [];
    const at = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const cells = sheetOf(title)[Number(row) - 1];
    if (cells === undefined || at < 0) throw new No(400, 'INVALID_ARGUMENT');
    while (cells.length <= at) cells.push('');
    cells[at] = value;
    sheets.written.push(`${column}${row}=${value}`);
  }
  return sheets;
}

/** Empty cells at the end of a row are left out. */
function trimmed(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}
