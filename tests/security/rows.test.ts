// Every row of SECURITY.md's tables names a test that is there.
import { expect, it } from 'vitest';
import { problemsOf, readRows } from './rows.ts';

it('every row names a test, and every test that is named is there', () => {
  const rows = readRows();
  expect(rows.filter(({ number }) => number !== null).length).toBeGreaterThan(20);
  expect(rows.flatMap(problemsOf)).toEqual([]);
});
