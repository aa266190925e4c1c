// The configuration of the Electron packages: valid to electron-builder, closed, and without what should not ship.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import config from '../../electron-builder.ts';
import { ROOT } from '../support/desk.ts';

const require = createRequire(join(ROOT, 'node_modules', 'electron-builder', 'package.json'));
const { validateSchema } = require('app-builder-lib/out/util/config/schemaValidator');
const scheme = require('app-builder-lib/scheme.json');
const validate = (given: object): void => validateSchema(scheme, given, { name: 'electron-builder' });

it('is one that electron-builder takes; one with a word it does not know is none', () => {
  validate(config);
  expect(() => validate({ ...config, hardened: true })).toThrow(/hardened/);
});

it('names only files that are here', () => {
  const named = [config.icon, config.mac.entitlements, ...config.files.filter((path) => !/[*!{]/.test(path))];
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it('turns off what could run other code than ours', () => {
  expect(config.electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
});

it('ships neither sources nor tests nor maps, and keeps the data of whoever uninstalls', () => {
  expect(
    config.files.filter((path) => /^(tests|renderer|electron\/(?!team\/sql|practice\/descriptions))/.test(path)),
  ).toEqual([]);
  expect(config.files).toContain('!**/*.map');
  expect(config.nsis.deleteAppDataOnUninstall).toBe(false);
});

it('asks macOS for compiling while it runs, and nothing more', () => {
  const keys = readFileSync(join(ROOT, config.mac.entitlements), 'utf8').match(/<key>[^<]+/g);
  expect(keys).toEqual(['<key>com.apple.security.cs.allow-jit']);
});
