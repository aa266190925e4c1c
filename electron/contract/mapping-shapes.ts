// How a person maps the columns of an unknown export.
import { z } from 'zod';
import { COLUMN_ROLES, DATE_ORDERS, MAPPED_SOURCES, NEEDED } from '../core/domain/mapping.ts';

const role = z.enum(COLUMN_ROLES);

export const mapping = z
  .object({
    name: z.string().trim().min(1, 'Give it a name.').max(80),
    source: z.enum(MAPPED_SOURCES),
    header: z.array(z.string().max(200)).min(2).max(300),
    columns: z.array(role.nullable()).max(300),
    timeZone: z.string().max(60),
    dateOrder: z.enum(DATE_ORDERS).nullable(),
    values: z.record(z.string().max(200), z.string().max(60)),
  })
  .refine(({ header, columns }) => header.length === columns.length, 'Every column needs an answer, or none.')
  .refine(
    ({ columns }) => NEEDED.every((one) => columns.includes(one)),
    'Say which column is the date it was reported, and which the description.',
  );

export type ExplainedExport = z.infer<typeof mapping>;

export const guessedTable = z.object({
  source: z.enum(MAPPED_SOURCES),
  columns: z.array(
    z.object({
      name: z.string(),
      becomes: role.nullable(),
      /** The first values of the column, scrubbed. */
      sample: z.string(),
      /** The distinct values, if there are few. */
      choices: z.array(
        z.object({
          value: z.string(),
          /** The status it maps to, or the priority; null if the value does not say. */
          status: z.string().nullable(),
          priority: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export type GuessedColumn = z.infer<typeof guessedTable>['columns'][number];
