// A Debian package of the tree: under /opt, with commands, a desktop entry, an icon and completions. Removing it leaves
// every home alone, since those belong to their users.
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.ts';
import { sizeOf } from './size.ts';

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

export interface DebOrder {
  readonly root: string;
  /** The result of `layOut`. */
  readonly tree: string;
  /** A folder for this alone. */
  readonly work: string;
  readonly out: string;
  readonly version: string;
}

/** @returns the path of the package. @throws Error when dpkg-deb is missing or fails */
export function makeDeb({ root, tree, work, out, version }: DebOrder): string {
  const architecture = ARCHITECTURES[process.arch] ?? process.arch;
  const opt = join(work, 'opt', 'tier3-desk');
  cpSync(tree, opt, { recursive: true });
  const write = (path: string, text: string) => {
    mkdirSync(join(work, path, '..'), { recursive: true });
    writeFileSync(join(work, path), text);
  };
  mkdirSync(join(work, 'usr', 'bin'), { recursive: true });
  for (const command of ['tier3-desk', 'desk'])
    symlinkSync(`/opt/tier3-desk/${command}`, join(work, 'usr', 'bin', command));
  const desktop = readFileSync(join(root, 'resources', 'package', 'tier3-desk.desktop'), 'utf8');
  write('usr/share/applications/tier3-desk.desktop', desktop);
  const icons = join(work, 'usr', 'share', 'icons', 'hicolor', '512x512', 'apps');
  mkdirSync(icons, { recursive: true });
  cpSync(join(root, 'resources', 'icons', 'icon.png'), join(icons, 'tier3-desk.png'));
  write(
    'usr/share/doc/tier3-desk/copyright',
    `${readFileSync(join(root, 'LICENSE'), 'utf8')}\nThe licenses of what is bundled are in /opt/tier3-desk/app/electron/desk/LICENSES.md\n`,
  );
  const completion = run(join(tree, 'desk'), ['completion', 'bash']);
  write('usr/share/bash-completion/completions/desk', completion);
  write(
    'DEBIAN/control',
    `Package: tier3-desk
Version: ${version}
Architecture: ${architecture}
Maintainer: Tier3 Desk maintainers <maintainers@users.noreply.github.com>
Section: office
Priority: optional
Installed-Size: ${Math.ceil(sizeOf(opt) / 1024)}
Depends: libc6 (>= 2.28), libstdc++6, coreutils, ca-certificates
Recommends: chromium | google-chrome-stable | microsoft-edge-stable
Description: The desk of Tier 3 support at VA.gov
 Takes problem reports in, takes the personal information out, gets each to
 the team that can fix it, and keeps the clock, online or not. Brings its own
 Node runtime and opens in a Chromium window. Removing it keeps every home.
`,
  );
  const file = join(out, `tier3-desk_${version}_${architecture}.deb`);
  run('dpkg-deb', ['--root-owner-group', '-Zxz', '-z6', '--build', work, file]);
  return file;
}
