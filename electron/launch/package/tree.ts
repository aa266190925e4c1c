// Assembles the content of a package: its own Node runtime, the built desk, and the data it reads. Nothing else: no
// sources, no tests, no source maps, no tools.
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleNode } from './bundle.ts';

/** Copied unchanged. */
const COPIED = [
  'LICENSE',
  'out/renderer',
  'drizzle/migrations',
  'resources/directory.json',
  'resources/samples',
  'electron/team/sql',
  'electron/practice/descriptions/github.graphql',
  'electron/practice/descriptions/github.openapi.json',
  'electron/practice/descriptions/zenhub.graphql',
];
/** The one library with native code; its prebuilt binary is chosen by platform. */
const SQLITE = 'node_modules/better-sqlite3';
const SQLITE_FILES = ['package.json', 'LICENSE', 'lib'];

/**
 * Lays out the tree in `into`: `bin/node`, `app/`, and the commands. The window must be built.
 * @throws Error when there is no SQLite binary for this machine, or this runs on another Node than the locked one
 */
export async function layOut(root: string, into: string): Promise<void> {
  const app = join(into, 'app');
  await bundleNode(root, join(app, 'electron', 'desk'));
  for (const path of COPIED) copy(join(root, path), join(app, path));
  for (const path of SQLITE_FILES) copy(join(root, SQLITE, path), join(app, SQLITE, path));
  const binary = `prebuilds/${process.platform}-${process.arch}.node`;
  copy(join(root, SQLITE, binary), join(app, SQLITE, binary));
  const { name, version, description, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(
    join(app, 'package.json'),
    `${JSON.stringify({ name, version, description, license, type: 'module' }, null, 2)}\n`,
  );
  mkdirSync(join(into, 'bin'));
  copyFileSync(checkedRuntime(root), join(into, 'bin', 'node'));
  chmodSync(join(into, 'bin', 'node'), 0o755);
  for (const command of ['tier3-desk', 'desk']) writeCommand(into, command);
}

/** The runtime that ships is the one whose sum is kept in the repository, byte for byte. */
function checkedRuntime(root: string): string {
  const kept = JSON.parse(readFileSync(join(root, 'electron', 'launch', 'runtime-sums.json'), 'utf8'));
  const sum = createHash('sha256').update(readFileSync(process.execPath)).digest('hex');
  if (sum !== kept.sha256[`${process.platform}-${process.arch}`])
    throw new Error(`${process.execPath} is not the locked Node ${kept.version}. Start this with: npm run package`);
  return process.execPath;
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('.map') });
}

/**
 * Finds itself by its real path, so that it can be linked to from anywhere. Compiled code is cached for the next start.
 */
function writeCommand(into: string, command: string): void {
  const file = join(into, command);
  writeFileSync(
    file,
    `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export NODE_COMPILE_CACHE="\${NODE_COMPILE_CACHE:-\${XDG_CACHE_HOME:-$HOME/.cache}/tier3-desk}"
exec "$here/bin/node" "$here/app/electron/desk/${command}.js" "$@"
`,
  );
  chmodSync(file, 0o755);
}
