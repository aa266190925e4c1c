// What a restore would change, as text.

import type { TableDiff } from '../snapshots/snapshot-diff.ts';
import { countRows } from './damage-words.ts';

/** One sentence for each way a table would change. Names are raw. */
export function describeDiff({ table, onlyHere, onlyThere, changed, names }: TableDiff): string[] {
  const named = names.length === 0 ? '' : `: ${names.join(', ')}${names.length < onlyHere ? ', …' : ''}`;
  return [
    ...(onlyHere > 0 ? [`goes away: ${countRows(table, onlyHere)}${named}`] : []),
    ...(onlyThere > 0 ? [`comes back: ${countRows(table, onlyThere)}`] : []),
    ...(changed > 0 ? [`becomes as it was: ${countRows(table, changed)}`] : []),
  ];
}
