// The records behind the stand-ins for tables of help desks, and what goes wrong there.

export interface PracticeRecord {
  readonly id: string;
  /** When it changed last, UTC ms. */
  changedAt: number;
  /** By column. A pair where people see another value than the one that is kept. */
  values: Record<string, string | { readonly shown: string; readonly kept: string }>;
}

export interface PracticeTable {
  readonly records: PracticeRecord[];
  /** Null once it was revoked. */
  token: string | null;
  /** Most records of a page, whatever is asked for. */
  page: number;
  /** Seconds that whoever asks has to wait; null for nobody. */
  waitSeconds: number | null;
  /** Requests that are answered before `waitSeconds` holds. */
  answersLeft: number;
  /** Where links to a next page lead instead, with a slash at the end; null for here. */
  nextHost: string | null;
  /** Where every request is sent on to; null for nowhere. */
  movedTo: string | null;
  /** Ids of records that the token may not see. */
  readonly hidden: Set<string>;
  /** Method and path of every request. */
  readonly heard: string[];
}

export function createPracticeTable(): PracticeTable {
  return {
    records: [],
    token: 'practice-table-token',
    page: 2,
    waitSeconds: null,
    answersLeft: 0,
    nextHost: null,
    movedTo: null,
    hidden: new Set(),
    heard: [],
  };
}

/** As each of them sorts: by time, then by id. */
export function inOrder(records: readonly PracticeRecord[]): PracticeRecord[] {
  return records.toSorted((a, b) => a.changedAt - b.changedAt || (a.id < b.id ? -1 : 1));
}

export const shownOf = (value: PracticeRecord['values'][string]) => (typeof value === 'string' ? value : value.shown);
export const keptOf = (value: PracticeRecord['values'][string]) => (typeof value === 'string' ? value : value.kept);

/** True where a request is to be turned away as one too many. */
export function isThrottled(table: PracticeTable): boolean {
  if (table.waitSeconds === null) return false;
  if (table.answersLeft === 0) return true;
  table.answersLeft -= 1;
  return false;
}
