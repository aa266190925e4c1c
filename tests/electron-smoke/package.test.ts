// What the packages for machines without Electron are made of: it runs by itself, and holds nothing that should not ship.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleNode } from '../../electron/launch/package/bundle.ts';
import { ROOT } from '../support/desk.ts';

/** Below the project, where its one library with compiled code is found. */
const app = join(ROOT, 'out', 'package-test');
const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [join(app, 'electron', 'desk', 'desk.js'), ...args], { encoding: 'utf8', input });

beforeAll(async () => {
  rmSync(app, { recursive: true, force: true });
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), '{ "version": "1.2.3", "type": "module" }');
  await bundleNode(ROOT, join(app, 'electron', 'desk'));
});
afterAll(() => rmSync(app, { recursive: true }));

it('is plain JavaScript with the licenses of all in it: no sources, no maps, no tests', () => {
  const names = readdirSync(join(app, 'electron', 'desk'));
  expect(names.filter((name) => !/\.js$|^LICENSES\.md$/.test(name))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['tier3-desk.js', 'desk.js', 'thread.js', 'snapshot-thread.js']));
  expect(readFileSync(join(app, 'electron', 'desk', 'LICENSES.md'), 'utf8')).toContain('hono');
});

it('starts: its version, its help, and the scrubber', () => {
  expect(run(['--version']).stdout).toBe('1.2.3\n');
  expect(run(['verify', '--help']).stdout).toContain('verify that the record of what was done is intact');
  expect(run(['scrub'], 'SSN 518-41-0093').stdout).toBe('SSN [SSN]');
});
