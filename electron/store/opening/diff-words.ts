// What a restore would change, as text.
import { WITHDRAWN } from '../cases/withdrawn-cases.ts';
import type { TableDiff } from '../snapshots/snapshot-diff.ts';
import { countRows } from './damage-words.ts';

/** One sentence for each way a table would change. Names are raw. */
export function describeDiff({ table, onlyHere, onlyThere, changed, names }: TableDiff): string[] {
  const standing = names.filter((name) => !name.startsWith(WITHDRAWN));
  const undone = names.length - standing.length;
  const said = [
    ...standing,
    ...(undone > 0 ? [`${undone} that an undo has already taken back`] : []),
    ...(names.length > 0 && names.length < onlyHere ? ['…'] : []),
  ];
  const named = said.length === 0 ? '' : `: ${said.join(', ')}`;
  return [
    ...(onlyHere > 0 ? [`goes away: ${countRows(table, onlyHere)}${named}`] : []),
    ...(onlyThere > 0 ? [`comes back: ${countRows(table, onlyThere)}`] : []),
    ...(changed > 0 ? [`becomes as it was: ${countRows(table, changed)}`] : []),
  ];
}
