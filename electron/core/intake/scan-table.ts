// The first look at a table: where its header is, of which source it is, which number of a date is the month, where its cases end.
// It holds no rows, so that a table may be as long as it likes.
import type { Source } from '../domain/case.ts';
import type { DateOrder, Mapping } from '../domain/mapping.ts';
import { SOURCE_COLUMNS } from './column-names.ts';
import { nearestHeader, type RecognisedHeader, recogniseHeader } from './columns.ts';
import { countDateOrders, type DateOrderFound } from './date-order.ts';
import { ROWS_ABOVE } from './dialect.ts';
import { FileProblem, type FileQuestion } from './file-problem.ts';
import { headerAmong } from './guess-columns.ts';
import type { ReadColumn } from './incoming-case.ts';
import { mappedHeader } from './mapping.ts';
import { bareCell } from './read-row.ts';
import { isBeside, isBlank, looksLikeCase, type NumberedRow } from './rows-of-cases.ts';

export interface TableOptions {
  /** Zone in which the export writes its times. */
  readonly timeZone: string;
  /** The source, where a person said it. */
  readonly forced?: Source | undefined;
  /** Which number of a date is the month, where a person said it. */
  readonly dateOrder?: DateOrder | undefined;
  /** Columns of exports that a person has explained. */
  readonly mappings?: readonly Mapping[] | undefined;
  /** Names of channels, where only some of a packed Slack export are wanted. */
  readonly channels?: readonly string[] | undefined;
  /** Folds the values of one more row into the fingerprint of those before. */
  readonly fingerprint?: ((values: readonly string[], before: string) => string) | undefined;
}

/** How a table is to be read. */
export interface TablePlan {
  readonly header: NumberedRow;
  readonly known: RecognisedHeader;
  readonly columns: readonly ReadColumn[];
  readonly order: DateOrder;
  /** The first row below the cases. */
  readonly end: number;
  /** How many rows may be cases. */
  readonly rows: number;
  /** Of all that they say; empty where none was asked for. */
  readonly fingerprint: string;
  readonly notes: readonly string[];
}

export interface TableScan {
  /** Takes the next row, blank ones too. @throws FileProblem when no header can follow any more */
  push(cells: readonly string[]): void;
  /** @throws FileProblem when there was no header, or its dates are of two kinds */
  end(): TablePlan;
}

/** So many rows say by their record numbers of which source they are. */
const SAMPLED = 20;

export function scanTable(options: TableOptions): TableScan {
  const { forced } = options;
  const recognise = (cells: readonly string[], next: readonly (readonly string[])[]) =>
    mappedHeader(cells, options.mappings ?? []) ?? recogniseHeader(cells, next, forced);
  const above: NumberedRow[] = [];
  const sampled: Below[] = [];
  let header: NumberedRow | null = null;
  let body: BodyScan | null = null;
  let row = 0;
  let isAfterBlank = false;

  function settle(top: NumberedRow): BodyScan {
    const known = recognise(
      top.cells,
      sampled.map(({ cells }) => cells),
    );
    if (known === null) throw noHeader([top], forced);
    body = scanBody(top, known, options);
    for (const one of sampled) body.add(one);
    return body;
  }
  function take(top: NumberedRow, one: Below): void {
    if (body !== null) body.add(one);
    else if (sampled.push(one) === SAMPLED) settle(top);
  }

  return {
    push(cells) {
      row += 1;
      if (isBlank(cells)) {
        isAfterBlank = true;
        return;
      }
      const one = { row, cells, isAfterBlank };
      isAfterBlank = false;
      const before = above.at(-1);
      if (header !== null) take(header, one);
      else if (recognise(cells, []) !== null) header = one;
      else if (before !== undefined && recognise(before.cells, [cells]) !== null) {
        header = before;
        take(before, one);
      } else {
        above.push(one);
        if (above.length > ROWS_ABOVE) throw noHeader(above, forced);
      }
    },
    end() {
      if (header === null) throw noHeader(above, forced);
      return (body ?? settle(header)).plan();
    },
  };
}

interface Below extends NumberedRow {
  readonly isAfterBlank: boolean;
}

interface BodyScan {
  add(row: Below): void;
  plan(): TablePlan;
}

function scanBody(header: NumberedRow, known: RecognisedHeader, { fingerprint, dateOrder }: TableOptions): BodyScan {
  const [dateAt = -1] = known.places.get('reportedAt') ?? [];
  const dates = countDateOrders();
  let all = 0;
  let soFar = { ofCases: 0, fingerprint: '' };
  /** Where the cases may have ended, and what was counted until then. */
  let ending: { readonly row: number; readonly counted: typeof soFar } | null = null;
  return {
    add({ row, cells, isAfterBlank }) {
      all += 1;
      dates.add(bareCell(cells[dateAt] ?? ''), row);
      if (looksLikeCase(cells, header, known)) ending = null;
      else {
        if (isAfterBlank) ending ??= { row, counted: soFar };
        if (isBeside(cells)) return;
      }
      const values = fingerprint === undefined ? [] : header.cells.map((_, at) => bareCell(cells[at] ?? ''));
      soFar = {
        ofCases: soFar.ofCases + 1,
        fingerprint: fingerprint?.(values, soFar.fingerprint) ?? '',
      };
    },
    plan() {
      const { ofCases, fingerprint: told } = ending?.counted ?? soFar;
      const found = dates.found();
      const said = dateOrder ?? known.dateOrder ?? null;
      if (said === null && !found.isDecided) throw undecidedDates(header.cells[dateAt]?.trim() ?? '', found);
      const order = said ?? found.order;
      const beside = all - ofCases;
      return {
        header,
        known,
        order,
        columns: header.cells.map((name, at) => ({
          name: name.trim(),
          becomes: [...known.places].find(([, places]) => places.includes(at))?.[0] ?? null,
        })),
        end: ending?.row ?? Number.POSITIVE_INFINITY,
        rows: ofCases,
        fingerprint: told,
        notes: [
          ...(order === 'day-first' ? ['Dates are read with the day first.'] : []),
          // Exports of VA's own help desks have the month first; a sheet of anybody's may not.
          ...(order === 'month-first' && found.matters && known.dateOrder !== undefined
            ? ['Dates are read with the month first.']
            : []),
          ...(header.row > 1 ? [`The header was found in row ${header.row}.`] : []),
          ...(beside === 1 ? ['A row of totals or notes is left out.'] : []),
          ...(beside > 1 ? [`${beside} rows of totals or notes are left out.`] : []),
        ],
      };
    },
  };
}

function undecidedDates(column: string, { contradicting }: DateOrderFound): FileProblem {
  const why =
    contradicting === null
      ? 'do not tell whether the day or the month stands first'
      : `contradict each other, whether the day or the month stands first: in row ${contradicting[0]} it can only be the day, in row ${contradicting[1]} only the month`;
  return new FileProblem(
    `The dates in "${column}" ${why}. Say which it is, or write the month as a word.`,
    'date-order',
  );
}

function noHeader(above: readonly NumberedRow[], forced: Source | undefined): FileProblem {
  if (above.length === 0) return new FileProblem('It is empty: there is no row of headings.');
  for (const { cells, row } of above) {
    const near = nearestHeader(cells, forced);
    if (near !== null && near.missing.length > 0 && (forced === undefined || cells.length > 1)) {
      const missing = near.missing.map((name) => `"${name}"`).join(', ');
      return new FileProblem(
        `The header in row ${row} lacks ${missing}. Export it again with that column, or name the column so.`,
        asksForColumns(above),
        above,
      );
    }
  }
  // Names only what is expected: the first row of an unknown file may itself be somebody's data.
  const expected = SOURCE_COLUMNS.map(
    ({ source, names, required }) => `${source}: ${required.map((meaning) => names[meaning]?.[0]).join(', ')}`,
  ).join('; ');
  return new FileProblem(
    `The first row is not the header of a known export. Copy or export the cases together with their row of headings. Known headers hold at least: ${expected}.`,
    asksForColumns(above),
    above,
  );
}

/** Columns can be explained where there is a table with a header. */
function asksForColumns(above: readonly NumberedRow[]): FileQuestion | null {
  return headerAmong(above) === null ? null : 'columns';
}
