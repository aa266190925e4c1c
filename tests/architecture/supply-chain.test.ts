// What runs is named, exact and locked by hash, the Node runtime too.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/desk.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const { dependencies, devDependencies, allowScripts } = JSON.parse(read('package.json'));
const { packages } = JSON.parse(read('package-lock.json')) as {
  packages: Record<string, { integrity?: string; link?: boolean; version?: string }>;
};
const EXACT = /^(?:npm:[\w@/.-]+@)?\d+\.\d+\.\d+$/;

it('says of each library at run time what it is for', () => {
  const listed = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
  expect(listed).toEqual(Object.keys(dependencies).toSorted());
});

it('takes exact versions of them, each locked by hash with all it brings along', () => {
  expect(Object.values<string>(dependencies).filter((version) => !EXACT.test(version))).toEqual([]);
  const loose = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && integrity === undefined);
  expect(loose).toEqual([]);
});

it('lets one install script run, and keeps the sums of the runtime it fetches', () => {
  expect(Object.entries(allowScripts).filter(([, may]) => may)).toEqual([['node', true]]);
  const { version, sha256 } = JSON.parse(read('electron/launch/runtime-sums.json'));
  expect(version).toBe(devDependencies.node);
  expect(Object.keys(sha256)).toContain('linux-x64');
});

it('gives an update time to be found out before it is taken', () => {
  expect(existsSync(join(ROOT, '.github', 'dependabot.yml'))).toBe(true);
  expect(read('.github/dependabot.yml').match(/default-days: 14/g)).toHaveLength(2);
});
