// An organization adds columns of its own to its help desk, whose names nobody else knows: the lead writes them as
// "Area = crm_area, Sub Area = crm_subarea", under the names that the export has.
import { AppError } from '../../contract/errors.ts';

/** A column's name in a query: nothing by which a query could become another one. */
const NAME = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

/**
 * The export's name → the service's own, in the export's order; without those that nobody named. `usual` has each name there is.
 * @throws AppError `refused` with what cannot be read
 */
export function namedColumns(usual: Readonly<Record<string, string>>, own: string): ReadonlyMap<string, string> {
  const named = new Map(Object.entries(usual));
  for (const part of own.split(/[,\n]/)) {
    if (part.trim() === '') continue;
    const [name = '', column = '', ...rest] = part.split('=').map((side) => side.trim());
    const known = Object.keys(usual).find((one) => one.toLowerCase() === name.toLowerCase());
    if (known === undefined)
      throw new AppError('refused', `Columns: "${name}" is none of ${Object.keys(usual).join(', ')}.`);
    if (rest.length > 0 || !NAME.test(column))
      throw new AppError('refused', `Columns: write "${known} = name_of_the_column", with commas between.`);
    named.set(known, column);
  }
  return new Map([...named].filter(([, column]) => column !== ''));
}
