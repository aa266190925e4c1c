// Folders that a sync service copies off the machine and writes to while the desk has its files open.

const SERVICES: readonly (readonly [name: string, rule: RegExp])[] = [
  ['OneDrive', /[\\/]OneDrive(?: ?-[^\\/]*)?(?:[\\/]|$)/i],
  ['iCloud', /[\\/](?:Mobile Documents|iCloud ?Drive)(?:[\\/]|$)/i],
  ['Dropbox', /[\\/]Dropbox(?: \([^\\/]*\))?(?:[\\/]|$)/i],
  ['Google Drive', /[\\/](?:Google ?Drive|GoogleDrive-[^\\/]*)(?:[\\/]|$)/i],
];

/** A warning about a synced folder; null for any other. @param folder an absolute path */
export function warnOfSync(folder: string): string | null {
  const [name] = SERVICES.find(([, rule]) => rule.test(folder)) ?? [];
  if (name === undefined) return null;
  return `${folder} is synced by ${name}: it may replace newer files with older ones while the desk is open, and copies leave this machine (encrypted). Keep the desk in another folder with --home.`;
}
