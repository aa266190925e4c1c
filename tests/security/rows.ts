// What SECURITY.md says holds each point: the rows of its tables, and every test it names.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/desk.ts';

export interface NamedTest {
  /** Like `actions/exits`. */
  readonly name: string;
  readonly file: string;
  /** Words of its title; null where the whole file is meant. */
  readonly title: string | null;
}

export interface Row {
  /** The number of a row of a table; null for a test named in the text. */
  readonly number: number | null;
  readonly tests: readonly NamedTest[];
}

const NAMED = /`((?:[a-z0-9-]+)\/(?:[a-z0-9-]+))`(?:, "([^"]+)")?/g;

export function readRows(): Row[] {
  const text = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');
  return text.split('\n').flatMap((line): Row[] => {
    const number = /^\| (\d+) \|/.exec(line)?.[1];
    const holds = number === undefined ? line : (line.split('|').at(-2) ?? '');
    const tests = [...holds.matchAll(NAMED)]
      .map(([, name = '', title]) => ({ name, file: `tests/${name}.test.ts`, title: title ?? null }))
      .filter(({ file }) => number !== undefined || existsSync(join(ROOT, file)));
    return number === undefined && tests.length === 0 ? [] : [{ number: number ? Number(number) : null, tests }];
  });
}

/** What of a row is not so: no test, a file that is not there, a title that no test bears. */
export function problemsOf({ number, tests }: Row): string[] {
  const missing = tests.length === 0 ? [`row ${number} names no test`] : [];
  return missing.concat(
    tests.flatMap(({ file, title }) => {
      if (!existsSync(join(ROOT, file))) return [`row ${number}: ${file} is not there`];
      const begin = title?.split('…')[0] ?? '';
      return readFileSync(join(ROOT, file), 'utf8').includes(begin) ? [] : [`row ${number}: ${file} has no "${begin}"`];
    }),
  );
}
