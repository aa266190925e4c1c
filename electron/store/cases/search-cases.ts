// Full-text search of cases.
import { SERVICENOW_PREFIXES } from '../../core/domain/case.ts';
import { type Db, sqlValues } from '../db.ts';

/**
 * Seqs of the cases that contain all words of a search, by prefix: in scrubbed text, references or tags. Null when the
 * search has no word.
 */
export function searchCases(db: Db, search: string): number[] | null {
  const query = searchQuery(search);
  if (query === null) return null;
  return sqlValues<number>(db, 'searchCases', 'SELECT rowid FROM case_search WHERE case_search MATCH ?').all(query);
}

/** Each word quoted, so that what a person types is never full-text query syntax. */
function searchQuery(search: string): string | null {
  const words = search.match(/[\p{L}\p{N}]+/gu);
  return words === null ? null : words.map(anyOf).join(' AND ');
}

const FIGURES = /^\d{5,}$/;

function anyOf(word: string): string {
  const words = FIGURES.test(word) ? [word, ...SERVICENOW_PREFIXES.map((prefix) => prefix + word)] : [word];
  return `(${words.map((one) => `"${one}"*`).join(' OR ')})`;
}
