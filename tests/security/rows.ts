// What SECURITY.md, the table of Electron's checklist and the flow of data say holds each point: the rows of their tables, and every test they name.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/desk.ts';

export interface NamedTest {
  /** Like `actions/review/exits`. */
  readonly name: string;
  readonly file: string;
  /** Words of its title; null where the whole file is meant. */
  readonly title: string | null;
}

export interface Row {
  /** The document it stands in. */
  readonly of: string;
  /** The number of a row of a table; null for a test named in the text. */
  readonly number: number | null;
  /** Whether the row itself says that no test holds it. */
  readonly isOpen: boolean;
  readonly tests: readonly NamedTest[];
}

const NAMED = /`([a-z0-9-]+(?:\/[a-z0-9-]+){1,2})`(?:, "([^"]+)")?/g;

const DOCUMENTS = ['SECURITY.md', 'docs/electron-security.md', 'docs/data-flow.md'];

export function readRows(): Row[] {
  return DOCUMENTS.flatMap(rowsOf);
}

function rowsOf(of: string): Row[] {
  const text = readFileSync(join(ROOT, of), 'utf8');
  return text.split('\n').flatMap((line): Row[] => {
    const number = /^\| (\d+) \|/.exec(line)?.[1];
    const holds = number === undefined ? line : (line.split('|').at(-2) ?? '');
    const tests = [...holds.matchAll(NAMED)]
      .map(([, name = '', title]) => ({ name, file: `tests/${name}.test.ts`, title: title ?? null }))
      .filter(({ file }) => number !== undefined || existsSync(join(ROOT, file)));
    const isOpen = number !== undefined && holds.includes('no test');
    return number === undefined && tests.length === 0
      ? []
      : [{ of, number: number ? Number(number) : null, isOpen, tests }];
  });
}

/** What of a row is not so: no test, a file that is not there, a title that no test bears. */
export function problemsOf({ of, number, isOpen, tests }: Row): string[] {
  const row = `${of}, row ${number}`;
  const missing = tests.length === 0 && !isOpen ? [`${row} names no test`] : [];
  return missing.concat(
    tests.flatMap(({ file, title }) => {
      if (!existsSync(join(ROOT, file))) return [`${row}: ${file} is not there`];
      const begin = title?.split('…')[0] ?? '';
      return readFileSync(join(ROOT, file), 'utf8').includes(begin) ? [] : [`${row}: ${file} has no "${begin}"`];
    }),
  );
}
