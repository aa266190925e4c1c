// npm run test:layout: electron-builder lays the app out over a stub of Electron's runtime, which carries the fuses' wire and nothing
// else. The fuses are read back from it, and what the archive holds is listed: no tests, sources, maps, nor samples of others.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, Platform } from 'electron-builder';
import config from '../../electron-builder.ts';
import { ROOT } from '../support/desk.ts';

const require = createRequire(join(ROOT, 'node_modules', 'electron-builder', 'package.json'));
const { getCurrentFuseWire, FuseV1Options } = require('@electron/fuses');
const { listPackage } = require('@electron/asar');

/** How @electron/fuses finds the wire in a binary, from its own documentation: sentinel, version, length, and one byte a fuse. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const ALL_OFF = '0'.repeat(9);

const folder = mkdtempSync(join(tmpdir(), 'tier3-layout-'));
const dist = join(folder, 'runtime');
mkdirSync(join(dist, 'resources'), { recursive: true });
const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, ALL_OFF.length]), Buffer.from(ALL_OFF)]);
writeFileSync(join(dist, 'electron'), Buffer.concat([Buffer.from('stub '), wire, Buffer.alloc(64)]));
chmodSync(join(dist, 'electron'), 0o755);
writeFileSync(join(dist, 'version'), '45.4.1');

await build({
  targets: Platform.LINUX.createTarget('dir'),
  projectDir: ROOT,
  config: { ...config, electronDist: dist, directories: { ...config.directories, output: join(folder, 'out') } },
  publish: 'never',
});

const app = join(folder, 'out', 'linux-unpacked');
const fuses = await getCurrentFuseWire(join(app, 'tier3-desk'));
const isOn = (fuse: string) => fuses[FuseV1Options[fuse]] === 49;
const WANTED: Readonly<Record<string, boolean>> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  GrantFileProtocolExtraPrivileges: false,
};
const wrong = Object.entries(WANTED).filter(([fuse, on]) => isOn(fuse) !== on);
for (const [fuse] of Object.entries(WANTED)) console.log(`${fuse}: ${isOn(fuse) ? 'on' : 'off'}`);

const names: string[] = listPackage(join(app, 'resources', 'app.asar'), { isPack: false });
const ours = names.filter((name) => !name.startsWith('/node_modules'));
const stray = names
  .filter((name) => /\.map$/.test(name))
  .concat(ours.filter((name) => /^\/(tests|renderer|docs)\b|\.tsx?$/.test(name)));
console.log(`app.asar: ${names.length} entries, ${ours.length} of them ours; ${stray.length} that should not ship`);
rmSync(folder, { recursive: true });
if (wrong.length + stray.length > 0) {
  console.error([...wrong.map(([fuse]) => `${fuse} is not as configured`), ...stray].join('\n'));
  process.exitCode = 1;
}
