// Every row of SECURITY.md's tables and of Electron's checklist names a test that is there, or says that there is none.
import { expect, it } from 'vitest';
import { problemsOf, readRows } from './rows.ts';

it('every row names a test, and every test that is named is there', () => {
  const rows = readRows();
  const numbersOf = (document: string) => rows.filter(({ of }) => of === document).map(({ number }) => number);
  expect(numbersOf('SECURITY.md').filter((number) => number !== null).length).toBeGreaterThan(20);
  expect(numbersOf('docs/electron-security.md')).toEqual(
    expect.arrayContaining(Array.from({ length: 20 }, (_, at) => at + 1)),
  );
  expect(rows.flatMap(problemsOf)).toEqual([]);
});
