// Files with dates as other countries, programs and people write them.
import { type AwkwardFile, bad, csv, good, HEADER, REFS, rejecting, row } from './write.ts';

const dated = (first: string, second: string, third: string) =>
  csv([HEADER, ...[first, second, third].map((when, n) => row(n + 1, 'blank', { 'Entered Queue': when }))]);
export const DATES: readonly AwkwardFile[] = [
  good('month first', dated('9/8/2026 12:43 PM', '9/29/2026 1:00 PM', '9/30/2026 1:00 PM'), {
    at: '2026-09-08T12:43:00Z',
  }),
  good('day first', dated('08/09/2026 12:43', '29/09/2026 13:00', '30/09/2026 13:00'), {
    at: '2026-09-08T12:43:00Z',
    notes: /day first/,
  }),
  good('with dots', dated('08.09.2026 12:43', '09.09.2026 13:00', '10.09.2026 13:00'), { at: '2026-09-08T12:43:00Z' }),
  good('ISO with T and Z', dated('2026-09-08T12:43:00.000Z', '2026-09-29T12:43:00Z', '2026-09-30 12:43'), {
    at: '2026-09-08T12:43:00Z',
  }),
  good('with a zone by name', dated('9/8/2026 12:43 PM EDT', '9/29/2026 1:00 PM ET', '9/30/2026 1:00 PM UTC'), {
    at: '2026-09-08T16:43:00Z',
  }),
  good('with an offset', dated('2026-09-08 12:43 -0400', '2026-09-29 12:43 UTC-4', '2026-09-30 12:43 +05:30'), {
    at: '2026-09-08T16:43:00Z',
  }),
  good('in words', dated('Sep 8, 2026, 12:43 PM', 'Tuesday, September 29, 2026 at 1:00 PM', '30-Sep-2026 13:00'), {
    at: '2026-09-08T12:43:00Z',
  }),
  good('as a spreadsheet counts days', dated('46273.529861', '46294.5', '46295'), { at: '2026-09-08T12:43:00Z' }),
  good('as seconds since 1970', dated('1788871380', '1788871381.000200', '1788871382000'), {
    at: '2026-09-08T12:43:00Z',
  }),
  good('with a narrow space before PM', dated('9/8/2026, 12:43\u202FPM', '9/29/2026 1:00:05 p.m.', '9/30/26 13:00'), {
    at: '2026-09-08T12:43:00Z',
  }),
  bad(
    'of two kinds',
    dated('28/09/2026 12:43', '9/29/2026 12:43', '9/8/2026'),
    /in row 2 it can only be the day, in row 3 only the month/,
  ),
  bad(
    'one of which is no American date',
    dated('10/01/2026', '10/02/2026', '13/10/2026'),
    /whether the day or the month/,
  ),
  bad(
    'that can all be read both ways',
    dated('10/01/2026', '10/02/2026', '10/03/2026'),
    /whether the day or the month/,
  ),
  good(
    'that can be read both ways but for AM and PM',
    dated('9/8/2026 12:43 PM', '10/2/2026 9:00 AM', '10/3/2026 9:00 AM'),
    {
      at: '2026-09-08T12:43:00Z',
    },
  ),
  rejecting(
    'that do not exist',
    dated('9/8/2026', '2/30/2026', 'yesterday'),
    [REFS[0]!],
    [
      [3, 'Entered Queue'],
      [4, 'Entered Queue'],
    ],
  ),
];
