// The Electron packages: Linux, Windows and macOS. Nothing is published from here; signing and notarizing happen where the
// secrets of electron-builder's documentation are in the environment (CSC_LINK, WIN_CSC_LINK, APPLE_API_KEY …).
import type { Configuration } from 'electron-builder';

export default {
  appId: 'com.github.tier3-desk',
  productName: 'Tier3 Desk',
  copyright: 'Apache-2.0',
  directories: { output: 'dist/electron', buildResources: 'resources/package' },
  // What runs, and what it reads. The libraries of `dependencies` come along; tests, sources and maps do not.
  files: [
    'package.json',
    'LICENSE',
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'drizzle/migrations/**',
    'resources/directory.json',
    'resources/samples/**',
    'resources/icons/*.png',
    'electron/team/sql/**',
    'electron/practice/descriptions/*.{json,graphql}',
    '!**/*.map',
    '!node_modules/better-sqlite3/{deps,src}/**',
  ],
  asar: true,
  // A native library cannot be loaded out of the archive.
  asarUnpack: ['node_modules/better-sqlite3/prebuilds/**'],
  npmRebuild: false,
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
  protocols: [{ name: 'Tier3 Desk', schemes: ['tier3desk'] }],
  fileAssociations: [
    { ext: 'csv', name: 'Export of reports', role: 'Viewer', rank: 'Alternate', mimeType: 'text/csv' },
    {
      ext: 'xlsx',
      name: 'Workbook of reports',
      role: 'Viewer',
      rank: 'Alternate',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
  ],
  icon: 'resources/icons/icon.png',
  linux: {
    target: ['AppImage', 'deb', 'rpm'],
    category: 'Office',
    executableName: 'tier3-desk',
    synopsis: 'The desk of Tier 3 support at VA.gov',
    maintainer: 'Tier3 Desk maintainers <maintainers@users.noreply.github.com>',
  },
  win: { target: ['nsis'] },
  nsis: { oneClick: false, perMachine: false, deleteAppDataOnUninstall: false },
  mac: {
    target: ['dmg', 'zip'],
    category: 'public.app-category.business',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'resources/package/entitlements.plist',
    entitlementsInherit: 'resources/package/entitlements.plist',
  },
  publish: null,
} satisfies Configuration;
