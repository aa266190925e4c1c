// A workbook before it is a file: sheets of plain cells, one head each, nothing merged, so that every column sorts.

export interface WorkbookCell {
  readonly value: string | number | null;
  /** As Excel writes it: "0.0%". */
  readonly format?: string | undefined;
}

export interface WorkbookSheet {
  readonly name: string;
  /** The first row is the head. */
  readonly rows: readonly (readonly WorkbookCell[])[];
}

/** As `write-excel-file` takes it, in the window and on the command line alike. A formula in a cell is only text. */
export function sheetsToWrite(sheets: readonly WorkbookSheet[]) {
  return sheets.map(({ name, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: widthsOf(rows).map((width) => ({ width })),
    data: rows.map((row, at) =>
      row.map(({ value, format }) => {
        if (value === null) return null;
        const weight = at === 0 ? { fontWeight: 'bold' as const } : {};
        return typeof value === 'number'
          ? { value, type: Number, ...(format !== undefined && { format }), ...weight }
          : { value, type: String, ...weight };
      }),
    ),
  }));
}

const WIDEST = 60;

function widthsOf(rows: WorkbookSheet['rows']): number[] {
  const [head = []] = rows;
  return head.map((_, column) =>
    Math.min(WIDEST, Math.max(8, ...rows.map((row) => String(row[column]?.value ?? '').length + 2))),
  );
}
