// Workbooks, markup, archives, records and mail, as programs leave them; the second half of the awkward files.
import { gzipSync, zipSync } from 'fflate';
import { type AwkwardFile, bad, csv, good, HEADER, PERSON, REFS, ROWS, row, utf8, utf16 } from './write.ts';

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
type Cell = string | number | Date;

const DAY_MS = 86_400_000;
const column = (index: number) => String.fromCharCode(65 + index);
const cellXml = (cell: Cell, at: string) =>
  cell instanceof Date
    ? `<c r="${at}" s="1"><v>${(cell.getTime() - Date.UTC(1899, 11, 30)) / DAY_MS}</v></c>`
    : typeof cell === 'number'
      ? `<c r="${at}"><v>${cell}</v></c>`
      : cell.startsWith('#')
        ? `<c r="${at}" t="e"><v>${cell}</v></c>`
        : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
const sheetXml = (rows: readonly (readonly Cell[])[]) =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map(
      (cells, y) =>
        `<row r="${y + 1}">${cells.map((cell, x) => (cell === '' ? '' : cellXml(cell, `${column(x)}${y + 1}`))).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`;

/** A workbook as Excel writes it, with the parts that hold cells. */
export function xlsx(
  sheets: readonly (readonly (readonly Cell[])[])[],
  more: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const list = (make: (n: number) => string) => sheets.map((_, index) => make(index + 1)).join('');
  return zipSync({
    '[Content_Types].xml': utf8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    'xl/workbook.xml': utf8(
      `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${rel}"><sheets>${list((n) => `<sheet name="${PERSON} ${n}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': utf8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list((n) => `<Relationship Id="rId${n}" Type="${rel}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId99" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': utf8(
      '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>',
    ),
    ...Object.fromEntries(sheets.map((rows, index) => [`xl/worksheets/sheet${index + 1}.xml`, utf8(sheetXml(rows))])),
    ...more,
  });
}

const plain = [HEADER, ...ROWS];
const withDates = [
  HEADER,
  ...ROWS.map((cells, n) =>
    cells.map((cell, x): Cell => (x === 1 ? new Date(Date.UTC(2026, 8, 28 + n, 12, 43)) : cell)),
  ),
];
const at = '2026-09-28T12:43:00Z';
const html = `<html><head><meta charset="utf-8"><style>td{x:y}</style></head><body><h1>Report</h1><table><tr><td>as of</td></tr></table><table>${plain
  .map(
    (cells, n) =>
      `<tr>${cells.map((cell) => (n === 0 ? `<th>${escaped(cell)}</th>` : `<td>${escaped(cell)}</td>`)).join('')}</tr>`,
  )
  .join('\n')}</table></body></html>`;
const spreadsheetXml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Cases"><Table>${plain
  .map(
    (cells, n) =>
      `<Row>${cells.map((cell, x) => (cell === '' ? '' : `<Cell ss:Index="${x + 1}"><Data ss:Type="${n > 0 && x === 1 ? 'DateTime' : 'String'}">${n > 0 && x === 1 ? `2026-09-${27 + n}T12:43:00.000` : escaped(cell)}</Data></Cell>`)).join('')}</Row>`,
  )
  .join('')}</Table></Worksheet></Workbook>`;
const ods = zipSync({
  mimetype: utf8('application/vnd.oasis.opendocument.spreadsheet'),
  'content.xml': utf8(
    `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Cases">${plain
      .map(
        (cells, n) =>
          `<table:table-row>${cells
            .map((cell, x) =>
              n > 0 && x === 1
                ? `<table:table-cell office:value-type="date" office:date-value="2026-09-${27 + n}T12:43:00"><text:p>9/${27 + n}/26</text:p></table:table-cell>`
                : cell === ''
                  ? '<table:table-cell/>'
                  : `<table:table-cell office:value-type="string">${cell
                      .split('\n')
                      .map((line) => `<text:p>${escaped(line)}</text:p>`)
                      .join('')}</table:table-cell>`,
            )
            .join('')}<table:table-cell table:number-columns-repeated="16376"/></table:table-row>`,
      )
      .join(
        '',
      )}<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
  ),
});

const records = ROWS.map((cells) => Object.fromEntries(HEADER.map((name, x) => [name, cells[x]])));
const base64 = (text: string) => btoa(text).replace(/.{76}/g, '$&\r\n');
const mail = (rest: string) =>
  `From: "${PERSON}" <z.quillfeather@example.com>\r\nTo: tier3@example.com\r\nSubject: Weekly queue\r\nDate: Mon, 28 Sep 2026 12:43:00 +0000\r\nMIME-Version: 1.0\r\n${rest}`;
const attached = (name: string, text: string) =>
  mail(
    `Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee attached.\r\n--b\r\nContent-Type: text/csv; name="${name}"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${base64(text)}\r\n--b--\r\n`,
  );
const slackMessage = (n: number, more = {}) => ({
  type: 'message',
  user: 'U1',
  ts: `179066420${n}.006000`,
  text: `refill fails ${n}`,
  ...more,
});
const slack = zipSync({
  'users.json': utf8('[]'),
  'channels.json': utf8('[{"id":"C1","name":"mhv-tier-3-support"}]'),
  'mhv-tier-3-support/2026-09-28.json': utf8(JSON.stringify([slackMessage(1), slackMessage(2)])),
  'mhv-tier-3-support/2026-09-29.json': utf8(JSON.stringify([slackMessage(3)])),
});
const bomb = zipSync({ 'a.csv': new Uint8Array(40 * 1024 * 1024) }, { level: 9 });
const nested = (depth: number): Uint8Array =>
  depth === 0 ? utf8(csv(plain)) : zipSync({ [`${depth}.zip`]: nested(depth - 1) });

export const AWKWARD_WORKBOOKS: readonly AwkwardFile[] = [
  good('XLSX', xlsx([plain]), { at }),
  good('XLSX with dates as dates', xlsx([withDates]), { at }),
  good('XLSX with a title above and totals below', xlsx([[['Queue report'], [], ...withDates, [], ['Total', 3]]]), {
    at,
    notes: /row 3/,
  }),
  good('XLSX whose cases are on the second sheet', xlsx([[['Notes'], ['nothing here']], withDates]), {
    notes: /Sheet 1: left out/,
  }),
  good(
    'XLSX of two months',
    xlsx([
      [HEADER, ROWS[0]!],
      [HEADER, ROWS[1]!, ROWS[2]!],
    ]),
  ),
  good('XLSM', xlsx([withDates], { 'xl/vbaProject.bin': utf8('macros') }), { at }),
  good(
    'XLSX of ServiceNow with its own labels',
    xlsx([
      [
        ['Number', 'Opened', 'Short description', 'Caller', 'Priority', 'State', 'Description'],
        ...[1, 2, 3].map((n): Cell[] => [
          `INC9248981${n}`,
          new Date(Date.UTC(2026, 8, 28, 12, 43)),
          'blank',
          PERSON,
          '3 - Moderate',
          'New',
          `the page is blank ${n}`,
        ]),
      ],
    ]),
    { brings: ['INC92489811', 'INC92489812', 'INC92489813'], at },
  ),
  good(
    'XLSX with record numbers as numbers',
    xlsx([
      [
        ['Case Number', 'Date/Time Opened', 'Subject', 'Description'],
        ...[1, 2].map((n): Cell[] => [
          9933576 * 10 + n,
          new Date(Date.UTC(2026, 8, 28, 12, 43)),
          'blank',
          `page is blank ${n}`,
        ]),
      ],
    ]),
    { brings: ['99335761', '99335762'], at },
  ),
  {
    ...good('XLSX with an error in a cell', xlsx([[HEADER, ROWS[0]!, row(2, '#REF!'), ROWS[2]!]])),
    brings: [REFS[0]!, REFS[2]!],
    rejects: [[3, 'Description']],
  },
  bad(
    'XLSX without cases',
    xlsx([
      [
        ['a', 'b'],
        ['c', PERSON],
      ],
    ]),
    /not the header of a known export/,
  ),
  bad('XLSX cut off', xlsx([plain]).slice(0, 700), /damaged/),
  bad('XLSB', zipSync({ 'xl/workbook.bin': utf8('x') }), /xlsb/),
  bad('a Word document', zipSync({ 'word/document.xml': utf8('<x/>') }), /a document/),
  good('a page saved as .xls', html),
  bad(
    'a page that asks to sign in',
    '<!DOCTYPE html><html><body><form>Sign in</form></body></html>',
    /asks to sign in/,
  ),
  good('a page in UTF-16', utf16(html, 'le')),
  good('XML saved as .xls', spreadsheetXml, { at }),
  good('ODS', ods, { at }),
  good(
    'records of XML',
    `<?xml version="1.0"?><unload>${[1, 2, 3].map((n) => `<incident><number>INC9248981${n}</number><opened_at>2026-09-28 12:43:00</opened_at><description>the page is blank ${n} &amp; white</description></incident>`).join('')}</unload>`,
    { brings: ['INC92489811', 'INC92489812', 'INC92489813'] },
  ),
  good('JSON, a list', JSON.stringify(records)),
  good('JSON lines', records.map((record) => `${JSON.stringify(record)}\n`).join('')),
  good(
    'JSON of ServiceNow',
    JSON.stringify({
      result: [1, 2, 3].map((n) => ({
        number: { display_value: `INC9248981${n}`, value: 'x' },
        opened_at: '2026-09-28 12:43:00',
        description: `blank ${n}`,
        caller_id: { display_value: PERSON, link: 'https://example.com' },
      })),
    }),
    { brings: ['INC92489811', 'INC92489812', 'INC92489813'] },
  ),
  good(
    'JSON lines with one damaged and one cut off',
    [
      JSON.stringify(records[0]),
      JSON.stringify(records[1]).replace(':', ''),
      ...records.slice(1).map((record) => JSON.stringify(record)),
      JSON.stringify(records[0]).slice(0, -5),
    ].join('\n'),
    {
      rejects: [
        [3, 'the whole row'],
        [6, 'the whole row'],
      ],
    },
  ),
  bad('JSON that is cut off', JSON.stringify(records, null, 1).slice(0, -5), /Line 1 is not readable/),
  good('packed with gzip', gzipSync(utf8(csv(plain)))),
  good('a ZIP of one CSV', zipSync({ 'Zebulon Quillfeather.csv': utf8(csv(plain)) })),
  good(
    'a ZIP of a CSV, a workbook and a picture',
    zipSync({
      'a.csv': utf8(csv([HEADER, ROWS[0]!])),
      '__MACOSX/._a.csv': utf8('x'),
      'b.xlsx': xlsx([[HEADER, ROWS[1]!, ROWS[2]!]]),
      'c.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
    }),
    { notes: /File 3: left out. This is a picture/ },
  ),
  good('a ZIP in a ZIP', nested(2)),
  bad('a ZIP in a ZIP and so on', nested(8), /archives within archives/),
  bad('a ZIP that unpacks to a thousand times its size', bomb, /more than this desk takes/),
  bad('a gzip that does', gzipSync(new Uint8Array(40 * 1024 * 1024)), /more than this desk takes/),
  bad('a ZIP that points outside', zipSync({ '../../evil.csv': utf8(csv(plain)) }), /points outside/),
  bad('a ZIP cut off', zipSync({ 'a.csv': utf8(csv(plain)) }).slice(0, 60), /damaged/),
  bad('an empty ZIP', zipSync({}), /empty/),
  good('a Slack export as ZIP', slack, { brings: ['1790664201.006000', '1790664202.006000', '1790664203.006000'] }),
  good('a mail with an export attached', attached('queue.csv', csv(plain))),
  {
    ...good(
      'a mail',
      mail('Content-Type: text/plain; charset=utf-8\r\n\r\nThe records page is blank for a Veteran.\r\n'),
    ),
    brings: [null as never],
    says: 'Weekly queue\n\nThe records page is blank for a Veteran.',
    at,
  },
];
